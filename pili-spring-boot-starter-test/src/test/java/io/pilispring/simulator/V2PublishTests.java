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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class V2PublishTests {

	private static final long NOW = TestClock.START.getEpochSecond();

	private static final String BASE = "rtmp://publish.pili.test/test-hub/room";

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private SimulatedHub hub;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).credentials("test-ak", "test-sk").start();
		this.hub = this.simulator.defaultHub();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	static Stream<JsonNode> goldenUrls() {
		return Stream.concat(Golden.v2("urls"), Golden.v2("official_vectors"))
			.filter((golden) -> golden.get("kind").stringValue().equals("publish"));
	}

	@ParameterizedTest
	@MethodSource("goldenUrls")
	void acceptsGoldenUrlsUntilTheyExpire(JsonNode golden) {
		String url = golden.get("url").stringValue();
		String[] path = url.replaceAll("^srt://.*h=([^,]+).*$", "rtmp://x/$1").replaceAll("\\?.*", "").split("/");
		Instant expiry = (golden.has("expire_at")) ? Instant.ofEpochSecond(golden.get("expire_at").longValue())
				: TestClock.START;
		String accessKey = (golden.has("access_key")) ? golden.get("access_key").stringValue() : "test-ak";
		String secretKey = (golden.has("secret_key")) ? golden.get("secret_key").stringValue() : "test-sk";
		String publishKey = (golden.has("publish_key")) ? golden.get("publish_key").stringValue() : null;
		PiliSimulatorBuilder builder = PiliSimulator.builder()
			.credentials(accessKey, secretKey)
			.hubs(path[3])
			.hubSecurity(golden.get("security").stringValue(), publishKey);
		try (PiliSimulator before = builder.clock(InstantSource.fixed(expiry.minusSeconds(1))).start()) {
			assertThat(before.checkPublish(url).verdict()).isEqualTo(PublishVerdict.ACCEPTED);
			assertThat(before.defaultHub().streams()).isEmpty();
			assertThat(before.publish(url).verdict()).isEqualTo(PublishVerdict.ACCEPTED);
			assertThat(before.defaultHub().stream(path[4]).isLive()).isTrue();
			before.defaultHub().stream(path[4]).goOffline();
			if (!golden.get("security").stringValue().equals("none")) {
				assertThat(before.publish(url.replaceFirst("(key|token)=", "$1=x")).verdict())
					.isIn(PublishVerdict.BAD_TOKEN, PublishVerdict.WRONG_KEY);
				assertThat(before.publish(url.replace(path[4], path[4] + "x")).verdict()).isIn(PublishVerdict.BAD_TOKEN,
						PublishVerdict.ACCEPTED);
			}
		}
		if (golden.has("expire_at")) {
			try (PiliSimulator after = builder.clock(InstantSource.fixed(expiry)).start()) {
				assertThat(after.publish(url).verdict()).isEqualTo(PublishVerdict.EXPIRED);
				assertThat(after.defaultHub().streams()).isEmpty();
			}
		}
	}

	@Test
	void createsAStreamThatIsLiveInBothVersions() {
		PublishDecision decision = this.simulator.publish(signed("e=" + (NOW + 60)));
		assertThat(decision.accepted()).isTrue();
		assertThat(decision.stream()).isSameAs(this.hub.stream("room"));
		TestClient client = new TestClient(this.simulator);
		assertThat(client.get("/v1/streams/z1.test-hub.room/status").text("status")).isEqualTo("connected");
		assertThat(client.get(V2StreamEndpointsTests.path("room", "/live")).status()).isEqualTo(200);
		assertThat(this.simulator.publish(signed("e=" + (NOW + 60))).verdict()).isEqualTo(PublishVerdict.ALREADY_LIVE);
	}

	@Test
	void aRunningPushIsNotCutWhenItsUrlExpires() {
		this.simulator.publish(signed("e=" + (NOW + 60)));
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(this.hub.stream("room").isLive()).isTrue();
		this.hub.stream("room").goOffline();
		assertThat(this.simulator.publish(signed("e=" + (NOW + 60))).verdict()).isEqualTo(PublishVerdict.EXPIRED);
	}

	@Test
	void judgesTheParametersSortedByName() {
		String sorted = "a=1%2F2+3&e=" + (NOW + 60) + "&z=%E8%A7%86";
		String token = "&token=test-ak:" + TestClient.hmac("test-sk", "/test-hub/room?" + sorted);
		assertThat(verdict(BASE + "?" + sorted + token)).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(BASE + "?z=视&e=" + (NOW + 60) + token + "&a=1/2%203")).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(BASE + "?" + sorted + "&more=1" + token)).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(BASE + "?" + sorted.substring(0, sorted.length() - 3) + token))
			.isEqualTo(PublishVerdict.BAD_TOKEN);
	}

	@Test
	void refusesTokensOfOthers() {
		String query = "e=" + (NOW + 60);
		String right = TestClient.hmac("test-sk", "/test-hub/room?" + query);
		assertThat(verdict(BASE + "?" + query + "&token=" + right)).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(BASE + "?" + query + "&token=other:" + right)).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(BASE + "?" + query)).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(signed("e=x"))).isEqualTo(PublishVerdict.EXPIRED);
		assertThat(verdict(BASE + "?e=%zz&token=x")).isEqualTo(PublishVerdict.UNKNOWN_STREAM);
		this.simulator.addKeys("new-ak", "new-sk");
		assertThat(
				verdict(BASE + "?" + query + "&token=new-ak:" + TestClient.hmac("new-sk", "/test-hub/room?" + query)))
			.isEqualTo(PublishVerdict.ACCEPTED);
	}

	@Test
	void wantsAGrowingNonce() {
		this.hub.setPublishSecurity("dynamic", "pk");
		assertThat(this.simulator.publish(nonce(10)).accepted()).isTrue();
		this.hub.stream("room").goOffline();
		assertThat(verdict(nonce(10))).isEqualTo(PublishVerdict.STALE_NONCE);
		assertThat(verdict(nonce(11))).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(nonce(11))).isEqualTo(PublishVerdict.STALE_NONCE);
	}

	@Test
	void followsTheSecurityOfTheHub() {
		this.hub.createStream("room");
		this.hub.setPublishSecurity("static", "pk");
		assertThat(verdict(BASE + "?key=pk&uid=42")).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(BASE + "?key=other")).isEqualTo(PublishVerdict.WRONG_KEY);
		assertThat(verdict(BASE)).isEqualTo(PublishVerdict.WRONG_KEY);
		assertThat(this.hub.stream("room").publishSecurity()).isEqualTo("static");
		assertThat(this.hub.stream("room").publishKey()).isEqualTo("pk");
		this.hub.setPublishSecurity("none", "pk");
		assertThat(verdict(BASE + "?uid=42")).isEqualTo(PublishVerdict.ACCEPTED);
		this.simulator.createStream(StreamSpec.titled("my-title").withPublishKey("own"));
		assertThat(verdict("rtmp://publish.pili.test/test-hub/my-title")).isEqualTo(PublishVerdict.WRONG_KEY);
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.setPublishSecurity("md5", "pk"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.setPublishSecurity("static", " "))
			.withMessageContaining("publishKey");
	}

	@Test
	void refusesWhatIsDisabled() {
		this.hub.goLive("room").goOffline();
		new TestClient(this.simulator).post(V2StreamEndpointsTests.path("room", "/disabled"), "{\"disabledTill\":-1}");
		assertThat(verdict(signed("e=" + (NOW + 60)))).isEqualTo(PublishVerdict.DISABLED);
		assertThatIllegalStateException().isThrownBy(() -> this.hub.goLive("room")).withMessageContaining("disabled");
		this.hub.setDomain(this.hub.domain("publish.pili.test").withDisabled(true));
		assertThat(verdict(signed("e=" + (NOW + 60)))).isEqualTo(PublishVerdict.DISABLED_DOMAIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@720p", "a.b", "..", "a%2Fb", "视频" })
	void createsNoStreamWithAnInvalidKey(String key) {
		this.hub.setPublishSecurity("none", "pk");
		assertThat(this.simulator.publish("rtmp://publish.pili.test/test-hub/" + key).verdict())
			.isEqualTo(PublishVerdict.INVALID_KEY);
		assertThat(this.hub.streams()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "srt://h:1935?streamid=#!::h=test-hub/room", "srt://h:1935?streamid=#!::m=publish",
			"srt://h:1935?streamid=#!::h=test-hub/room,m=request", "srt://h:1935?streamid=h=test-hub/room,m=publish",
			"srt://h:1935", "srt://h:1935?streamid=#!::h=test-hub,m=publish", "rtsp://h/test-hub/room", "" })
	void refusesWhatIsNoUrl(String url) {
		assertThat(verdict(url)).isEqualTo(PublishVerdict.MALFORMED_URL);
	}

	@Test
	void acceptsAnUnsignedSrtUrl() {
		this.hub.setPublishSecurity("none", "pk");
		assertThat(
				verdict("srt://publish.pili.test:1935?streamid=#!::h=test-hub/room,m=publish,domain=publish.pili.test"))
			.isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict("srt://publish.pili.test:1935?mode=caller&streamid=%23!::h=test-hub/room,m=publish"))
			.isEqualTo(PublishVerdict.ACCEPTED);
	}

	@Test
	void takesKeysFromTestCodeThatOnlyAPushWouldMake() {
		assertThat(this.hub.goLive("视频").isLive()).isTrue();
		assertThat(this.hub.streams()).extracting(SimulatedStream::title).containsExactly("视频");
		assertThatIllegalStateException().isThrownBy(() -> this.hub.goLive("视频")).withMessageContaining("live");
		assertThat(this.hub.goLive("k".repeat(200)).isLive()).isTrue();
		for (String key : new String[] { "", " ", "a@b", "a/b", "k".repeat(201) }) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.hub.goLive(key));
			assertThatIllegalArgumentException().isThrownBy(() -> this.hub.createStream(key));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.createStream("视频"))
			.withMessageContaining("duplicated");
	}

	@Test
	void onePublisherOfManyCreatesTheStream() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 50; round++) {
				String path = "/test-hub/room-" + round + "?e=" + (NOW + 60);
				String url = "rtmp://publish.pili.test" + path + "&token=test-ak:" + TestClient.hmac("test-sk", path);
				List<Callable<PublishVerdict>> publishers = Collections.nCopies(8,
						() -> this.simulator.publish(url).verdict());
				List<PublishVerdict> verdicts = new ArrayList<>();
				for (Future<PublishVerdict> verdict : threads.invokeAll(publishers)) {
					verdicts.add(verdict.get());
				}
				assertThat(verdicts).containsOnly(PublishVerdict.ACCEPTED, PublishVerdict.ALREADY_LIVE)
					.containsOnlyOnce(PublishVerdict.ACCEPTED);
			}
			assertThat(this.hub.streams()).hasSize(50).allMatch(SimulatedStream::isLive);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void urlsDoNotShowTheirToken() {
		PublishUrl url = PublishUrl.parse(signed("e=1"));
		assertThat(url.toString()).isEqualTo("PublishUrl[rtmp://publish.pili.test/test-hub/room]");
	}

	private PublishVerdict verdict(String url) {
		return this.simulator.checkPublish(url).verdict();
	}

	private static String signed(String query) {
		return BASE + "?" + query + "&token=test-ak:" + TestClient.hmac("test-sk", "/test-hub/room?" + query);
	}

	private static String nonce(long nonce) {
		String query = "nonce=" + nonce;
		return BASE + "?" + query + "&token=" + TestClient.hmac("pk", "/test-hub/room?" + query);
	}

}
