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

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class V2LiveEndpointsTests {

	private static final String BATCH = "/v2/hubs/test-hub/livestreams";

	private PiliSimulator simulator;

	private TestClient client;

	private SimulatedHub hub;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(new TestClock()).start();
		this.client = new TestClient(this.simulator);
		this.hub = this.simulator.defaultHub();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void tellsAllOfALiveStream() {
		SimulatedStream stream = this.hub.goLive("room",
				new Push("10.1.1.1:52897", 16_106.75, 38.4, 23.1, 0).withGop(java.time.Duration.ofMillis(2500)));
		stream.setViewers(3);
		JsonNode live = live("room").json();
		assertThat(live.get("startAt").longValue()).isEqualTo(TestClock.START.getEpochSecond());
		assertThat(live.get("clientIP").stringValue()).isEqualTo("10.1.1.1:52897");
		assertThat(live.get("serverIP").stringValue()).isNotBlank();
		assertThat(live.get("bps").longValue()).isEqualTo(128_854);
		assertThat(live.get("fps").toString()).isEqualTo("{\"audio\":38,\"video\":23,\"data\":0}");
		assertThat(live.get("maxGop").longValue()).isEqualTo(2500);
		assertThat(live.get("avgGop").longValue()).isEqualTo(2500);
		assertThat(live.get("videoBitRate").longValue() + live.get("audioBitRate").longValue()).isEqualTo(128_854);
		assertThat(live.get("playCount").longValue()).isEqualTo(3);
		assertThat(live.get("bandwidth").longValue()).isEqualTo(3 * 128_854);
	}

	@Test
	void tellsTheBitRatesOfWhatIsPushed() {
		Push push = Push.defaults().withBytesPerSecond(1000);
		this.hub.goLive("both", push);
		this.hub.goLive("sound", push.withFramesPerSecond(43, 0, 0));
		this.hub.goLive("pictures", push.withFramesPerSecond(0, 25, 0));
		assertThat(rates("both")).containsExactly(800, 7200, 2000);
		assertThat(rates("sound")).containsExactly(8000, 0, 0);
		assertThat(rates("pictures")).containsExactly(0, 8000, 2000);
	}

	@Test
	void isLiveInBothVersions() {
		this.simulator.createStream("my-title").goLive();
		assertThat(live("my-title").status()).isEqualTo(200);
		this.hub.goLive("room");
		assertThat(this.client.get("/v1/streams/z1.test-hub.room/status").text("status")).isEqualTo("connected");
		this.hub.stream("room").goOffline();
		assertThat(live("room").status()).isEqualTo(619);
		assertThat(this.client.get("/v1/streams/z1.test-hub.room/status").text("status")).isEqualTo("disconnected");
	}

	@Test
	void answersNotLiveInTwoForms() {
		this.hub.createStream("room");
		assertThat(live("room").status()).isEqualTo(619);
		assertThat(live("room").body()).isEqualTo("{\"error\":\"no live\"}");
		this.simulator.setV2Responses(V2Responses.defaults().withZerosWhenNotLive(true));
		assertThat(live("room").status()).isEqualTo(200);
		JsonNode golden = Golden.v2("responses")
			.filter((each) -> each.get("name").stringValue().equals("live-offline-zeros"))
			.findFirst()
			.orElseThrow();
		assertThat(live("room").json()).isEqualTo(golden.get("body"));
		assertThat(batch("room")).isEmpty();
	}

	@Test
	void answersAnUnknownStreamInTwoForms() {
		assertThat(live("room").status()).isEqualTo(612);
		this.simulator.setV2Responses(V2Responses.defaults().withUnknownStreamStatus(404));
		assertThat(live("room").status()).isEqualTo(404);
		assertThat(live("room").text("error")).isEqualTo("stream not found");
		assertThatIllegalArgumentException().isThrownBy(() -> V2Responses.defaults().withUnknownStreamStatus(200))
			.withMessageContaining("unknownStreamStatus");
	}

	@Test
	void answersWithoutAResultInTwoForms() {
		this.simulator.setV2Responses(V2Responses.defaults().withEmptyBodies(true));
		TestClient.Answer answer = this.client.post("/v2/hubs/test-hub/streams", "{\"key\":\"a\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.reqId()).isNotBlank();
		this.simulator.reset();
		assertThat(this.client.post("/v2/hubs/test-hub/streams", "{\"key\":\"a\"}").body()).isEqualTo("{}");
	}

	@Test
	void answersAnEmptyListInTwoForms() {
		assertThat(this.client.get("/v2/hubs/test-hub/streams").body()).isEqualTo("{\"items\":[],\"marker\":\"\"}");
		this.simulator.setV2Responses(V2Responses.defaults().withNullItems(true));
		assertThat(this.client.get("/v2/hubs/test-hub/streams").body()).isEqualTo("{\"items\":null,\"marker\":\"\"}");
		assertThat(this.client.post(BATCH, "{\"items\":[\"a\"]}").body()).isEqualTo("{\"items\":null}");
		this.hub.createStream("a");
		assertThat(this.client.get(V2StreamEndpointsTests.path("a", "/historyactivity")).body())
			.isEqualTo("{\"items\":null}");
		assertThat(this.client.get("/v2/hubs/test-hub/streams").json().get("items")).hasSize(1);
	}

	@Test
	void leavesOutOfABatchWhatIsNotLive() {
		this.hub.createStream("a0");
		this.hub.goLive("b");
		JsonNode items = batch("a0", "b", "c");
		assertThat(items).hasSize(1);
		assertThat(items.get(0).get("key").stringValue()).isEqualTo("b");
		assertThat(items.get(0).get("startAt").longValue()).isEqualTo(TestClock.START.getEpochSecond());
		assertThat(items.get(0).has("playCount")).isFalse();
		assertThat(batch()).isEmpty();
	}

	@Test
	void takesAHundredKeysAtMost() {
		String[] keys = IntStream.range(0, 101).mapToObj((i) -> "k" + i).toArray(String[]::new);
		assertThat(this.client.post(BATCH, body(java.util.Arrays.copyOf(keys, 100))).status()).isEqualTo(200);
		assertThat(this.client.post(BATCH, body(keys)).status()).isEqualTo(400);
	}

	@Test
	void refusesABatchThatIsNoListOfTexts() {
		for (String body : List.of("{}", "{\"items\":null}", "{\"items\":\"a\"}", "{\"items\":[1]}",
				"{\"items\":[null]}", "[]", "x", "")) {
			assertThat(this.client.post(BATCH, body).status()).as(body).isEqualTo(400);
			assertThat(this.client.post(BATCH, body).text("error")).isEqualTo("bad request");
		}
	}

	private TestClient.Answer live(String key) {
		return this.client.get(V2StreamEndpointsTests.path(key, "/live"));
	}

	private List<Integer> rates(String key) {
		JsonNode live = live(key).json();
		return Stream.of("audioBitRate", "videoBitRate", "maxGop").map((name) -> live.get(name).intValue()).toList();
	}

	private JsonNode batch(String... keys) {
		return this.client.post(BATCH, body(keys)).json().get("items");
	}

	private static String body(String... keys) {
		return "{\"items\":[" + String.join(",", java.util.Arrays.stream(keys).map((key) -> '"' + key + '"').toList())
				+ "]}";
	}

}
