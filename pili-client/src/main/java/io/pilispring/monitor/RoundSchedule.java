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

package io.pilispring.monitor;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.pilispring.PiliException;
import io.pilispring.internal.Durations;
import io.pilispring.monitor.HubSnapshot.Round;

/**
 * Decides when the next round starts: after the interval, with some jitter so that many
 * applications do not call at the same time, later while PILI fails, and after the time
 * that PILI requests, within limits.
 */
final class RoundSchedule {

	private static final double JITTER = 0.1;

	// No more, so that recovery is seen within two intervals
	private static final double BACKOFF = 1.5;

	// A server that requests a wait of years must not end the monitor
	private static final Duration LONGEST_REQUESTED_WAIT = Duration.ofMinutes(5);

	private final Duration interval;

	private final DoubleSupplier random;

	private int failures;

	RoundSchedule(Duration interval, DoubleSupplier random) {
		this.interval = interval;
		this.random = random;
	}

	Duration interval() {
		return this.interval;
	}

	Duration delayAfter(Round round) {
		this.failures = (round.failure() != null) ? this.failures + 1 : 0;
		double factor = (this.failures > 1) ? BACKOFF : 1;
		double spread = 1 + JITTER * (2 * this.random.getAsDouble() - 1);
		Duration pause = scale(this.interval, factor * spread).minus(round.duration());
		return Durations.max(Durations.max(pause, scale(this.interval, JITTER)), requestedWait(round));
	}

	private static Duration requestedWait(Round round) {
		Duration wait = (round.failure() instanceof PiliException ex) ? ex.retryAfter() : null;
		if (wait == null) {
			return Duration.ZERO;
		}
		return Durations.min(wait, LONGEST_REQUESTED_WAIT);
	}

	private static Duration scale(Duration duration, double factor) {
		return Duration.ofNanos((long) (duration.toNanos() * factor));
	}

}
