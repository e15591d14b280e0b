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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class StreamEndpointsTests {

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private TestClient client;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().hubs("test-hub", "other-hub").clock(this.clock).start();
		this.client = new TestClient(this.simulator);
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void createsAStreamFromTheHubAlone() {
		TestClient.Answer answer = this.client.post("/v1/streams", "{\"hub\":\"test-hub\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.reqId()).isNotBlank();
		JsonNode json = answer.json();
		String title = json.get("title").stringValue();
		assertThat(title).matches("[0-9a-f]{24}").startsWith(Long.toHexString(TestClock.START.getEpochSecond()));
		assertThat(json.get("id").stringValue()).isEqualTo("z1.test-hub." + title);
		assertThat(json.get("hub").stringValue()).isEqualTo("test-hub");
		assertThat(json.get("createdAt").stringValue()).isEqualTo("2026-03-01T10:00:00.250Z");
		assertThat(json.get("updatedAt").stringValue()).isEqualTo("2026-03-01T10:00:00.250Z");
		assertThat(json.get("disabled").booleanValue()).isFalse();
		assertThat(json.get("publishKey").stringValue()).matches("[0-9a-f]{16}");
		assertThat(json.get("publishSecurity").stringValue()).isEqualTo("static");
		assertThat(json.has("disabledTill")).isFalse();
		assertThat(json.has("profiles")).isFalse();
	}

	@Test
	void keysAndIdsOfRequestsAreMadeUpAnewEachTime() {
		TestClient.Answer one = this.client.post("/v1/streams", "{\"hub\":\"test-hub\"}");
		TestClient.Answer other = this.client.post("/v1/streams", "{\"hub\":\"test-hub\"}");
		assertThat(one.text("publishKey")).isNotEqualTo(other.text("publishKey"));
		assertThat(one.reqId()).isNotEqualTo(other.reqId());
	}

	@ParameterizedTest
	@ValueSource(strings = { "static", "dynamic", "expiry", "expiry_sk", "none" })
	void createsAStreamWithEverything(String security) {
		TestClient.Answer answer = this.client.post("/v1/streams",
				"{\"hub\":\"other-hub\",\"title\":\"my_Title-1\",\"publishKey\":\"pk\",\"publishSecurity\":\""
						+ security + "\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("id")).isEqualTo("z1.other-hub.my_Title-1");
		assertThat(answer.text("publishKey")).isEqualTo("pk");
		assertThat(answer.text("publishSecurity")).isEqualTo(security);
		assertThat(this.simulator.stream("my_Title-1").publishSecurity()).isEqualTo(security);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "{|400", "[]|400", "''|400", "{}|400", "{\"hub\":1}|400", "{\"hub\":null}|400",
					"{\"hub\":\"test-hub\"} x|400", "{\"hub\":\"test-hub\",\"hub\":\"test-hub\"}|400",
					"{\"hub\":\"nope\"}|612", "{\"hub\":\"test-hub\",\"title\":\"abc\"}|400",
					"{\"hub\":\"test-hub\",\"title\":\"a b c d\"}|400",
					"{\"hub\":\"test-hub\",\"title\":\"ab.cd\"}|400", "{\"hub\":\"test-hub\",\"title\":5}|400",
					"null|400", "{\"hub\":\"test-hub\",\"publishSecurity\":\"secret\"}|400",
					"{\"hub\":\"test-hub\",\"publishSecurity\":\"STATIC\"}|400",
					"{\"hub\":\"test-hub\",\"publishKey\":\"\"}|400" })
	void refusesToCreate(String body, int status) {
		TestClient.Answer answer = this.client.post("/v1/streams", body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.json().get("error").intValue()).isEqualTo(status * 1000 + 1);
		assertThat(this.simulator.streams()).isEmpty();
	}

	@Test
	void nullIsAsGoodAsNothingWhenCreating() {
		TestClient.Answer answer = this.client.post("/v1/streams",
				"{\"hub\":\"test-hub\",\"title\":null,\"publishKey\":null,\"publishSecurity\":null}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.text("title")).matches("[0-9a-f]{24}");
		assertThat(answer.text("publishKey")).matches("[0-9a-f]{16}");
		assertThat(answer.text("publishSecurity")).isEqualTo("static");
	}

	@Test
	void takesTitlesOf4To200Characters() {
		assertThat(create("a".repeat(200)).status()).isEqualTo(200);
		assertThat(create("a".repeat(201)).status()).isEqualTo(400);
		assertThat(create("abcd").status()).isEqualTo(200);
	}

	@Test
	void refusesADuplicateTitleInOneHubOnly() {
		assertThat(create("same-title").status()).isEqualTo(200);
		TestClient.Answer answer = create("same-title");
		assertThat(answer.status()).isEqualTo(614);
		assertThat(answer.text("message")).isEqualTo("duplicated content");
		assertThat(this.client.post("/v1/streams", "{\"hub\":\"other-hub\",\"title\":\"same-title\"}").status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json; charset=utf-8", "application/json;charset=UTF-8",
			"application/json ; charset=\"utf-8\"", "application/json;", "APPLICATION/JSON" })
	void takesJsonHoweverItIsWritten(String contentType) {
		TestClient.Answer answer = this.client.postAs(contentType, "/v1/streams",
				"{\"hub\":\"test-hub\",\"title\":\"视频\"}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(400);
		assertThat(answer.text("message")).contains("invalid title '视频'");
		answer = this.client.postAs(contentType, "/v1/streams", "{\"hub\":\"test-hub\"}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/octet-stream",
			"application/jsonp", "application/json-patch+json", "text/plain; application/json", "; application/json" })
	void refusesAPostWithAnotherContentType(String contentType) {
		String data = "{\"hub\":\"test-hub\"}";
		TestClient.Answer answer = this.client.postAs(contentType, "/v1/streams", data);
		// An octet stream is signed without its body
		assertThat(answer.status()).isEqualTo(contentType.contains("octet") ? 401 : 400);
	}

	@Test
	void getsAStream() {
		SimulatedStream stream = this.simulator.createStream("my-title");
		TestClient.Answer answer = this.client.get("/v1/streams/" + stream.id());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("id")).isEqualTo("z1.test-hub.my-title");
		assertThat(answer.text("publishKey")).isEqualTo(stream.publishKey());
	}

	@ParameterizedTest
	@CsvSource({ "z1.test-hub.unknown,404", "z2.test-hub.my-title,404", "z1.nope.my-title,612", "my-title,404",
			"z1.test-hub.,404", "z1..my-title,404", ".test-hub.my-title,404", "z1.test-hub.my%20title,400" })
	void doesNotFind(String id, int status) {
		this.simulator.createStream("my-title");
		assertThat(this.client.get("/v1/streams/" + id).status()).isEqualTo(status);
		assertThat(this.client.delete("/v1/streams/" + id).status()).isEqualTo(status);
		assertThat(this.client.post("/v1/streams/" + id, "{}").status()).isEqualTo(status);
		assertThat(this.client.get("/v1/streams/" + id + "/status").status()).isEqualTo(status);
		assertThat(this.client.get("/v1/streams/" + id + "/segments").status()).isEqualTo(status);
		assertThat(this.client.post("/v1/streams/" + id + "/saveas", "{\"name\":\"a\"}").status()).isEqualTo(status);
		assertThat(this.client.post("/v1/streams/" + id + "/snapshot", "{\"name\":\"a\",\"format\":\"jpg\"}").status())
			.isEqualTo(status);
		assertThat(this.client.post("/v1/streams/" + id + "/available", "{\"available\":\"enabled\"}").status())
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "PUT,/v1/streams", "DELETE,/v1/streams", "PUT,/v1/streams/z1.test-hub.abcd",
			"DELETE,/v1/streams/z1.test-hub.abcd/status", "DELETE,/v1/streams/z1.test-hub.abcd/segments",
			"GET,/v1/streams/z1.test-hub.abcd/saveas", "GET,/v1/streams/z1.test-hub.abcd/snapshot",
			"GET,/v1/streams/z1.test-hub.abcd/available", "GET,/v1/statuses" })
	void refusesTheWrongMethod(String method, String target) {
		assertThat(this.client.send(method, target).status()).isEqualTo(405);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/", "/v1", "/v2/streams", "/v1/streams/", "/v1/stream", "/v1/streams/a/b", "/v1//streams" })
	void refusesUnknownPaths(String target) {
		assertThat(this.client.get(target).status()).isEqualTo(404);
	}

	@Test
	void updatesOnlyWhatIsGiven() {
		SimulatedStream stream = this.simulator.createStream(StreamSpec.titled("my-title").withPublishKey("old"));
		String target = "/v1/streams/" + stream.id();
		this.clock.advance(Duration.ofSeconds(5));
		TestClient.Answer answer = this.client.post(target, "{\"publishKey\":\"new\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("publishKey")).isEqualTo("new");
		assertThat(answer.text("publishSecurity")).isEqualTo("static");
		assertThat(answer.text("createdAt")).isEqualTo("2026-03-01T10:00:00.250Z");
		assertThat(answer.text("updatedAt")).isEqualTo("2026-03-01T10:00:05.250Z");
		this.client.post(target, "{\"disabled\":true}");
		answer = this.client.post(target, "{\"publishSecurity\":\"dynamic\"}");
		assertThat(answer.text("publishKey")).isEqualTo("new");
		assertThat(answer.text("publishSecurity")).isEqualTo("dynamic");
		assertThat(answer.json().get("disabled").booleanValue()).isTrue();
		assertThat(this.client.post(target, "{}").status()).isEqualTo(200);
	}

	@Test
	void nullLeavesThingsAsTheyAreWhenUpdating() {
		SimulatedStream stream = this.simulator
			.createStream(StreamSpec.titled("my-title").withPublishKey("old").withPublishSecurity("dynamic"));
		String target = "/v1/streams/" + stream.id();
		this.client.post(target, "{\"disabled\":true}");
		TestClient.Answer answer = this.client.post(target,
				"{\"publishKey\":null,\"publishSecurity\":null,\"disabled\":null}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.text("publishKey")).isEqualTo("old");
		assertThat(answer.text("publishSecurity")).isEqualTo("dynamic");
		assertThat(answer.json().get("disabled").booleanValue()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"publishKey\":1}", "{\"publishKey\":\"\"}", "{\"publishSecurity\":\"x\"}",
			"{\"disabled\":\"true\"}", "{\"disabled\":0}", "null" })
	void refusesToUpdate(String body) {
		SimulatedStream stream = this.simulator.createStream();
		assertThat(this.client.post("/v1/streams/" + stream.id(), body).status()).isEqualTo(400);
	}

	@Test
	void disablingEndsThePush() {
		SimulatedStream stream = this.simulator.createStream();
		stream.goLive();
		this.clock.advance(Duration.ofSeconds(10));
		this.client.post("/v1/streams/" + stream.id(), "{\"disabled\":true}");
		assertThat(stream.isDisabled()).isTrue();
		assertThat(stream.isLive()).isFalse();
		assertThat(stream.segments()).hasSize(1);
		this.client.post("/v1/streams/" + stream.id(), "{\"disabled\":false}");
		assertThat(stream.isDisabled()).isFalse();
		stream.goLive();
		assertThat(stream.isLive()).isTrue();
	}

	@Test
	void disablesUntilTheClockSaysOtherwise() {
		SimulatedStream stream = this.simulator.createStream();
		stream.goLive();
		long till = TestClock.START.getEpochSecond() + 60;
		String target = "/v1/streams/" + stream.id();
		assertThat(this.client.post(target + "/available", disabledTill(till)).status()).isEqualTo(200);
		assertThat(stream.isLive()).isFalse();
		JsonNode json = this.client.get(target).json();
		assertThat(json.get("disabled").booleanValue()).isTrue();
		assertThat(json.get("disabledTill").longValue()).isEqualTo(till);
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(stream.isDisabled()).isTrue();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(stream.isDisabled()).isFalse();
		json = this.client.get(target).json();
		assertThat(json.get("disabled").booleanValue()).isFalse();
		assertThat(json.has("disabledTill")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"available\":\"disabled\"}", "{\"available\":\"disabled\",\"disabledTill\":null}" })
	void disablesForGood(String body) {
		SimulatedStream stream = this.simulator.createStream();
		stream.goLive();
		String target = "/v1/streams/" + stream.id();
		assertThat(this.client.post(target + "/available", body).status()).isEqualTo(200);
		assertThat(stream.isLive()).isFalse();
		this.clock.advance(Duration.ofDays(10_000));
		JsonNode json = this.client.get(target).json();
		assertThat(json.get("disabled").booleanValue()).isTrue();
		assertThat(json.has("disabledTill")).isFalse();
		this.client.post(target + "/available", "{\"available\":\"enabled\",\"disabledTill\":null}");
		assertThat(stream.isDisabled()).isFalse();
	}

	@Test
	void enablesBeforeItsTime() {
		SimulatedStream stream = this.simulator.createStream();
		String target = "/v1/streams/" + stream.id() + "/available";
		this.client.post(target, disabledTill(TestClock.START.getEpochSecond() + 60));
		assertThat(this.client.post(target, "{\"available\":\"enabled\"}").status()).isEqualTo(200);
		assertThat(stream.isDisabled()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"available\":null}", "{\"available\":\"off\",\"disabledTill\":99}",
			"{\"available\":\"disabled\",\"disabledTill\":-1}", "{\"available\":\"disabled\",\"disabledTill\":1e20}",
			"{\"available\":\"disabled\",\"disabledTill\":99999999999999999999}",
			"{\"available\":\"disabled\",\"disabledTill\":18446744073709551617}",
			"{\"available\":\"disabled\",\"disabledTill\":0}", "{\"available\":\"disabled\",\"disabledTill\":1.5}",
			"{\"available\":\"disabled\",\"disabledTill\":\"99\"}",
			"{\"available\":\"disabled\",\"disabledTill\":9223372036854775807}", "{\"available\":true}" })
	void refusesToChangeTheAvailability(String body) {
		SimulatedStream stream = this.simulator.createStream();
		assertThat(this.client.post("/v1/streams/" + stream.id() + "/available", body).status()).isEqualTo(400);
		assertThat(stream.isDisabled()).isFalse();
	}

	@Test
	void deletes() {
		SimulatedStream stream = this.simulator.createStream("my-title");
		stream.goLive();
		TestClient.Answer answer = this.client.delete("/v1/streams/" + stream.id());
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.reqId()).isNotBlank();
		assertThat(stream.isLive()).isFalse();
		assertThat(this.client.get("/v1/streams/" + stream.id()).status()).isEqualTo(404);
		assertThat(this.client.delete("/v1/streams/" + stream.id()).status()).isEqualTo(404);
		assertThat(create("my-title").status()).isEqualTo(200);
	}

	private TestClient.Answer create(String title) {
		return this.client.post("/v1/streams", "{\"hub\":\"test-hub\",\"title\":\"" + title + "\"}");
	}

	private static String disabledTill(long till) {
		return "{\"available\":\"disabled\",\"disabledTill\":" + till + "}";
	}

}
