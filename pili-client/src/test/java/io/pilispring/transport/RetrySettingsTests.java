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

package io.pilispring.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RetrySettings}.
 */
class RetrySettingsTests {

	private static final Duration DAY = Duration.ofDays(1);

	private final RetrySettings settings = RetrySettings.create().jitter(Duration.ZERO);

	@Test
	void defaultsAreFourRetriesWithGrowingPauses() {
		assertThat(pauses(this.settings)).containsExactly(100L, 300L, 900L, 2000L);
	}

	@RepeatedTest(20)
	void pausesAreLongerOrShorterByUpToAHalf() {
		List<Long> pauses = pauses(RetrySettings.create());
		assertThat(pauses).hasSize(4);
		assertThat(pauses.get(0)).isBetween(50L, 150L);
		assertThat(pauses.get(1)).isBetween(150L, 450L);
		assertThat(pauses.get(2)).isBetween(450L, 1350L);
		assertThat(pauses.get(3)).isBetween(1000L, 2000L);
	}

	// A hundred equal ones by chance are as good as impossible
	@Test
	void pausesAreNotTheSameForAllCallers() {
		assertThat(IntStream.range(0, 100).mapToObj((i) -> pauses(RetrySettings.create()).get(0)).distinct())
			.hasSizeGreaterThan(1);
	}

	@Test
	void everythingCanBeSet() {
		this.settings.maxRetries(5)
			.initialInterval(Duration.ofMillis(10))
			.multiplier(2.0)
			.maxInterval(Duration.ofMillis(50));
		assertThat(pauses(this.settings)).containsExactly(10L, 20L, 40L, 50L, 50L);
	}

	@Test
	void jitterIsAtMostWhatIsSet() {
		this.settings.jitter(Duration.ofMillis(1))
			.maxRetries(1)
			.initialInterval(Duration.ofSeconds(1))
			.maxInterval(Duration.ofSeconds(5));
		for (int i = 0; i < 20; i++) {
			assertThat(pauses(this.settings)).singleElement()
				.satisfies((pause) -> assertThat(pause).isBetween(999L, 1001L));
		}
	}

	@Test
	void disabledIsNoRetryWhateverElseIsSet() {
		assertThat(pauses(this.settings.maxRetries(5).enabled(false))).isEmpty();
		assertThat(pauses(this.settings.enabled(true))).hasSize(5);
	}

	@Test
	void nullLeavesWhatWasSet() {
		this.settings.maxRetries(2)
			.initialInterval(Duration.ofMillis(10))
			.multiplier(2.0)
			.maxInterval(Duration.ofMillis(15));
		this.settings.maxRetries(null).initialInterval(null).multiplier(null).maxInterval(null).jitter(null);
		assertThat(pauses(this.settings.enabled(null))).containsExactly(10L, 15L);
		assertThat(pauses(this.settings.enabled(false).enabled(null))).isEmpty();
	}

	@Test
	void limitsAreWithinThem() {
		assertThat(pauses(this.settings.maxRetries(0))).isEmpty();
		assertThat(pauses(this.settings.maxRetries(100))).hasSize(100);
		this.settings.maxRetries(3).initialInterval(Duration.ofMillis(7)).maxInterval(DAY);
		assertThat(pauses(this.settings.multiplier(1.0))).containsExactly(7L, 7L, 7L);
		assertThat(pauses(this.settings.multiplier(1000.0))).containsExactly(7L, 7000L, 7_000_000L);
		this.settings.initialInterval(DAY).multiplier(1.0);
		assertThat(pauses(this.settings)).containsOnly(DAY.toMillis());
		assertThat(pauses(this.settings.initialInterval(Duration.ofNanos(1)).maxInterval(Duration.ofNanos(1))))
			.hasSize(3);
		assertThat(pauses(this.settings.jitter(DAY))).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 101, Integer.MAX_VALUE })
	void numbersOfRetriesHaveLimits(int maxRetries) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.maxRetries(maxRetries))
			.withMessage("'maxRetries' must be from 0 to 100, but is " + maxRetries);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.999, 1000.001, -1, 0, Double.NaN, Double.POSITIVE_INFINITY })
	void multipliersHaveLimits(double multiplier) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.multiplier(multiplier))
			.withMessage("'multiplier' must be from 1 to 1000, but is " + multiplier);
	}

	static Stream<Duration> outOfLimits() {
		return Stream.of(Duration.ofNanos(-1), Duration.ofDays(-1), DAY.plusNanos(1),
				Duration.ofSeconds(Long.MAX_VALUE));
	}

	@ParameterizedTest
	@MethodSource("outOfLimits")
	void pausesHaveLimits(Duration pause) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.initialInterval(pause))
			.withMessage("'initialInterval' must be positive and at most a day, but is " + pause);
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.maxInterval(pause))
			.withMessage("'maxInterval' must be positive and at most a day, but is " + pause);
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.jitter(pause))
			.withMessage("'jitter' must not be negative and at most a day, but is " + pause);
	}

	@Test
	void onlyJitterMayBeZero() {
		assertThat(this.settings.jitter(Duration.ZERO)).isNotNull();
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.initialInterval(Duration.ZERO))
			.withMessage("'initialInterval' must be positive and at most a day, but is PT0S");
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.maxInterval(Duration.ZERO))
			.withMessage("'maxInterval' must be positive and at most a day, but is PT0S");
	}

	@Test
	void whatIsRefusedChangesNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.maxRetries(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.multiplier(0.0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.initialInterval(Duration.ZERO));
		assertThat(pauses(this.settings)).containsExactly(100L, 300L, 900L, 2000L);
	}

	@Test
	void budgetIsRequired() {
		RetryBudgetSettings budget = RetryBudgetSettings.create();
		assertThat(this.settings.budget(budget).budget()).isSameAs(budget);
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.budget(null))
			.withMessage("'budget' must not be null");
	}

	private static List<Long> pauses(RetrySettings settings) {
		BackOff backOff = settings.toBackOff();
		BackOffExecution execution = backOff.start();
		List<Long> pauses = new ArrayList<>();
		for (long pause = execution.nextBackOff(); pause != BackOffExecution.STOP; pause = execution.nextBackOff()) {
			pauses.add(pause);
			assertThat(pauses).hasSizeLessThan(1000);
		}
		return pauses;
	}

}
