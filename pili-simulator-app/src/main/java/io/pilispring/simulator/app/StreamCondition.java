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

package io.pilispring.simulator.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.Push;

/**
 * What a stream can be made to be.
 */
enum StreamCondition {

	/**
	 * Published, with media that arrives.
	 */
	LIVE,

	/**
	 * Published, but nothing arrives.
	 */
	FROZEN,

	/**
	 * Not published.
	 */
	OFFLINE;

	static StreamCondition of(@Nullable Push push) {
		if (push == null) {
			return OFFLINE;
		}
		return (push.bytesPerSecond() == 0 && push.audioFramesPerSecond() == 0 && push.videoFramesPerSecond() == 0)
				? FROZEN : LIVE;
	}

	static StreamCondition parse(@Nullable String name) {
		return Arrays.stream(values())
			.filter((condition) -> condition.name().toLowerCase(Locale.ROOT).equals(name))
			.findFirst()
			.orElseThrow(
					() -> new IllegalArgumentException("'state' must be one of %s: %s".formatted(
							Arrays.stream(values())
								.map((condition) -> "'" + condition.name().toLowerCase(Locale.ROOT) + "'")
								.collect(Collectors.joining(", ")),
							(name != null) ? "'" + name + "'" : "it is missing")));
	}

}
