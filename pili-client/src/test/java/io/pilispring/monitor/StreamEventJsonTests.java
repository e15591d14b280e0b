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
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a {@link StreamEvent} can be stored as JSON.
 */
class StreamEventJsonTests {

	private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

	@ParameterizedTest
	@MethodSource
	void eventIsWhatItWas(StreamEvent event) {
		JsonMapper mapper = new JsonMapper();
		String json = mapper.writeValueAsString(event);
		assertThat(json).contains("\"hubKey\":\"piliHub\"", "\"state\":\"" + event.stream().state() + "\"");
		assertThat(mapper.readValue(json, event.getClass())).isEqualTo(event);
	}

	static Stream<StreamEvent> eventIsWhatItWas() {
		StreamMeasurement full = StreamMeasurement.live()
			.address("10.1.2.3:4567")
			.since(TIME.minusSeconds(60))
			.bytesPerSecond(125_000.5)
			.framesPerSecond(43.1, 25.0, 0.0)
			.build();
		return List
			.<StreamEvent>of(new StreamConnectedEvent("piliHub", "my-hub", sample(StreamState.CONNECTED, full)),
					new StreamConnectedEvent("piliHub", "my-hub",
							sample(StreamState.CONNECTED, StreamMeasurement.live().build())),
					new StreamFrozenEvent("piliHub", "my-hub", sample(StreamState.FROZEN, full)),
					new StreamResumedEvent("piliHub", "my-hub", sample(StreamState.CONNECTED, full)),
					new StreamDisconnectedEvent("piliHub", "my-hub",
							sample(StreamState.DISCONNECTED, StreamMeasurement.DISCONNECTED)))
			.stream();
	}

	private static StreamSample sample(StreamState state, StreamMeasurement measurement) {
		return StreamSample.of("z1.my-hub.front-door", "front-door", state, measurement, TIME);
	}

}
