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

package io.pilispring.sample.console;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes rates for people.
 */
public final class Rates {

	private Rates() {
	}

	/**
	 * Write a rate.
	 * @param bytesPerSecond the rate, or {@code null} if it is not known
	 * @return the text
	 */
	public static String text(@Nullable Double bytesPerSecond) {
		if (bytesPerSecond == null) {
			return "–";
		}
		if (bytesPerSecond < 1_000_000) {
			return String.format(Locale.ROOT, "%.0f kB/s", bytesPerSecond / 1000);
		}
		return String.format(Locale.ROOT, "%.1f MB/s", bytesPerSecond / 1_000_000);
	}

}
