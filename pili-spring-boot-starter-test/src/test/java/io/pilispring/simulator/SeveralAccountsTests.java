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
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for a simulator with several accounts.
 */
class SeveralAccountsTests {

	private static final long NOW = TestClock.START.getEpochSecond();

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private SimulatedAccount first;

	private SimulatedAccount second;

	private TestClient firstClient;

	private TestClient secondClient;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder()
			.clock(this.clock)
			.fopDuration(Duration.ZERO)
			.credentials("first-ak", "first-sk")
			.hubs("live", "first-only")
			.account("second-ak", "second-sk", "live", "second-only")
			.start();
		this.first = this.simulator.account();
		this.second = this.simulator.account("second-ak");
		this.firstClient = new TestClient(this.simulator, this.first);
		this.secondClient = new TestClient(this.simulator, this.second);
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void streamsOfOneTitleAreToldApartByTheKeyThatSigns() {
		create(this.firstClient, "front-door", "key-of-first");
		create(this.secondClient, "front-door", "key-of-second");
		assertThat(this.firstClient.get("/v1/streams/z1.live.front-door").text("publishKey")).isEqualTo("key-of-first");
		assertThat(this.secondClient.get("/v1/streams/z1.live.front-door").text("publishKey"))
			.isEqualTo("key-of-second");
		assertThat(this.first.stream("front-door").publishKey()).isEqualTo("key-of-first");
		assertThat(this.second.stream("z1.live.front-door").publishKey()).isEqualTo("key-of-second");
		assertThat(this.second.stream("front-door").account()).isSameAs(this.second);
		this.second.stream("front-door").goLive();
		assertThat(this.first.stream("front-door").isLive()).isFalse();
		assertThat(this.firstClient.get("/v1/streams/z1.live.front-door/status").text("status"))
			.isEqualTo("disconnected");
		assertThat(this.secondClient.get("/v1/streams/z1.live.front-door/status").text("status"))
			.isEqualTo("connected");
		this.secondClient.delete("/v1/streams/z1.live.front-door");
		assertThat(this.second.streams()).isEmpty();
		assertThat(this.first.streams()).hasSize(1);
	}

	@Test
	void streamOfAnotherAccountDoesNotExist() {
		SimulatedStream stream = this.second.createStream("front-door");
		stream.goLive();
		this.clock.advance(Duration.ofSeconds(5));
		String target = "/v1/streams/" + stream.id();
		for (String call : List.of("", "/status", "/segments")) {
			assertThat(this.firstClient.get(target + call).status()).as(call).isEqualTo(404);
			assertThat(this.secondClient.get(target + call).status()).as(call).isEqualTo(200);
		}
		for (String call : List.of("", "/available", "/saveas", "/snapshot")) {
			String body = "{\"available\":\"disabled\",\"disabled\":true,\"name\":\"a.jpg\",\"format\":\"jpg\"}";
			assertThat(this.firstClient.post(target + call, body).status()).as(call).isEqualTo(404);
		}
		assertThat(this.firstClient.delete(target).status()).isEqualTo(404);
		assertThat(this.firstClient.get("/v1/streams?hub=live").json().get("items")).isEmpty();
		assertThat(this.secondClient.get("/v1/streams?hub=live&status=connected").json().get("items")).hasSize(1);
		String ids = "{\"streamIds\":[\"" + stream.id() + "\"]}";
		assertThat(this.firstClient.post("/v1/statuses", ids).json().get("items")).isEmpty();
		assertThat(this.secondClient.post("/v1/statuses", ids).json().get("items")).hasSize(1);
		assertThat(stream.isLive()).isTrue();
		assertThat(this.simulator.fops()).isEmpty();
	}

