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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FreezeRule}.
 */
class FreezeRuleTests {

	private static final MonitorSettings SETTINGS = MonitorSettings.builder()
		.minBytesPerSecond(100)
		.minFramesPerSecond(10)
		.build();

	@ParameterizedTest
	@CsvSource({ "100,5,5,CONNECTED", "99,5,5,FROZEN", "100,5,4,FROZEN", "0,0,0,FROZEN", ",,,CONNECTED",
			"100,,10,CONNECTED", "100,,9,FROZEN", "100,9,,FROZEN", ",0,0,FROZEN", "0,,,FROZEN" })
	void streamIsFrozenBelowEitherMinimum(Double bytes, Double audio, Double video, StreamState expected) {
		assertThat(FreezeRule.state(StreamState.CONNECTED, live(bytes, audio, video), SETTINGS)).isEqualTo(expected);
		assertThat(FreezeRule.state(StreamState.FROZEN, live(bytes, audio, video), SETTINGS)).isEqualTo(expected);
	}

	@Test
	void streamThatHasJustGoneLiveIsNotFrozenYet() {
		assertThat(FreezeRule.state(StreamState.DISCONNECTED, live(0.0, 0.0, 0.0), SETTINGS))
			.isEqualTo(StreamState.CONNECTED);
	}

	@Test
	void streamThatIsNotLiveIsDisconnected() {
		assertThat(FreezeRule.state(StreamState.FROZEN, StreamMeasurement.DISCONNECTED, SETTINGS))
			.isEqualTo(StreamState.DISCONNECTED);
	}

	private StreamMeasurement live(Double bytes, Double audio, Double video) {
		return StreamMeasurement.live().bytesPerSecond(bytes).framesPerSecond(audio, video, 0.0).build();
	}

}
