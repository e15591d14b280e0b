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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.PiliError;
import io.pilispring.PiliServerException;
import io.pilispring.autoconfigure.actuate.PiliEndpoint.HubDescriptor;
import io.pilispring.autoconfigure.actuate.PiliEndpoint.PiliDescriptor;
import io.pilispring.autoconfigure.actuate.PiliEndpoint.StreamDescriptor;
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

	private static final StreamSample SAMPLE = StreamSample.of("z1.my-hub.cam1", "cam1", StreamState.CONNECTED,
			StreamMeasurement.live()
				.address("1.2.3.4:5")
				.bytesPerSecond(1000.0)
				.framesPerSecond(43.0, 25.0, null)
				.build(),
			NOW);

	private final PiliMonitor monitor = mock(PiliMonitor.class);

	private final PiliEndpoint endpoint = new PiliEndpoint(this.monitor);

	@Test
	void showsHubRoundAndStreams() {
		Round round = new Round(NOW, Duration.ofMillis(5),
				new PiliServerException("POST /v1/statuses", new PiliError(503, null, "busy", "r1")));
		snapshots(hub("piliHub").lastRound(round).stream(SAMPLE));
		JsonNode hub = JsonMapper.shared().valueToTree(this.endpoint.pili()).path("hubs").path(0);
		assertThat(hub.path("key").stringValue()).isEqualTo("piliHub");
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
		snapshots(hub("piliHub"));
		assertThat(this.endpoint.pili().hubs()).singleElement().satisfies((hub) -> {
			assertThat(hub.lastRound()).isNull();
			assertThat(hub.streams()).isEmpty();
		});
	}

	@Test
	void showsOneHub() {
		snapshots(hub("one").stream(SAMPLE), hub("two"));
		assertThat(this.endpoint.hubOrStream("two")).isInstanceOfSatisfying(HubDescriptor.class,
				(hub) -> assertThat(hub.key()).isEqualTo("two"));
	}

	@Test
	void showsOneStream() {
		snapshots(hub("one").stream(SAMPLE), hub("two"));
		given(this.monitor.isStale("one", NOW)).willReturn(true);
		for (String name : List.of("cam1", "z1.my-hub.cam1")) {
			assertThat(this.endpoint.hubOrStream(name)).isInstanceOfSatisfying(StreamDescriptor.class, (stream) -> {
				assertThat(stream.id()).isEqualTo("z1.my-hub.cam1");
				assertThat(stream.stale()).isTrue();
			});
		}
		assertThat(this.endpoint.hubOrStream("nope")).isNull();
	}

	@Test
	void showsAllHubsWithAStreamOfThatTitle() {
		snapshots(hub("one").stream(SAMPLE), hub("two"), hub("three").stream(SAMPLE));
		assertThat(this.endpoint.hubOrStream("cam1")).isInstanceOfSatisfying(PiliDescriptor.class,
				(hubs) -> assertThat(hubs.hubs()).extracting(HubDescriptor::key).containsExactly("one", "three"));
		assertThat(this.endpoint.stream("three", "cam1")).isNotNull();
		assertThat(this.endpoint.stream("two", "cam1")).isNull();
		assertThat(this.endpoint.stream("four", "cam1")).isNull();
	}

	@Test
	void jsonDoesNotChangeWithTheSettingsOfTheApplication() {
		snapshots(hub("one").lastRound(new Round(NOW, Duration.ofMillis(5), null)).stream(SAMPLE));
		assertThat(this.endpoint.pili()).isInstanceOf(OperationResponseBody.class);
		assertThat(this.endpoint.hubOrStream("one")).isInstanceOf(OperationResponseBody.class);
		assertThat(this.endpoint.stream("one", "cam1")).isInstanceOf(OperationResponseBody.class);
	}

	private static HubSnapshot.Builder hub(String key) {
		return HubSnapshot.of(key, "my-hub", "pili.example.com");
	}

	private void snapshots(HubSnapshot.Builder... hubs) {
		Map<String, HubSnapshot> snapshots = new LinkedHashMap<>();
		for (HubSnapshot.Builder hub : hubs) {
			HubSnapshot snapshot = hub.build();
			snapshots.put(snapshot.key(), snapshot);
		}
		given(this.monitor.snapshots()).willReturn(snapshots);
	}

}
