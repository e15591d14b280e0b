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

package io.pilispring.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A recorded segment of a stream, in whole seconds.
 *
 * @param start the start
 * @param end the end, after the start
 * @since 0.1.0
 */
public record Segment(Instant start, Instant end) {

	/**
	 * Create a segment, truncating both times to whole seconds.
	 * @param start the start
	 * @param end the end, after the start
	 * @throws IllegalArgumentException if it would be shorter than a second
	 */
	public Segment {
		start = start.truncatedTo(ChronoUnit.SECONDS);
		end = end.truncatedTo(ChronoUnit.SECONDS);
		if (!start.isBefore(end)) {
			throw new IllegalArgumentException(
					"'start' must be a second before 'end': %s and %s".formatted(start, end));
		}
	}

	long startSeconds() {
		return this.start.getEpochSecond();
	}

	long endSeconds() {
		return this.end.getEpochSecond();
	}

	boolean overlaps(TimeRange range) {
		return startSeconds() < range.end() && endSeconds() > range.start();
	}

	static boolean isLongEnough(Instant start, Instant end) {
		return start.getEpochSecond() < end.getEpochSecond();
	}

}
