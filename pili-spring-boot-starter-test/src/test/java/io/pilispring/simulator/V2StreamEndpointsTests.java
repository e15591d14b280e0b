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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class V2StreamEndpointsTests {

	private static final long NOW = TestClock.START.getEpochSecond();

	private static final String STREAMS = "/v2/hubs/test-hub/streams";

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private TestClient client;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).hubs("test-hub", "other-hub").start();
		this.client = new TestClient(this.simulator);
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	static Stream<JsonNode> keys() {
		return Golden.v2("keys");
	}

	@Test
	void createsAStreamOnce() {
		TestClient.Answer answer = create("room");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{}");
		assertThat(answer.reqId()).isNotBlank();
		answer = create("room");
		assertThat(answer.status()).isEqualTo(614);
		assertThat(answer.body()).isEqualTo("{\"error\":\"stream already exists\",\"detail\":\"duplicated content\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"key\":\"a@720p\"}", "{\"key\":\"a b\"}", "{\"key\":\"视频\"}", "{\"key\":\"a/b\"}",
			"{\"key\":\"\"}", "{\"key\":7}", "{\"key\":null}", "{}", "", "[]", "{\"key\":\"a\"", "{\"key\":\"a\"}x",
			"{\"key\":\"a\",\"nropEnable\":1}" })
	void refusesToCreate(String body) {
		assertThat(this.client.post(STREAMS, body).status()).isEqualTo(400);
		assertThat(this.simulator.defaultHub().streams()).isEmpty();
	}

	@Test
	void refusesAKeyThatIsTooLong() {
		assertThat(create("k".repeat(200)).status()).isEqualTo(200);
		assertThat(create("k".repeat(201)).text("error")).isEqualTo("invalid stream key");
	}

	@Test
	void ignoresUnknownFields() {
		assertThat(this.client.post(STREAMS, "{\"key\":\"a\",\"more\":{},\"nropEnable\":true}").status())
			.isEqualTo(200);
		assertThat(info("a").get("nropEnable").booleanValue()).isTrue();
	}

	@Test
	void tellsAHubOrAStreamThatIsUnknown() {
		assertThat(this.client.get("/v2/hubs/unknown/streams").status()).isEqualTo(612);
		assertThat(this.client.get("/v2/hubs/unknown/streams").text("error")).isEqualTo("hub not found");
		assertThat(this.client.get(path("unknown", "")).status()).isEqualTo(612);
		assertThat(this.client.get(path("unknown", "")).text("error")).isEqualTo("stream not found");
		for (String call : List.of("/disabled", "/converts", "/nrop", "/saveas", "/snapshot")) {
			assertThat(this.client.post(path("unknown", call), "{\"converts\":[],\"nropEnable\":true}").status())
				.as(call)
				.isEqualTo(612);
		}
	}

	@ParameterizedTest
	@MethodSource("keys")
	void decodesKeys(JsonNode golden) {
		String key = golden.get("key").stringValue();
		this.simulator.defaultHub().goLive(key);
		String path = STREAMS + "/" + golden.get("encoded").stringValue();
		assertThat(this.client.get(path).status()).isEqualTo(200);
		assertThat(this.client.get(path + "/live").json().get("startAt").longValue()).isEqualTo(NOW);
	}

	@ParameterizedTest
	@ValueSource(strings = { "YQ", "YQ%3D%3D", "YQ=", "YR==", "a", "%", "stream?>~" })
	void refusesAKeyThatIsEncodedOtherwise(String encoded) {
		this.simulator.defaultHub().createStream("a");
		assertThat(this.client.get(STREAMS + "/YQ==").status()).isEqualTo(200);
		try {
			assertThat(this.client.get(STREAMS + "/" + encoded).status()).isEqualTo(400);
		}
		catch (IllegalArgumentException ex) {
			assertThat(encoded).matches("%|stream.*");
		}
	}

	@Test
	void tellsAllOfAStream() {
		create("room");
		JsonNode info = info("room");
		assertThat(info.get("createdAt").longValue()).isEqualTo(NOW);
		assertThat(info.get("updatedAt").longValue()).isEqualTo(NOW);
		assertThat(info.get("expireAt").longValue()).isEqualTo(NOW + 15 * 86_400);
		assertThat(info.get("disabledTill").longValue()).isZero();
		assertThat(info.get("converts")).isEmpty();
		assertThat(info.get("watermark").booleanValue()).isFalse();
		assertThat(info.get("publishSecurity").stringValue()).isEmpty();
		assertThat(info.get("publishKey").stringValue()).isEmpty();
		assertThat(info.get("nropEnable").booleanValue()).isFalse();
		JsonNode full = Golden.v2("responses")
			.filter((each) -> each.get("name").stringValue().equals("info-full"))
			.findFirst()
			.orElseThrow();
		assertThat(info.propertyNames()).containsExactlyInAnyOrderElementsOf(full.get("body").propertyNames());
	}

	@Test
	void tellsTheSecurityOfAStreamOfVersion1() {
		this.simulator.createStream(StreamSpec.titled("room").withPublishKey("pk").withPublishSecurity("dynamic"));
		JsonNode info = info("room");
		assertThat(info.get("publishSecurity").stringValue()).isEqualTo("dynamic");
		assertThat(info.get("publishKey").stringValue()).isEqualTo("pk");
		assertThat(info.get("expireAt").longValue()).isZero();
	}

	@Test
	void removesAStreamThatNobodyPublishes() {
		create("room");
		create("live");
		this.clock.advance(Duration.ofDays(14));
		this.simulator.defaultHub().goLive("live");
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.client.get(path("room", "")).status()).isEqualTo(612);
		assertThat(this.client.get(path("live", "")).status()).isEqualTo(200);
		assertThat(keys(this.client.get(STREAMS).json())).containsExactly("live");
		assertThat(this.client.get("/v1/streams/z1.test-hub.room").status()).isEqualTo(404);
		this.simulator.stream("live").goOffline();
		assertThat(info("live").get("expireAt").longValue()).isEqualTo(NOW + 30 * 86_400);
		this.clock.advance(Duration.ofDays(15));
		assertThat(this.simulator.defaultHub().hasStream("live")).isFalse();
		assertThat(create("room").status()).isEqualTo(200);
	}

	@Test
	void streamsLastAsLongAsTheHubStoresThem() {
		SimulatedHub hub = this.simulator.defaultHub();
		hub.createStream("room");
		hub.setStorageDays(1);
		assertThat(hub.storageDays()).isEqualTo(1);
		assertThat(info("room").get("expireAt").longValue()).isEqualTo(NOW + 86_400);
		assertThatIllegalArgumentException().isThrownBy(() -> hub.setStorageDays(0)).withMessageContaining("0");
		this.clock.advance(Duration.ofDays(1));
		assertThat(hub.hasStream("room")).isFalse();
	}

	static Stream<Consumer<SimulatedHub>> lookups() {
		return Stream.of((hub) -> hub.createStream("room"), (hub) -> hub.goLive("room"), (hub) -> hub.hasStream("room"),
				SimulatedHub::streams);
	}

	@ParameterizedTest
	@MethodSource("lookups")
	void aStreamThatHasExpiredStaysGone(Consumer<SimulatedHub> lookup) {
		SimulatedHub hub = this.simulator.defaultHub();
		SimulatedStream expired = hub.createStream("room");
		this.clock.advance(Duration.ofDays(15));
		lookup.accept(hub);
		assertThatIllegalStateException().isThrownBy(expired::goLive).withMessageContaining("deleted");
		assertThat(hub.streams()).doesNotContain(expired);
	}

	@Test
	void aStreamThatIsDeletedMeanwhileCannotBeChanged() {
		StreamState stream = (StreamState) this.simulator.defaultHub().createStream("room");
		this.client.delete("/v1/streams/" + stream.id());
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> stream.change((before) -> before))
			.withMessageContaining("not found");
		assertThatIllegalStateException().isThrownBy(stream::goLive).withMessageContaining("deleted");
	}

	@Test
	void keepsStreamsOfVersion1() {
		this.simulator.createStream("my-title");
		this.clock.advance(Duration.ofDays(1000));
		assertThat(this.client.get(path("my-title", "")).status()).isEqualTo(200);
	}

	@Test
	void sharesItsStreamsWithVersion1() {
		create("room");
		assertThat(this.client.get("/v1/streams/z1.test-hub.room").status()).isEqualTo(200);
		this.client.post("/v1/streams", "{\"hub\":\"test-hub\",\"title\":\"my-title\"}");
		assertThat(keys(this.client.get(STREAMS).json())).containsExactly("room", "my-title");
		assertThat(this.client.get("/v1/streams?hub=test-hub").json().get("items")).hasSize(2);
		this.client.post(path("room", "/disabled"), "{\"disabledTill\":-1}");
		assertThat(this.client.get("/v1/streams/z1.test-hub.room").json().get("disabled").booleanValue()).isTrue();
		this.client.post(path("room", "/converts"), "{\"converts\":[\"480p\"]}");
		assertThat(this.client.get("/v1/streams/z1.test-hub.room").json().get("profiles").get(0).stringValue())
			.isEqualTo("480p");
		this.client.delete("/v1/streams/z1.test-hub.room");
		assertThat(this.client.get(path("room", "")).status()).isEqualTo(612);
	}

	@Test
	void listsPageByPage() {
		for (int i = 0; i < 4; i++) {
			create("room-" + i);
		}
		create("other");
		List<String> found = new ArrayList<>();
		String marker = "";
		int pages = 0;
		do {
			JsonNode page = this.client.get(STREAMS + "?prefix=room&limit=2&marker=" + marker).json();
			found.addAll(keys(page));
			marker = page.get("marker").stringValue();
			pages++;
		}
		while (!marker.isEmpty());
		assertThat(found).containsExactly("room-0", "room-1", "room-2", "room-3");
		// The last page with streams was full
		assertThat(pages).isEqualTo(3);
		assertThat(this.client.get(STREAMS + "?limit=6").json().get("marker").stringValue()).isEmpty();
		assertThat(this.client.get(STREAMS).json().get("items")).hasSize(5);
	}

	@Test
	void listsAThousandUnlessAskedForMore() {
		for (int i = 0; i < 1001; i++) {
			this.simulator.defaultHub().createStream("k" + i);
		}
		assertThat(this.client.get(STREAMS).json().get("items")).hasSize(1000);
		assertThat(this.client.get(STREAMS + "?limit=0&marker=").json().get("items")).hasSize(1000);
		assertThat(this.client.get(STREAMS + "?limit=5000").json().get("items")).hasSize(1001);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=5001", "limit=-1", "limit=x", "marker=x", "marker=1", "marker=aaaaaaaaaaaa",
			"liveonly=maybe", "limit=99999999999999999999" })
	void refusesToList(String query) {
		TestClient.Answer answer = this.client.get(STREAMS + "?" + query);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("error")).isEqualTo("bad request");
	}

	@Test
	void refusesAMarkerOfAnotherList() {
		create("a");
		create("b");
		String marker = this.client.get(STREAMS + "?limit=1").json().get("marker").stringValue();
		assertThat(this.client.get(STREAMS + "?marker=" + marker).status()).isEqualTo(200);
		assertThat(this.client.get("/v2/hubs/other-hub/streams?marker=" + marker).status()).isEqualTo(400);
		String v1 = this.client.get("/v1/streams?hub=test-hub&limit=1").json().get("marker").stringValue();
		assertThat(this.client.get(STREAMS + "?marker=" + v1).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "t", "T", "true", "TRUE", "True" })
	void listsLiveStreamsOnly(String yes) {
		create("room");
		this.simulator.defaultHub().goLive("live");
		assertThat(keys(this.client.get(STREAMS + "?liveonly=" + yes).json())).containsExactly("live");
		assertThat(keys(this.client.get(STREAMS + "?liveonly=false").json())).hasSize(2);
	}

	@Test
	void disablesAndEnables() {
		create("room");
		assertThat(disabled("{\"disabledTill\":-1}")).isEqualTo(-1);
		assertThat(this.simulator.stream("room").isDisabled()).isTrue();
		assertThat(disabled("{\"disabledTill\":0}")).isZero();
		assertThat(this.simulator.stream("room").isDisabled()).isFalse();
		assertThat(disabled("{\"disabledTill\":" + (NOW + 60) + "}")).isEqualTo(NOW + 60);
		assertThat(this.simulator.stream("room").isDisabled()).isTrue();
		this.clock.advance(Duration.ofSeconds(61));
		// One in the past stays as it is
		assertThat(info("room").get("disabledTill").longValue()).isEqualTo(NOW + 60);
		assertThat(this.simulator.stream("room").isDisabled()).isFalse();
		assertThat(disabled("{\"disablePeriodSecond\":600}")).isEqualTo(NOW + 61 + 600);
		assertThat(disabled("{\"disabledTill\":-1,\"disablePeriodSecond\":600}")).isEqualTo(-1);
		assertThat(disabled("{\"disabledTill\":0,\"disablePeriodSecond\":0}")).isZero();
	}

	@Test
	void endsThePushOfAStreamThatIsDisabled() {
		SimulatedStream stream = this.simulator.defaultHub().goLive("room");
		this.client.post(path("room", "/disabled"), "{\"disabledTill\":-1}");
		assertThat(stream.isLive()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"disabledTill\":-2}", "{\"disabledTill\":\"1\"}", "{\"disabledTill\":1.5}",
			"{\"disablePeriodSecond\":-1}", "{\"disabledTill\":99999999999999999999}",
			"{\"disabledTill\":9223372036854775807}", "{" })
	void refusesToDisable(String body) {
		create("room");
		assertThat(this.client.post(path("room", "/disabled"), body).status()).isEqualTo(400);
		assertThat(this.simulator.stream("room").isDisabled()).isFalse();
	}

	@Test
	void setsConverts() {
		create("room");
		assertThat(
				this.client.post(path("room", "/converts"), "{\"converts\":[\"480p\",\"720p\",\"wmt_logo\"]}").body())
			.isEqualTo("{}");
		assertThat(info("room").get("converts")).hasSize(3);
		assertThat(info("room").get("watermark").booleanValue()).isTrue();
		TestClient.Answer answer = this.client.post(path("room", "/converts"), "{\"converts\":[\"4k\"]}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("error")).isEqualTo("invalid args");
		assertThat(info("room").get("converts")).hasSize(3);
		this.client.post(path("room", "/converts"), "{\"converts\":[\"480p\"]}");
		assertThat(info("room").get("watermark").booleanValue()).isFalse();
		this.client.post(path("room", "/converts"), "{\"converts\":[]}");
		assertThat(info("room").get("converts")).isEmpty();
		assertThat(this.client.post(path("room@720p", "/converts"), "{\"converts\":[]}").text("error"))
			.isEqualTo("invalid stream key");
	}

	@Test
	void turnsTheJudgingOfPicturesOnAndOff() {
		create("room");
		assertThat(this.client.post(path("room", "/nrop"), "{\"nropEnable\":true}").body()).isEqualTo("{}");
		assertThat(info("room").get("nropEnable").booleanValue()).isTrue();
		assertThat(this.client.post(path("room", "/nrop"), "{}").status()).isEqualTo(400);
		this.client.post(path("room", "/nrop"), "{\"nropEnable\":false}");
		assertThat(info("room").get("nropEnable").booleanValue()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/historyactivity", "/historyrecord" })
	void tellsTheHistory(String call) {
		SimulatedStream stream = this.simulator.defaultHub().goLive("room", Push.defaults().from("10.1.1.1:5"));
		this.clock.advance(Duration.ofSeconds(60));
		stream.goOffline();
		this.clock.advance(Duration.ofSeconds(60));
		stream.goLive();
		assertThat(this.client.get(path("room", call)).json().get("items")).hasSize(1);
		this.clock.advance(Duration.ofSeconds(60));
		stream.goOffline();
		JsonNode items = this.client.get(path("room", call)).json().get("items");
		assertThat(items).hasSize(2);
		assertThat(items.get(0).get("start").longValue()).isEqualTo(NOW + 120);
		assertThat(items.get(0).get("end").longValue()).isEqualTo(NOW + 180);
		assertThat(items.get(1).get("start").longValue()).isEqualTo(NOW);
		assertThat(items.get(1).get("clientIP").stringValue()).isEqualTo("10.1.1.1:5");
		assertThat(items.get(1).get("serverIP").stringValue()).isNotBlank();
		assertThat(this.client.get(path("room", call) + "?start=" + (NOW + 100)).json().get("items")).hasSize(1);
		assertThat(this.client.get(path("room", call) + "?end=" + (NOW + 100)).json().get("items")).hasSize(1);
		assertThat(this.client.get(path("room", call) + "?start=0&end=0").json().get("items")).hasSize(2);
		assertThat(this.client.get(path("room", call) + "?start=" + (NOW + 60)).json().get("items")).hasSize(2);
		assertThat(this.client.get(path("room", call) + "?start=" + (NOW + 61)).json().get("items")).hasSize(1);
		assertThat(this.client.get(path("room", call) + "?end=" + (NOW + 1)).json().get("items")).hasSize(1);
		assertThat(this.client.get(path("room", call) + "?end=" + NOW).json().get("items")).isEmpty();
		assertThat(this.client.get(path("room", call) + "?start=5&end=5").status()).isEqualTo(400);
		assertThat(this.client.get(path("room", call) + "?start=x").status()).isEqualTo(400);
	}

	private TestClient.Answer create(String key) {
		return this.client.post(STREAMS, "{\"key\":\"" + key + "\"}");
	}

	private JsonNode info(String key) {
		return this.client.get(path(key, "")).json();
	}

	private long disabled(String body) {
		assertThat(this.client.post(path("room", "/disabled"), body).body()).isEqualTo("{}");
		return info("room").get("disabledTill").longValue();
	}

	static String path(String key, String call) {
		return STREAMS + "/" + StreamKey.encode(key) + call;
	}

	private static List<String> keys(JsonNode page) {
		return page.get("items").valueStream().map((item) -> item.get("key").stringValue()).toList();
	}

}
