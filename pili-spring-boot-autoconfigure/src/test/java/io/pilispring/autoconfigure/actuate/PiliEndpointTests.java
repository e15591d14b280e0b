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

package io.pilispring.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.PiliError;
import io.pilispring.PiliServerException;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PiliEndpoint}.
 */
class PiliEndpointTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final StreamSample SAMPLE = new StreamSample("z1.my-hub.cam1", StreamState.CONNECTED,
			new StreamMeasurement(true, "1.2.3.4:5", null, 1000, 43, 25, Double.NaN), NOW);

	private final PiliMonitor monitor = mock(PiliMonitor.class);

	private final PiliEndpoint endpoint = new PiliEndpoint(this.monitor);

	@Test
	void showsHubRoundAndStreams() {
		Round round = new Round(NOW, Duration.ofMillis(5),
				new PiliServerException("POST /v1/statuses", new PiliError(503, null, "busy", "r1")));
		given(this.monitor.snapshots()).willReturn(Map.of("piliHub",
				new HubSnapshot("my-hub", "pili.example.com", round, NOW, Map.of(SAMPLE.id(), SAMPLE), Map.of())));
		JsonNode hub = JsonMapper.shared().valueToTree(this.endpoint.pili()).path("hubs").path(0);
		assertThat(hub.path("bean").stringValue()).isEqualTo("piliHub");
		assertThat(hub.path("hub").stringValue()).isEqualTo("my-hub");
		assertThat(hub.path("host").stringValue()).isEqualTo("pili.example.com");
		assertThat(hub.path("lastRound").path("error").stringValue()).contains("503 busy");
		assertThat(hub.path("lastRound").path("requestId").stringValue()).isEqualTo("r1");
		JsonNode stream = hub.path("streams").path(0);
		assertThat(stream.path("state").stringValue()).isEqualTo("CONNECTED");
		assertThat(stream.path("bytesPerSecond").doubleValue()).isEqualTo(1000);
		assertThat(stream.path("framesPerSecond").path("video").doubleValue()).isEqualTo(25);
		assertThat(stream.path("framesPerSecond").path("data").isNull()).isTrue();
	}

	@Test
	void showsAHubThatWasNotCheckedYet() {
		given(this.monitor.snapshots()).willReturn(
				Map.of("piliHub", new HubSnapshot("my-hub", "pili.example.com", null, null, Map.of(), Map.of())));
		assertThat(this.endpoint.pili().hubs()).singleElement().satisfies((hub) -> {
			assertThat(hub.lastRound()).isNull();
			assertThat(hub.streams()).isEmpty();
		});
	}

	@Test
	void showsOneStream() {
		given(this.monitor.stream("cam1")).willReturn(SAMPLE);
		given(this.monitor.isStale(NOW)).willReturn(true);
		assertThat(this.endpoint.stream("cam1")).satisfies((stream) -> {
			assertThat(stream.id()).isEqualTo("z1.my-hub.cam1");
			assertThat(stream.stale()).isTrue();
		});
		assertThat(this.endpoint.stream("nope")).isNull();
	}

}
