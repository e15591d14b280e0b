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

package io.pilispring.v2;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Times as this version of the API sends them: unix seconds, where 0 stands for none.
 */
final class Times {

	private Times() {
	}

	static @Nullable Instant instant(@Nullable Long seconds) {
		return (seconds != null && seconds > 0) ? Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()))
				: null;
	}

	static @Nullable Long seconds(@Nullable Instant time) {
		return (time != null) ? time.getEpochSecond() : null;
	}

	/**
	 * Check a range of which either end may be open.
	 * @param start the start, or {@code null}
	 * @param end the end, or {@code null}
	 */
	static void checkRange(@Nullable Instant start, @Nullable Instant end) {
		positive("start", start);
		positive("end", end);
		Assert.isTrue(start == null || end == null || start.getEpochSecond() < end.getEpochSecond(),
				() -> "'start' must be at least a second before 'end', but they are %s and %s".formatted(start, end));
	}

	// PILI takes 0 for an open end
	private static void positive(String name, @Nullable Instant time) {
		Assert.isTrue(time == null || time.getEpochSecond() > 0,
				() -> "'" + name + "' must be after 1970, but is " + time);
	}

}
