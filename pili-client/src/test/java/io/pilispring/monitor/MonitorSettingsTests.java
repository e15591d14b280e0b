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
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MonitorSettings}.
 */
class MonitorSettingsTests {

	@ParameterizedTest
	@MethodSource("invalidValues")
	void invalidValueIsRefusedAndNamed(String name, Consumer<MonitorSettings.Builder> setting) {
		assertThatIllegalArgumentException().isThrownBy(() -> setting.accept(MonitorSettings.builder()))
			.withMessageStartingWith("'" + name + "' must ");
	}

	static Stream<Arguments> invalidValues() {
		return Stream.of(invalid("interval", (builder) -> builder.interval(Duration.ZERO)),
				invalid("interval", (builder) -> builder.interval(Duration.ofSeconds(-1))),
				invalid("interval", (builder) -> builder.interval(Duration.ofDays(31))),
				invalid("timeout", (builder) -> builder.timeout(Duration.ZERO)),
				invalid("timeout", (builder) -> builder.timeout(Duration.ofDays(31))),
				invalid("staleAfter", (builder) -> builder.staleAfter(Duration.ZERO)),
				invalid("maxConnected", (builder) -> builder.maxConnected(0)),
				invalid("concurrency", (builder) -> builder.concurrency(0)),
				invalid("minBytesPerSecond", (builder) -> builder.minBytesPerSecond(-1)),
				invalid("minBytesPerSecond", (builder) -> builder.minBytesPerSecond(Double.NaN)),
				invalid("minFramesPerSecond", (builder) -> builder.minFramesPerSecond(Double.POSITIVE_INFINITY)));
	}

	private static Arguments invalid(String name, Consumer<MonitorSettings.Builder> setting) {
		return Arguments.of(name, setting);
	}

	@Test
	void maxCallsPerSecondMustBePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> PiliMonitor.builder().maxCallsPerSecond(0))
			.withMessageStartingWith("'maxCallsPerSecond' must ");
	}

	@Test
	void sampleIsStaleAfterThreeIntervalsUnlessSet() {
		Instant now = Instant.parse("2026-01-01T00:00:00Z");
		MonitorSettings settings = MonitorSettings.builder().interval(Duration.ofSeconds(10)).build();
		assertThat(settings.isStale(now.minusSeconds(30), now)).isFalse();
		assertThat(settings.isStale(now.minusSeconds(31), now)).isTrue();
		assertThat(MonitorSettings.builder().staleAfter(Duration.ofSeconds(5)).build().staleAfter())
			.isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void sampleOfTheFutureIsStaleWhereTheClockWasSetBack() {
		Instant now = Instant.parse("2026-01-01T00:00:00Z");
		MonitorSettings settings = MonitorSettings.builder().interval(Duration.ofSeconds(10)).build();
		assertThat(settings.isStale(now.plusSeconds(3600), now)).isTrue();
		assertThat(settings.isStale(now.plusSeconds(30), now)).isFalse();
	}

	@Test
	void limitsThemselvesAreAccepted() {
		MonitorSettings settings = MonitorSettings.builder()
			.interval(Duration.ofDays(30))
			.timeout(Duration.ofNanos(1))
			.maxConnected(1)
			.concurrency(1)
			.minBytesPerSecond(0)
			.minFramesPerSecond(0)
			.build();
		assertThat(settings.interval()).isEqualTo(Duration.ofDays(30));
		assertThat(settings.timeout()).isEqualTo(Duration.ofNanos(1));
		assertThat(settings.maxConnected()).isOne();
		assertThat(settings.concurrency()).isOne();
		assertThat(settings.minBytesPerSecond()).isZero();
		assertThat(settings.minFramesPerSecond()).isZero();
	}

	@Test
	void defaultsAreThoseOfTheProperties() {
		assertThat(MonitorSettings.builder().build())
			.hasToString("MonitorSettings[streams=[], streamsRequired=false, connected=false, maxConnected=100, "
					+ "interval=PT30S, timeout=PT10S, staleAfter=PT1M30S, minBytesPerSecond=1.0, "
					+ "minFramesPerSecond=1.0, concurrency=4]");
	}

	@Test
	void ratesAreWhatWasSet() {
		MonitorSettings settings = MonitorSettings.builder().minBytesPerSecond(2.5).minFramesPerSecond(0.5).build();
		assertThat(settings.minBytesPerSecond()).isEqualTo(2.5);
		assertThat(settings.minFramesPerSecond()).isEqualTo(0.5);
	}

	@Test
	void streamsAreRequiredIfThatIsSet() {
		assertThat(MonitorSettings.builder().build().streamsRequired()).isFalse();
		assertThat(MonitorSettings.builder().streamsRequired(true).build().streamsRequired()).isTrue();
	}

	@Test
	void settingsAreEqualByValue() {
		assertThat(MonitorSettings.builder().build()).isEqualTo(MonitorSettings.builder().build())
			.hasSameHashCodeAs(MonitorSettings.builder().build())
			.isNotEqualTo(new Object());
	}

	@ParameterizedTest
	@MethodSource
	void settingsThatDifferInOneValueAreNotEqual(Consumer<MonitorSettings.Builder> change) {
		MonitorSettings.Builder builder = MonitorSettings.builder();
		change.accept(builder);
		MonitorSettings changed = builder.build();
		assertThat(changed).isNotEqualTo(MonitorSettings.builder().build());
		assertThat(MonitorSettings.builder().build()).isNotEqualTo(changed);
	}

	static Stream<Consumer<MonitorSettings.Builder>> settingsThatDifferInOneValueAreNotEqual() {
		return Stream.of((builder) -> builder.streams(List.of("cam1")), (builder) -> builder.streamsRequired(true),
				(builder) -> builder.connected(true), (builder) -> builder.maxConnected(5),
				// The age after which a sample is stale follows from the interval
				(builder) -> builder.interval(Duration.ofSeconds(31)).staleAfter(Duration.ofSeconds(90)),
				(builder) -> builder.timeout(Duration.ofSeconds(9)),
				(builder) -> builder.staleAfter(Duration.ofSeconds(91)), (builder) -> builder.minBytesPerSecond(2),
				(builder) -> builder.minFramesPerSecond(2), (builder) -> builder.concurrency(5));
	}

	@Test
	void settingsOfDifferentStreamsHaveDifferentHashCodes() {
		assertThat(MonitorSettings.builder().streams(List.of("cam1")).build().hashCode())
			.isNotEqualTo(MonitorSettings.builder().build().hashCode());
	}

}
