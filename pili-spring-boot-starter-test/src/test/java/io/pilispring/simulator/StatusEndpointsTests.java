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

package io.pilispring.simulator;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StatusEndpointsTests {

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private TestClient client;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).start();
		this.client = new TestClient(this.simulator);
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void tellsThatAStreamIsNotLive() {
		SimulatedStream stream = this.simulator.createStream("my-title");
		TestClient.Answer answer = this.client.get("/v1/streams/" + stream.id() + "/status");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("status")).isEqualTo("disconnected");
		assertThat(answer.json().has("startFrom")).isFalse();
	}

	@Test
	void tellsWhatIsPublished() {
		SimulatedStream stream = this.simulator.createStream("my-title");
		stream.goLive(
				Push.defaults().from("10.0.0.7:1234").withBytesPerSecond(1000.5).withFramesPerSecond(40.5, 24, 0.25));
		this.clock.advance(Duration.ofSeconds(3));
		JsonNode json = this.client.get("/v1/streams/" + stream.id() + "/status").json();
		assertThat(json.get("status").stringValue()).isEqualTo("connected");
		assertThat(json.get("addr").stringValue()).isEqualTo("10.0.0.7:1234");
		assertThat(json.get("startFrom").stringValue()).isEqualTo("2026-03-01T10:00:00.250Z");
		assertThat(json.get("bytesPerSecond").doubleValue()).isEqualTo(1000.5);
		assertThat(json.get("framesPerSecond").get("audio").doubleValue()).isEqualTo(40.5);
		assertThat(json.get("framesPerSecond").get("video").doubleValue()).isEqualTo(24);
		assertThat(json.get("framesPerSecond").get("data").doubleValue()).isEqualTo(0.25);
		assertThat(json.get("hub").stringValue()).isEqualTo("test-hub");
		assertThat(json.get("stream").stringValue()).isEqualTo("my-title");
		assertThat(json.get("reqId").stringValue()).isNotBlank();
	}

	@Test
	void followsChangesWhileLive() {
		SimulatedStream stream = this.simulator.createStream();
		stream.goLive();
		stream.change(Push.defaults().withBytesPerSecond(7));
		JsonNode json = this.client.get("/v1/streams/" + stream.id() + "/status").json();
		assertThat(json.get("bytesPerSecond").doubleValue()).isEqualTo(7);
		assertThat(stream.push()).isEqualTo(Push.defaults().withBytesPerSecond(7));
		stream.goOffline();
		assertThat(stream.push()).isNull();
		stream.goOffline();
		assertThat(this.client.get("/v1/streams/" + stream.id() + "/status").text("status")).isEqualTo("disconnected");
	}

	@Test
	void refusesToGoLiveWhereItCannot() {
		SimulatedStream stream = this.simulator.createStream();
		assertThatIllegalStateException().isThrownBy(() -> stream.change(Push.defaults()));
		stream.goLive();
		assertThatIllegalStateException().isThrownBy(stream::goLive).withMessageContaining("live already");
		this.client.post("/v1/streams/" + stream.id(), "{\"disabled\":true}");
		assertThatIllegalStateException().isThrownBy(stream::goLive).withMessageContaining("disabled");
		this.client.delete("/v1/streams/" + stream.id());
		assertThatIllegalStateException().isThrownBy(stream::goLive).withMessageContaining("deleted");
	}

	@Test
	void batchLeavesOutWhatIsNotLive() {
		SimulatedStream live = this.simulator.createStream("live-one");
		SimulatedStream dark = this.simulator.createStream("dark-one");
		live.goLive();
		this.clock.advance(Duration.ofSeconds(1));
		JsonNode items = batch("\"" + live.id() + "\",\"" + dark.id() + "\",\"z1.test-hub.unknown\",\"x\"").json()
			.get("items");
		assertThat(items.size()).isEqualTo(1);
		assertThat(items.get(0).get("streamId").stringValue()).isEqualTo(live.id());
		assertThat(items.get(0).get("status").stringValue()).isEqualTo("connected");
		assertThat(items.get(0).get("updatedAt").stringValue()).isEqualTo("2026-03-01T10:00:01.250Z");
	}

	@Test
	void batchTakesAHundredIds() {
		assertThat(batch(ids(100)).status()).isEqualTo(200);
		assertThat(batch(ids(101)).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"streamIds\":[]}", "{\"streamIds\":\"a\"}", "{\"streamIds\":[1]}",
			"{\"streamIds\":[null]}", "{\"streamIds\":null}" })
	void refusesABatch(String body) {
		assertThat(this.client.post("/v1/statuses", body).status()).isEqualTo(400);
	}

	@Test
	void batchCanBeSwitchedOff() {
		this.simulator.setBatchCall(false);
		assertThat(batch("\"a\"").status()).isEqualTo(404);
		this.simulator.setBatchCall(true);
		assertThat(batch("\"a\"").status()).isEqualTo(200);
		this.simulator.setBatchCall(false);
		this.simulator.reset();
		assertThat(batch("\"a\"").status()).isEqualTo(200);
	}

	@Test
	void batchCanBeOffFromTheStart() {
		try (PiliSimulator old = PiliSimulator.builder().batchCall(false).start()) {
			assertThat(new TestClient(old).post("/v1/statuses", "{\"streamIds\":[\"a\"]}").status()).isEqualTo(404);
		}
	}

	private TestClient.Answer batch(String ids) {
		return this.client.post("/v1/statuses", "{\"streamIds\":[" + ids + "]}");
	}

	private static String ids(int count) {
		return IntStream.range(0, count)
			.mapToObj((index) -> "\"z1.test-hub.title-" + index + "\"")
			.collect(Collectors.joining(","));
	}

}
