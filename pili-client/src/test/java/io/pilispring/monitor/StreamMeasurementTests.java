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

import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamMeasurement}.
 */
class StreamMeasurementTests {

	@Test
	void valuesThatAreNotSetAreNotKnown() {
		StreamMeasurement measurement = StreamMeasurement.live().build();
		assertThat(measurement.connected()).isTrue();
		assertThat(measurement.address()).isNull();
		assertThat(measurement.since()).isNull();
		assertThat(measurement.bytesPerSecond()).isNull();
		assertThat(measurement.audioFramesPerSecond()).isNull();
		assertThat(measurement.videoFramesPerSecond()).isNull();
		assertThat(measurement.dataFramesPerSecond()).isNull();
	}

	@Test
	void streamThatIsNotLiveHasRatesOfZero() {
		assertThat(StreamMeasurement.DISCONNECTED.connected()).isFalse();
		assertThat(StreamMeasurement.DISCONNECTED.bytesPerSecond()).isZero();
		assertThat(StreamMeasurement.DISCONNECTED.videoFramesPerSecond()).isZero();
	}

	@Test
	void valuesAreWhatWasSet() {
		StreamMeasurement measurement = full().build();
		assertThat(measurement.address()).isEqualTo("1.2.3.4:5");
		assertThat(measurement.since()).isEqualTo(Instant.EPOCH);
		assertThat(measurement.bytesPerSecond()).isEqualTo(1000.0);
		assertThat(measurement.audioFramesPerSecond()).isEqualTo(43.0);
		assertThat(measurement.videoFramesPerSecond()).isEqualTo(25.0);
		assertThat(measurement.dataFramesPerSecond()).isEqualTo(2.0);
		assertThat(measurement).hasToString("StreamMeasurement[connected=true, address=1.2.3.4:5, "
				+ "since=1970-01-01T00:00:00Z, bytesPerSecond=1000.0, audioFramesPerSecond=43.0, "
				+ "videoFramesPerSecond=25.0, dataFramesPerSecond=2.0]");
	}

	@Test
	void measurementsWithTheSameValuesAreEqual() {
		assertThat(full().build()).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
		assertThat(StreamMeasurement.live().build()).isEqualTo(StreamMeasurement.live().build());
	}

	@ParameterizedTest
	@MethodSource
	void measurementsThatDifferInOneValueAreNotEqual(UnaryOperator<StreamMeasurement.Builder> change) {
		StreamMeasurement changed = change.apply(full()).build();
		assertThat(changed).isNotEqualTo(full().build());
		assertThat(full().build()).isNotEqualTo(changed);
	}

	static Stream<UnaryOperator<StreamMeasurement.Builder>> measurementsThatDifferInOneValueAreNotEqual() {
		return Stream.of((builder) -> builder.address("1.2.3.4:6"), (builder) -> builder.address(null),
				(builder) -> builder.since(Instant.EPOCH.plusMillis(1)), (builder) -> builder.bytesPerSecond(1000.1),
				(builder) -> builder.bytesPerSecond(null), (builder) -> builder.framesPerSecond(42.0, 25.0, 2.0),
				(builder) -> builder.framesPerSecond(43.0, null, 2.0),
				(builder) -> builder.framesPerSecond(43.0, 25.0, 1.0));
	}

	@Test
	void liveStreamWithoutRatesIsNotEqualToOneThatIsNotLive() {
		StreamMeasurement silent = StreamMeasurement.live().bytesPerSecond(0.0).framesPerSecond(0.0, 0.0, 0.0).build();
		assertThat(silent).isNotEqualTo(StreamMeasurement.DISCONNECTED);
		assertThat(silent.hashCode()).isNotEqualTo(StreamMeasurement.DISCONNECTED.hashCode());
	}

	private static StreamMeasurement.Builder full() {
		return StreamMeasurement.live()
			.address("1.2.3.4:5")
			.since(Instant.EPOCH)
			.bytesPerSecond(1000.0)
			.framesPerSecond(43.0, 25.0, 2.0);
	}

}
