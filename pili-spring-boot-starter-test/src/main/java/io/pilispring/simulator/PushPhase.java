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

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which a push had the same rates and the same number of viewers.
 *
 * @param start when it starts
 * @param end when it ends, not before the start
 * @param push the push
 * @param viewers the number of viewers
 */
record PushPhase(Instant start, Instant end, Push push, int viewers) {

	private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

	private static final Duration LONGEST_MERGED = Duration.ofSeconds(10);

	Duration duration() {
		return Duration.between(this.start, this.end);
	}

	/**
	 * Return the part of this phase in a period.
	 * @param from the start of the period
	 * @param to the end of the period
	 * @return the length of the part, or zero
	 */
	Duration within(Instant from, Instant to) {
		Instant first = (this.start.isAfter(from)) ? this.start : from;
		Instant last = (this.end.isBefore(to)) ? this.end : to;
		return (first.isBefore(last)) ? Duration.between(first, last) : Duration.ZERO;
	}

	double bytesWithin(Instant from, Instant to) {
		return within(from, to).toMillis() * this.push.bytesPerSecond() / 1000;
	}

	boolean contains(Instant time) {
		return !time.isBefore(this.start) && time.isBefore(this.end);
	}

	// A real push changes its rates twice a second, for as long as it lasts
	boolean absorbs(PushPhase next) {
		return next.duration().compareTo(LONG_ENOUGH) < 0 && duration().compareTo(LONGEST_MERGED) < 0
				&& next.viewers == this.viewers;
	}

	PushPhase with(PushPhase next) {
		long millis = duration().plus(next.duration()).toMillis();
		double bytes = bytesWithin(this.start, this.end) + next.bytesWithin(next.start, next.end);
		Push average = (millis > 0) ? next.push.withBytesPerSecond(bytes * 1000 / millis) : next.push;
		return new PushPhase(this.start, next.end, average, this.viewers);
	}

}
