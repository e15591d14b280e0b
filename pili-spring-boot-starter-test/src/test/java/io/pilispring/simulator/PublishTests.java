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

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PublishTests {

	private static final String BASE = "rtmp://publish.pili.test/test-hub/my-title";

	private static final long NOW = TestClock.START.getEpochSecond();

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).credentials("test-ak", "test-sk").start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void takesTheGoldenUrls() throws IOException {
		for (JsonNode golden : SignatureTests.golden().get("publish")) {
			this.simulator.reset();
			JsonNode stream = golden.get("stream");
			this.simulator
				.createStream(new StreamSpec(stream.get("hub").stringValue(), stream.get("title").stringValue(),
						stream.get("publishKey").stringValue(), stream.get("publishSecurity").stringValue()));
			String url = golden.get("publish_url").stringValue();
			assertThat(verdict(url)).as(url).isEqualTo(PublishVerdict.ACCEPTED);
		}
	}

	@Test
	void signsTheGoldenTokens() throws IOException {
		for (JsonNode golden : SignatureTests.golden().get("hmac")) {
			assertThat(HmacSha1.sign(golden.get("key").stringValue(), golden.get("string_to_sign").stringValue()))
				.isEqualTo(golden.get("token").stringValue());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "http://publish.pili.test/test-hub/my-title", "rtmp://host/test-hub",
			"rtmp://host/test-hub/my-title/more", "rtmp:///test-hub/my-title" })
	void refusesWhatIsNoUrl(String url) {
		assertThat(verdict(url)).isEqualTo(PublishVerdict.MALFORMED_URL);
	}

	@Test
	void refusesUnknownStreams() {
		stream("none");
		assertThat(verdict("rtmp://host/test-hub/unknown")).isEqualTo(PublishVerdict.UNKNOWN_STREAM);
		assertThat(verdict("rtmp://host/unknown/my-title")).isEqualTo(PublishVerdict.UNKNOWN_STREAM);
		assertThat(this.simulator.publish("rtmp://host/test-hub/unknown").accepted()).isFalse();
	}

	@Test
	void refusesADisabledStream() {
		SimulatedStream stream = stream("none");
		TestClient client = new TestClient(this.simulator);
		client.post("/v1/streams/" + stream.id(), "{\"disabled\":true}");
		assertThat(verdict(BASE)).isEqualTo(PublishVerdict.DISABLED);
		client.delete("/v1/streams/" + stream.id());
		assertThat(verdict(BASE)).isEqualTo(PublishVerdict.UNKNOWN_STREAM);
	}

	@Test
	void refusesASecondPublisher() {
		SimulatedStream stream = stream("none");
		PublishDecision decision = this.simulator.publish(BASE, Push.defaults().from("10.1.1.1:5"));
		assertThat(decision.accepted()).isTrue();
		assertThat(decision.stream()).isSameAs(stream);
		assertThat(stream.push().address()).isEqualTo("10.1.1.1:5");
		assertThat(this.simulator.publish(BASE).verdict()).isEqualTo(PublishVerdict.ALREADY_LIVE);
		stream.goOffline();
		assertThat(this.simulator.publish(BASE).accepted()).isTrue();
	}

	@Test
	void checksWithoutGoingLive() {
		SimulatedStream stream = stream("none");
		assertThat(this.simulator.checkPublish(BASE).accepted()).isTrue();
		assertThat(stream.isLive()).isFalse();
	}

	@Test
	void wantsTheKeyOfAStaticStream() {
		stream("static");
		assertThat(verdict(BASE + "?key=pk")).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(BASE + "?key=other&key=pk")).isEqualTo(PublishVerdict.WRONG_KEY);
		assertThat(verdict(BASE + "?key=")).isEqualTo(PublishVerdict.WRONG_KEY);
		assertThat(verdict(BASE + "?key=%zz")).isEqualTo(PublishVerdict.WRONG_KEY);
		assertThat(verdict(BASE)).isEqualTo(PublishVerdict.WRONG_KEY);
	}

	@Test
	void wantsAGrowingNonce() {
		stream("dynamic");
		assertThat(verdict(signed("nonce=10", "pk"))).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(signed("nonce=10", "pk"))).isEqualTo(PublishVerdict.STALE_NONCE);
		assertThat(verdict(signed("nonce=9", "pk"))).isEqualTo(PublishVerdict.STALE_NONCE);
		assertThat(verdict(signed("nonce=x", "pk"))).isEqualTo(PublishVerdict.STALE_NONCE);
		assertThat(verdict(signed("nonce=11", "other"))).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(signed("nonce=11", "pk").replace("nonce=11", "nonce=12")))
			.isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(BASE + "?nonce=11")).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(BASE)).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(signed("other=11", "pk"))).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(signed("nonce=11", "pk"))).isEqualTo(PublishVerdict.ACCEPTED);
	}

	@Test
	void signatureOfNothingIsNone() {
		stream("dynamic");
		assertThat(verdict(BASE + "?x=1&token=" + TestClient.hmac("pk", ""))).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(BASE + "?token=" + TestClient.hmac("pk", ""))).isEqualTo(PublishVerdict.BAD_TOKEN);
		this.simulator.defaultHub().setPublishSecurity("dynamic", "pk");
		this.simulator.defaultHub().createStream("room");
		assertThat(verdict("rtmp://publish.pili.test/test-hub/room?x=1&token=" + TestClient.hmac("pk", "")))
			.isEqualTo(PublishVerdict.BAD_TOKEN);
	}

	@Test
	void takesNoncesInAnyUnitAsLongAsTheyGrow() {
		stream("dynamic");
		for (String nonce : List.of("1440223404", "1440223404123", "1440223404123456", "1440223404123456789",
				"9223372036854775807")) {
			assertThat(verdict(signed("nonce=" + nonce, "pk"))).as(nonce).isEqualTo(PublishVerdict.ACCEPTED);
			assertThat(verdict(signed("nonce=" + nonce, "pk"))).as(nonce).isEqualTo(PublishVerdict.STALE_NONCE);
		}
		assertThat(verdict(signed("nonce=1440223405", "pk"))).isEqualTo(PublishVerdict.STALE_NONCE);
	}

	@Test
	void takesANonceWithLeadingZeros() {
		stream("dynamic");
		assertThat(verdict(signed("nonce=" + "0".repeat(30) + "7", "pk"))).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(signed("nonce=7", "pk"))).isEqualTo(PublishVerdict.STALE_NONCE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "9223372036854775808", "9999999999999999999", "18446744073709551616", "-1", "+1", "1.5",
			"1e3", "%D9%A1", "" })
	void refusesANonceThatIsNoNumberOf64Bits(String nonce) {
		stream("dynamic");
		assertThat(verdict(signed("nonce=" + nonce, "pk"))).isEqualTo(PublishVerdict.STALE_NONCE);
		assertThat(verdict(signed("nonce=" + nonce + "0".repeat(500), "pk"))).isEqualTo(PublishVerdict.STALE_NONCE);
		assertThat(verdict(signed("nonce=1", "pk"))).isEqualTo(PublishVerdict.ACCEPTED);
	}

	@Test
	void aRefusedPublisherUsesUpNoNonce() {
		SimulatedStream stream = stream("dynamic");
		this.simulator.publish(signed("nonce=1", "pk"));
		assertThat(verdict(signed("nonce=2", "pk"))).isEqualTo(PublishVerdict.ALREADY_LIVE);
		stream.goOffline();
		assertThat(verdict(signed("nonce=2", "pk"))).isEqualTo(PublishVerdict.ACCEPTED);
	}

	@Test
	void wantsAUrlThatIsNotExpired() {
		stream("expiry");
		String url = signed("expire=" + (NOW + 60), "pk");
		assertThat(verdict(url)).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(signed("expire=" + (NOW + 60) + "&xyz=custom", "pk"))).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(url.replace("=", "%3D").replaceFirst("expire%3D", "expire=").replace("token%3D", "token=")))
			.isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(signed("expire=" + (NOW + 60), "other"))).isEqualTo(PublishVerdict.BAD_TOKEN);
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(verdict(url)).isEqualTo(PublishVerdict.EXPIRED);
	}

	@Test
	void expiryMayBeAnyNumberOf64Bits() {
		stream("expiry");
		assertThat(verdict(signed("expire=9223372036854775807", "pk"))).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(signed("expire=9223372036854775808", "pk"))).isEqualTo(PublishVerdict.EXPIRED);
		assertThat(verdict(signed("expire=" + "9".repeat(500), "pk"))).isEqualTo(PublishVerdict.EXPIRED);
	}

	@Test
	void wantsTheSecretKeyOfTheAccount() {
		stream("expiry_sk");
		String url = accountSigned("test-ak", "test-sk");
		assertThat(verdict(url)).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(accountSigned("other", "test-sk"))).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(accountSigned("test-ak", "pk"))).isEqualTo(PublishVerdict.BAD_TOKEN);
		assertThat(verdict(url.replace("token=test-ak:", "token="))).isEqualTo(PublishVerdict.BAD_TOKEN);
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(verdict(url)).isEqualTo(PublishVerdict.EXPIRED);
	}

	@Test
	void wantsNoQueryWithoutSecurity() {
		stream("none");
		assertThat(verdict(BASE)).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(BASE + "?key=pk")).isEqualTo(PublishVerdict.UNEXPECTED_QUERY);
	}

	private SimulatedStream stream(String security) {
		return this.simulator
			.createStream(StreamSpec.titled("my-title").withPublishKey("pk").withPublishSecurity(security));
	}

	private PublishVerdict verdict(String url) {
		return this.simulator.checkPublish(url).verdict();
	}

	private static String signed(String query, String key) {
		return BASE + "?" + query + "&token=" + TestClient.hmac(key, "/test-hub/my-title?" + query);
	}

	private static String accountSigned(String accessKey, String secretKey) {
		String query = "e=" + (NOW + 60);
		return BASE + "?" + query + "&token=" + accessKey + ":"
				+ TestClient.hmac(secretKey, "/test-hub/my-title?" + query);
	}

}
