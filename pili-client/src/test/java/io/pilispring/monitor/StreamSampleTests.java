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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link StreamSample}.
 */
class StreamSampleTests {

	private static final StreamSample SAMPLE = sample("z1.my-hub.cam1", "cam1", StreamState.CONNECTED, 9,
			Instant.EPOCH);

	@ParameterizedTest
	@CsvSource({ "id", "title", "state", "measurement", "sampledAt" })
	void everyValueIsRequired(String missing) {
		assertThatIllegalArgumentException().isThrownBy(() -> StreamSample.of(unless(missing, "id", "z1.my-hub.cam1"),
				unless(missing, "title", "cam1"), unless(missing, "state", StreamState.CONNECTED),
				unless(missing, "measurement", TestHub.live(9)), unless(missing, "sampledAt", Instant.EPOCH)))
			.withMessage("'" + missing + "' must not be null");
	}

	private static <T> T unless(String missing, String name, T value) {
		return missing.equals(name) ? null : value;
	}

	@Test
	void samplesWithTheSameValuesAreEqual() {
		StreamSample same = sample("z1.my-hub.cam1", "cam1", StreamState.CONNECTED, 9, Instant.EPOCH);
		assertThat(same).isEqualTo(SAMPLE).hasSameHashCodeAs(SAMPLE);
	}

	@ParameterizedTest
	@MethodSource
	void samplesThatDifferInOneValueAreNotEqual(StreamSample other) {
		assertThat(other).isNotEqualTo(SAMPLE);
		assertThat(SAMPLE).isNotEqualTo(other);
	}

	static Stream<StreamSample> samplesThatDifferInOneValueAreNotEqual() {
		return Stream.of(sample("z1.my-hub.cam2", "cam1", StreamState.CONNECTED, 9, Instant.EPOCH),
				sample("z1.my-hub.cam1", "cam2", StreamState.CONNECTED, 9, Instant.EPOCH),
				sample("z1.my-hub.cam1", "cam1", StreamState.FROZEN, 9, Instant.EPOCH),
				sample("z1.my-hub.cam1", "cam1", StreamState.CONNECTED, 8, Instant.EPOCH),
				sample("z1.my-hub.cam1", "cam1", StreamState.CONNECTED, 9, Instant.EPOCH.plusNanos(1)));
	}

	@Test
	void samplesOfDifferentStreamsHaveDifferentHashCodes() {
		assertThat(sample("z1.my-hub.cam2", "cam2", StreamState.CONNECTED, 9, Instant.EPOCH).hashCode())
			.isNotEqualTo(SAMPLE.hashCode());
	}

	@Test
	void sampleIsDescribedByItsStream() {
		assertThat(SAMPLE.toString()).startsWith("StreamSample[id=z1.my-hub.cam1, state=CONNECTED, measurement=")
			.contains("bytesPerSecond=9.0")
			.endsWith(", sampledAt=1970-01-01T00:00:00Z]");
	}

	private static StreamSample sample(String id, String title, StreamState state, double bytesPerSecond,
			Instant sampledAt) {
		return StreamSample.of(id, title, state, TestHub.live(bytesPerSecond), sampledAt);
	}

}
