/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.pilispring.sample.tour;

import java.io.PrintStream;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Speaks to whoever watches the console.
 */
class Narrator {

	private final PrintStream out;

	private int step;

	Narrator(PrintStream out) {
		this.out = out;
	}

	void step(String text, @Nullable Object... arguments) {
		this.step++;
		this.out.printf("%n%d. %s%n", this.step, text.formatted(arguments));
	}

	void say(String text, @Nullable Object... arguments) {
		this.out.printf("   %s%n", text.formatted(arguments));
	}

	void urls(String protocol, Map<String, String> urls) {
		urls.forEach((profile, url) -> say("%-10s %-8s %s", protocol, profile, url));
	}

}
