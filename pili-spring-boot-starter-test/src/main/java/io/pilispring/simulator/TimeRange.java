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

import org.jspecify.annotations.Nullable;

/**
 * A range of unix seconds.
 *
 * @param start the first second
 * @param end the second after the last
 */
record TimeRange(long start, long end) {

	private static final long BEGINNING = 0;

	private static final long END = Long.MAX_VALUE;

	static final TimeRange ALL = new TimeRange(BEGINNING, END);

	// Sent by official SDKs for an open end
	private static final long OPEN = -1;

	/**
	 * The last second that has a date of four digits.
	 */
	static final long LATEST = 253_402_300_799L;

	/**
	 * Return a range of version 2, which is open at an end for which 0 is given.
	 * @param start the first second
	 * @param end the second after the last
	 * @return the range
	 */
	static TimeRange ofZeros(long start, long end) {
		if (end != 0 && start >= end) {
			throw ApiException.invalidArgs("'start' must be before 'end': %d and %d".formatted(start, end));
		}
		return new TimeRange(start, (end != 0) ? end : END);
	}

	static TimeRange of(@Nullable Long start, @Nullable Long end) {
		if (start == null && end == null) {
			return ALL;
		}
		if (start == null || end == null) {
			throw ApiException.badRequest("'start' and 'end' must be given both or neither");
		}
		if (start < 0 || start >= end) {
			throw ApiException.badRequest("'start' must be before 'end': %d and %d".formatted(start, end));
		}
		return new TimeRange(start, end);
	}

	/**
	 * Return a range that is open at an end for which -1 is given.
	 * @param start the first second
	 * @param end the second after the last
	 * @return the range
	 */
	static TimeRange ofOpen(@Nullable Long start, @Nullable Long end) {
		return of(bound(start, BEGINNING), bound(end, END));
	}

	private static @Nullable Long bound(@Nullable Long bound, long open) {
		return (bound != null && bound == OPEN) ? Long.valueOf(open) : bound;
	}

	@Nullable Instant startInstant() {
		return (this.start != BEGINNING) ? Instant.ofEpochSecond(this.start) : null;
	}

	@Nullable Instant endInstant() {
		return (this.end < Instant.MAX.getEpochSecond()) ? Instant.ofEpochSecond(this.end) : null;
	}

	static TimeRange at(long second) {
		return new TimeRange(second, second + 1);
	}

}
