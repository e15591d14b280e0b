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
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.PiliError;
import io.pilispring.PiliTooManyRequestsException;
import io.pilispring.monitor.HubSnapshot.Round;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RoundSchedule}.
 */
class RoundScheduleTests {

	private static final Duration INTERVAL = Duration.ofSeconds(30);

	private final RoundSchedule schedule = new RoundSchedule(INTERVAL, () -> 0.5);

	@Test
	void roundsStartAtTheInterval() {
		assertThat(this.schedule.delayAfter(round(Duration.ZERO, null))).isEqualTo(INTERVAL);
		assertThat(this.schedule.delayAfter(round(Duration.ofSeconds(4), null))).isEqualTo(Duration.ofSeconds(26));
	}

	@Test
	void roundThatTookLongerThanTheIntervalStillLeavesAPause() {
		assertThat(this.schedule.delayAfter(round(Duration.ofMinutes(5), null))).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void startsAreSpread() {
		assertThat(new RoundSchedule(INTERVAL, () -> 0).delayAfter(round(Duration.ZERO, null)))
			.isEqualTo(Duration.ofSeconds(27));
		assertThat(new RoundSchedule(INTERVAL, () -> 1).delayAfter(round(Duration.ZERO, null)))
			.isEqualTo(Duration.ofSeconds(33));
	}

	@Test
	void failuresSlowDownButRecoveryIsSeenWithinTwoIntervals() {
		RoundSchedule schedule = new RoundSchedule(INTERVAL, () -> 1);
		RuntimeException failure = new IllegalStateException();
		assertThat(schedule.delayAfter(round(Duration.ZERO, failure))).isEqualTo(Duration.ofSeconds(33));
		for (int i = 0; i < 10; i++) {
			assertThat(schedule.delayAfter(round(Duration.ZERO, failure))).isEqualTo(Duration.ofMillis(49_500))
				.isLessThan(INTERVAL.multipliedBy(2));
		}
		assertThat(schedule.delayAfter(round(Duration.ZERO, null))).isEqualTo(Duration.ofSeconds(33));
	}

	@Test
	void requestedWaitIsHonoured() {
		RuntimeException failure = new PiliTooManyRequestsException("GET /v1/streams",
				new PiliError(429, null, null, null, Duration.ofMinutes(3)));
		assertThat(this.schedule.delayAfter(round(Duration.ZERO, failure))).isEqualTo(Duration.ofMinutes(3));
	}

	@ParameterizedTest
	@ValueSource(longs = { 301, 999_999_999, Long.MAX_VALUE })
	void requestedWaitIsCapped(long seconds) {
		RuntimeException failure = new PiliTooManyRequestsException("GET /v1/streams",
				new PiliError(429, null, null, null, Duration.ofSeconds(seconds)));
		assertThat(this.schedule.delayAfter(round(Duration.ZERO, failure))).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void requestedWaitThatIsShorterThanTheIntervalChangesNothing() {
		RuntimeException failure = new PiliTooManyRequestsException("GET /v1/streams",
				new PiliError(429, null, null, null, Duration.ofSeconds(1)));
		assertThat(this.schedule.delayAfter(round(Duration.ZERO, failure))).isEqualTo(INTERVAL);
	}

	private Round round(Duration duration, RuntimeException failure) {
		return new Round(Instant.EPOCH, duration, failure);
	}

}