	@Test
	void hubOfAnotherAccountDoesNotExist() {
		assertThat(this.firstClient.get("/v1/streams?hub=second-only").status()).isEqualTo(612);
		assertThat(this.secondClient.get("/v1/streams?hub=second-only").status()).isEqualTo(200);
		assertThat(this.secondClient.get("/v1/streams?hub=first-only").status()).isEqualTo(612);
		assertThat(this.firstClient.post("/v1/streams", "{\"hub\":\"second-only\"}").status()).isEqualTo(612);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.first.createStream(StreamSpec.defaults().inHub("second-only")));
	}

	@Test
	void keysOfTwoAccountsDoNotMix() {
		assertThat(new TestClient(this.simulator, "first-ak", "second-sk").get("/v1/streams?hub=live").status())
			.isEqualTo(401);
		assertThat(new TestClient(this.simulator, "second-ak", "first-sk").get("/v1/streams?hub=live").status())
			.isEqualTo(401);
	}

	@Test
	void keysChangeForOneAccountAlone() {
		this.second.createStream("front-door");
		this.second.addKeys("new-ak", "new-sk");
		this.second.removeKeys("second-ak");
		TestClient rotated = new TestClient(this.simulator, "new-ak", "new-sk");
		assertThat(rotated.get("/v1/streams/z1.live.front-door").status()).isEqualTo(200);
		assertThat(this.secondClient.get("/v1/streams/z1.live.front-door").status()).isEqualTo(401);
		assertThat(this.firstClient.get("/v1/streams?hub=live").status()).isEqualTo(200);
		assertThat(this.simulator.account("new-ak")).isSameAs(this.second);
		assertThat(this.simulator.account("second-ak")).isSameAs(this.second);
		this.simulator.reset();
		assertThat(rotated.get("/v1/streams?hub=live").status()).isEqualTo(401);
		assertThat(this.secondClient.get("/v1/streams?hub=live").json().get("items")).isEmpty();
	}

	@Test
	void accessKeyBelongsToOneAccount() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.second.addKeys("a:b", "top-secret"))
			.withMessageNotContaining("top-secret");
		assertThatIllegalArgumentException().isThrownBy(() -> this.second.addKeys("ak", " "));
		assertThatIllegalArgumentException().isThrownBy(() -> this.second.addKeys("first-ak", "top-secret"))
			.withMessageContaining("'accessKey'")
			.withMessageNotContaining("top-secret");
		this.second.removeKeys("first-ak");
		assertThat(this.firstClient.get("/v1/streams?hub=live").status()).isEqualTo(200);
		this.first.removeKeys("first-ak");
		this.second.addKeys("first-ak", "first-sk");
		assertThat(this.firstClient.get("/v1/streams?hub=second-only").status()).isEqualTo(200);
		this.simulator.reset();
		assertThat(this.firstClient.get("/v1/streams?hub=second-only").status()).isEqualTo(612);
		assertThat(this.firstClient.get("/v1/streams?hub=first-only").status()).isEqualTo(200);
	}

	@Test
	void publishHostDecidesWhoseStreamIsMeant() {
		SimulatedStream one = this.first.createStream(spec("none"));
		SimulatedStream two = this.second.createStream(spec("none"));
		String hostOfOne = publishHost(this.firstClient, one);
		String hostOfTwo = publishHost(this.secondClient, two);
		assertThat(hostOfOne).isEqualTo("publish.pili.test").isEqualTo(this.first.hosts().publishRtmp());
		assertThat(hostOfTwo).isEqualTo("publish.account-2.pili.test").isEqualTo(this.second.hosts().publishRtmp());
		PublishDecision decision = this.simulator.publish("rtmp://" + hostOfTwo + "/live/front-door");
		assertThat(decision.accepted()).isTrue();
		assertThat(decision.stream()).isSameAs(two);
		assertThat(two.isLive()).isTrue();
		assertThat(one.isLive()).isFalse();
		decision = this.simulator.publish("rtmp://" + hostOfOne.toUpperCase() + ":1935/live/front-door");
		assertThat(decision.stream()).isSameAs(one);
		assertThat(one.isLive()).isTrue();
	}

	@Test
	void everyHostIsThatOfTheAccount() {
		SimulatedStream one = this.first.createStream("front-door");
		SimulatedStream two = this.second.createStream("front-door");
		JsonNode hostsOfOne = this.firstClient.get("/v1/streams/" + one.id()).json().get("hosts");
		JsonNode hostsOfTwo = this.secondClient.get("/v1/streams/" + two.id()).json().get("hosts");
		assertThat(hostsOfOne.toString()).doesNotContain("account-2");
		for (JsonNode kind : hostsOfTwo) {
			assertThat(kind).isNotEmpty().allMatch((host) -> host.stringValue().endsWith(".account-2.pili.test"));
		}
	}

	@Test
	void hostOfOneAccountLeadsToNoHubOfAnother() {
		this.second.createStream(new StreamSpec("second-only", "front-door", null, "none"));
		assertThat(verdict("rtmp://publish.pili.test/second-only/front-door")).isEqualTo(PublishVerdict.UNKNOWN_STREAM);
		assertThat(verdict("rtmp://publish.account-2.pili.test/second-only/front-door"))
			.isEqualTo(PublishVerdict.ACCEPTED);
	}

	@Test
	void nameOfTheHubIsEnoughWhereOnlyOneAccountHasIt() {
		this.second.createStream(new StreamSpec("second-only", "front-door", null, "none"));
		this.second.createStream(spec("none"));
		assertThat(verdict("rtmp://somewhere.else/second-only/front-door")).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict("rtmp://somewhere.else/live/front-door")).isEqualTo(PublishVerdict.AMBIGUOUS_HUB);
		assertThat(verdict("rtmp://somewhere.else/nobodys/front-door")).isEqualTo(PublishVerdict.UNKNOWN_STREAM);
		assertThat(this.simulator.publish("rtmp://somewhere.else/live/front-door").stream()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "static", "dynamic", "expiry", "expiry_sk" })
	void whatOneAccountSignedIsNotTakenByAnother(String security) {
		this.first.createStream(spec(security).withPublishKey("key-of-first"));
		this.second.createStream(spec(security).withPublishKey("key-of-second"));
		assertThat(verdict(signed("publish.pili.test", security, "first"))).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(signed("publish.pili.test", security, "second"))).isIn(PublishVerdict.WRONG_KEY,
				PublishVerdict.BAD_TOKEN);
		assertThat(verdict(signed("publish.account-2.pili.test", security, "first"))).isIn(PublishVerdict.WRONG_KEY,
				PublishVerdict.BAD_TOKEN);
		assertThat(verdict(signed("publish.account-2.pili.test", security, "second")))
			.isEqualTo(PublishVerdict.ACCEPTED);
	}

	@Test
	void noncesOfTwoAccountsAreCountedApart() {
		this.first.createStream(spec("dynamic").withPublishKey("key-of-first"));
		this.second.createStream(spec("dynamic").withPublishKey("key-of-second"));
		String url = signed("publish.pili.test", "dynamic", "first");
		assertThat(verdict(url)).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(verdict(url)).isEqualTo(PublishVerdict.STALE_NONCE);
		assertThat(verdict(signed("publish.account-2.pili.test", "dynamic", "second")))
			.isEqualTo(PublishVerdict.ACCEPTED);
	}

	@Test
	void hostsOfEachAccountCanBeSet() {
		Map<String, String> rtmp = Map.of("a-key", "127.0.0.1:2001", "b-key", "127.0.0.1:2002");
		try (PiliSimulator own = PiliSimulator.builder()
			.credentials("a-key", "sk")
			.hubs("live")
			.account("b-key", "sk", "live")
			.hosts((accessKey) -> StreamHosts.of(rtmp.get(accessKey), "127.0.0.1:3000"))
			.start()) {
			SimulatedStream one = own.createStream(spec("none"));
			SimulatedStream two = own.account("b-key").createStream(spec("none"));
			assertThat(own.publish("rtmp://127.0.0.1:2002/live/front-door").stream()).isSameAs(two);
			assertThat(own.publish("rtmp://127.0.0.1:2001/live/front-door").stream()).isSameAs(one);
		}
	}

	@Test
	void hubsOfOneNameAtOneHostAreNotGuessed() {
		try (PiliSimulator shared = PiliSimulator.builder()
			.hubs("live", "mine")
			.account("b-key", "sk", "live", "other")
			.hosts(StreamHosts.defaults())
			.start()) {
			shared.account().createStream(spec("none"));
			shared.account().createStream(spec("none").inHub("mine"));
			String url = "rtmp://publish.pili.test/live/front-door";
			assertThat(shared.checkPublish(url).verdict()).isEqualTo(PublishVerdict.AMBIGUOUS_HUB);
			assertThat(shared.checkPublish(url.replace("/live/", "/mine/")).accepted()).isTrue();
		}
	}

	@Test
	void fileOperationsNameTheirAccountByTheirHosts() {
		for (SimulatedAccount account : this.simulator.accounts()) {
			account.createStream("front-door").record(TestClock.START, TestClock.START.plusSeconds(10));
		}
		String body = "{\"name\":\"a.mp4\",\"format\":\"mp4\"}";
		JsonNode one = this.firstClient.post("/v1/streams/z1.live.front-door/saveas", body).json();
		JsonNode two = this.secondClient.post("/v1/streams/z1.live.front-door/saveas", body).json();
		assertThat(one.get("targetUrl").stringValue()).startsWith("http://vod.pili.test/");
		assertThat(two.get("targetUrl").stringValue()).startsWith("http://vod.account-2.pili.test/");
		String id = two.get("persistentId").stringValue();
		assertThat(id).isNotEqualTo(one.get("persistentId").stringValue());
		assertThat(this.firstClient.unsigned("GET", "/status/get/prefop?id=" + id).text("id")).isEqualTo(id);
		assertThat(this.simulator.fops()).hasSize(2);
	}

	@Test
	void whatNamesNoAccountIsAboutTheDefaultOne() {
		this.second.createStream("front-door");
		assertThat(this.simulator.streams()).isEmpty();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.simulator.stream("front-door"));
		SimulatedStream stream = this.simulator.createStream("front-door");
		assertThat(this.simulator.stream("front-door")).isSameAs(stream);
		assertThat(this.first.streams()).containsExactly(stream);
		assertThat(this.simulator.accessKey()).isEqualTo("first-ak");
		assertThat(this.simulator.hubs()).containsExactly("live", "first-only");
		assertThat(this.second.hubs()).containsExactly("live", "second-only");
		assertThat(this.simulator.accounts()).containsExactly(this.first, this.second);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.simulator.account("third-ak"));
	}

	@Test
	void builderRefusesWhatNoAccountCanBe() {
		PiliSimulatorBuilder builder = PiliSimulator.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.account("a:b", "sk", "hub"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.account("ak", " ", "hub"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.account("ak", "sk"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.account("ak", "sk", "a.b"));
		builder.account("ak", "top-secret", "hub").credentials("ak", "top-secret");
		assertThatIllegalArgumentException().isThrownBy(builder::start)
			.withMessageContaining("'accessKey' must not be that of another account: 'ak'")
			.withMessageNotContaining("top-secret");
		assertThat(builder.credentials("other-ak", "sk").hubsByAccessKey()).containsEntry("ak", List.of("hub"))
			.hasSize(2);
	}

	@Test
	void noTextShowsASecretKey() {
		assertThat(this.simulator.toString() + this.simulator.accounts() + this.second.createStream("front-door"))
			.contains("second-ak")
			.doesNotContain("first-sk", "second-sk");
	}

	private static StreamSpec spec(String security) {
		return StreamSpec.titled("front-door").withPublishSecurity(security);
	}

	private static void create(TestClient client, String title, String publishKey) {
		assertThat(client
			.post("/v1/streams",
					"{\"hub\":\"live\",\"title\":\"%s\",\"publishKey\":\"%s\"}".formatted(title, publishKey))
			.status()).isEqualTo(200);
	}

	private static String publishHost(TestClient client, SimulatedStream stream) {
		return client.get("/v1/streams/" + stream.id()).json().get("hosts").get("publish").get("rtmp").stringValue();
	}

	private PublishVerdict verdict(String url) {
		return this.simulator.checkPublish(url).verdict();
	}

	private static String signed(String host, String security, String account) {
		String target = "/live/front-door?";
		String publishKey = "key-of-" + account;
		String query = switch (security) {
			case "static" -> "key=" + publishKey;
			case "dynamic" -> token(target, "nonce=5", "", publishKey);
			case "expiry" -> token(target, "expire=" + (NOW + 60), "", publishKey);
			default -> token(target, "e=" + (NOW + 60), account + "-ak:", account + "-sk");
		};
		return "rtmp://" + host + target + query;
	}

	private static String token(String target, String query, String prefix, String key) {
		return query + "&token=" + prefix + TestClient.hmac(key, target + query);
	}

}
