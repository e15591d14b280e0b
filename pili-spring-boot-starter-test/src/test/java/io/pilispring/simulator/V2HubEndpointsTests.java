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
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class V2HubEndpointsTests {

	private static final String HUB = "/v2/hubs/test-hub";

	private static final String DOMAINS = HUB + "/domains";

	private PiliSimulator simulator;

	private TestClient client;

	private SimulatedHub hub;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder()
			.clock(new TestClock())
			.hubs("test-hub", "second-hub")
			.account("other-ak", "other-sk", "foreign-hub")
			.start();
		this.client = new TestClient(this.simulator);
		this.hub = this.simulator.defaultHub();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void listsTheHubsOfTheAccount() {
		assertThat(this.client.get("/v2/hubs").body())
			.isEqualTo("{\"items\":[{\"name\":\"test-hub\"},{\"name\":\"second-hub\"}]}");
		assertThat(this.client.get("/v2/hubs/foreign-hub").status()).isEqualTo(612);
	}

	@Test
	void tellsAllOfAHubButItsKey() {
		this.hub.setPublishSecurity("static", "very-secret");
		this.hub.setNrop(new NropSettings(true, 10, "http://example.com/nrop", 80));
		TestClient.Answer answer = this.client.get(HUB);
		assertThat(answer.body()).doesNotContain("very-secret");
		JsonNode json = answer.json();
		assertThat(json.get("createdAt").longValue()).isEqualTo(TestClock.START.getEpochSecond());
		assertThat(json.get("domains")).hasSize(4);
		assertThat(json.get("domains").get(0).toString()).isEqualTo(
				"{\"type\":\"publishRtmp\",\"domain\":\"publish.pili.test\",\"cname\":\"publish.pili.test.cname.pili.test\"}");
		assertThat(json.get("defaultDomains").get(2).toString())
			.isEqualTo("{\"type\":\"liveHls\",\"domain\":\"live-hls.pili.test\"}");
		assertThat(json.get("publishSecurity").stringValue()).isEqualTo("static");
		assertThat(json.get("liveDataExpireDays").longValue()).isEqualTo(15);
		assertThat(json.get("nrop").get("interval").longValue()).isEqualTo(10);
		assertThat(json.get("vodDomain").stringValue()).isEqualTo("vod.pili.test");
		assertThat(json.get("accesslog").has("saveBucket")).isTrue();
	}

	@Test
	void changesAHub() {
		change("/security", "{\"publishSecurity\":\"expiry\",\"publishKey\":\"pk\"}");
		assertThat(this.hub.publishSecurity()).isEqualTo("expiry");
		assertThat(this.hub.publishKey()).isEqualTo("pk");
		change("/hlsplus", "{\"hlsPlus\":true}");
		assertThat(this.hub.isHlsPlus()).isTrue();
		change("/persistence", "{\"storageBucket\":\"b\",\"liveDataExpireDays\":60}");
		assertThat(this.hub.storageBucket()).isEqualTo("b");
		assertThat(this.hub.storageDays()).isEqualTo(60);
		change("/snapshot", "{\"snapshotInterval\":15}");
		assertThat(this.hub.snapshotInterval()).isEqualTo(15);
		change("/voddomain", "{\"vodDomain\":\"vod.example.com\"}");
		assertThat(this.hub.vodDomain()).isEqualTo("vod.example.com");
		JsonNode json = this.client.get(HUB).json();
		assertThat(json.get("publishSecurity").stringValue()).isEqualTo("expiry");
		assertThat(json.get("hlsPlus").booleanValue()).isTrue();
		assertThat(json.get("storageBucket").stringValue()).isEqualTo("b");
		assertThat(json.get("snapshotInterval").longValue()).isEqualTo(15);
		assertThat(this.client.get("/v2/hubs/second-hub").json().get("hlsPlus").booleanValue()).isFalse();
		this.simulator.reset();
		assertThat(this.hub.isHlsPlus()).isFalse();
		assertThat(this.hub.publishSecurity()).isEqualTo("expiry_sk");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/security    | {"publishSecurity":"expiry"}
			/security    | {"publishKey":"k"}
			/security    | {"publishSecurity":"","publishKey":"k"}
			/security    | {"publishSecurity":"md5","publishKey":"k"}
			/hlsplus     | {}
			/hlsplus     | {"hlsPlus":"true"}
			/persistence | {"storageBucket":"b","liveDataExpireDays":59}
			/persistence | {"storageBucket":"b","liveDataExpireDays":1096}
			/persistence | {"storageBucket":"b"}
			/persistence | {"liveDataExpireDays":60}
			/snapshot    | {"snapshotInterval":0}
			/snapshot    | {"snapshotInterval":-1}
			/snapshot    | {}
			/voddomain   | {"vodDomain":"a/b"}
			/voddomain   | {}
			/voddomain   | x
			/newdomains  | {"domain":"a b","Type":"liveHls"}
			/newdomains  | {"domain":"a.example.com","Type":"liveX"}
			/newdomains  | {"domain":"a.example.com"}
			/newdomains  | {"Type":"liveHls"}
			/domains/live-hls.pili.test/cert       | {}
			/domains/live-hls.pili.test/urlrewrite | {}
			/domains/live-hls.pili.test/urlrewrite | {"rules":[1]}
			/domains/live-hls.pili.test/urlrewrite | {"rules":[{"replace":"x"}]}
			/domains/live-hls.pili.test/urlrewrite | {"rules":[{"pattern":"(","replace":"x"}]}
			/domains/live-hls.pili.test/urlrewrite | {"rules":[{"pattern":"(a)","replace":"${2}"}]}
			""")
	void refusesToChange(String path, String body) {
		String before = this.client.get(HUB).body() + this.client.get(DOMAINS).body();
		assertThat(this.client.post(HUB + path, body).status()).isEqualTo(400);
		assertThat(this.client.get(HUB).body() + this.client.get(DOMAINS).body()).isEqualTo(before);
	}

	@Test
	void listsDomains() {
		JsonNode domains = this.client.get(DOMAINS).json().get("domains");
		assertThat(domains).hasSize(4);
		assertThat(domains.get(1).toString()).isEqualTo("{\"type\":\"liveRtmp\",\"domain\":\"live-rtmp.pili.test\","
				+ "\"cname\":\"live-rtmp.pili.test.cname.pili.test\",\"certEnable\":false,\"certName\":\"\"}");
	}

	@ParameterizedTest
	@CsvSource({ "Type", "type" })
	void bindsAndUnbindsADomain(String name) {
		change("/newdomains", "{\"domain\":\"d.example.com\",\"" + name + "\":\"liveHls\"}");
		assertThat(this.hub.domain("d.example.com").type()).isEqualTo(DomainType.LIVE_HLS);
		change("/domains/d.example.com/cert", "{\"certName\":\"c1\"}");
		JsonNode domain = this.client.get(DOMAINS + "/d.example.com").json();
		assertThat(domain.get("certName").stringValue()).isEqualTo("c1");
		assertThat(domain.get("certEnable").booleanValue()).isTrue();
		assertThat(domain.get("playSecurity").toString()).isEqualTo("{\"type\":\"\"}");
		assertThat(this.client.get(DOMAINS + "/live-hls.pili.test").json().get("certEnable").booleanValue()).isFalse();
		assertThat(this.client.delete(DOMAINS + "/d.example.com").body()).isEqualTo("{}");
		assertThat(this.client.delete(DOMAINS + "/d.example.com").status()).isEqualTo(404);
		assertThat(this.client.get(DOMAINS + "/d.example.com").status()).isEqualTo(612);
		assertThat(this.client.get(DOMAINS + "/d.example.com").text("error")).isEqualTo("no such domain");
		assertThat(this.client.post(DOMAINS + "/d.example.com/cert", "{\"certName\":\"c\"}").status()).isEqualTo(612);
	}

	@Test
	void bindsADomainToOneHubOnly() {
		change("/newdomains", "{\"domain\":\"d.example.com\",\"Type\":\"liveHls\"}");
		TestClient other = new TestClient(this.simulator, this.simulator.account("other-ak"));
		for (TestClient.Answer answer : new TestClient.Answer[] {
				this.client.post(HUB + "/newdomains", "{\"domain\":\"D.example.com\",\"Type\":\"liveHls\"}"),
				this.client.post("/v2/hubs/second-hub/newdomains",
						"{\"domain\":\"d.example.com\",\"Type\":\"liveHdl\"}"),
				other.post("/v2/hubs/foreign-hub/newdomains",
						"{\"domain\":\"d.example.com\",\"Type\":\"liveHls\"}") }) {
			assertThat(answer.status()).isEqualTo(614);
			assertThat(answer.text("error")).isEqualTo("domain confict");
		}
	}

	@Test
	void tellsAllOfADomain() {
		this.hub.setDomain(HubDomain.of(DomainType.PUBLISH_RTMP, "push.example.com")
			.withCallbacks(PushCallback.of(PushCallback.Format.JSON, "http://example.com/cb")
				.withVariables(java.util.Map.of("extra", "$(_x)"))
				.withRetries(3, Duration.ofSeconds(2))
				.withSuccessCode(200), null)
			.withDisconnectDelay(Duration.ofSeconds(5)));
		JsonNode json = this.client.get(DOMAINS + "/push.example.com").json();
		assertThat(json.get("connectCallback").toString()).isEqualTo(
				"{\"type\":\"JSON\",\"url\":\"http://example.com/cb\",\"timeout\":2,\"vars\":{\"extra\":\"$(_x)\"},"
						+ "\"retryTimes\":3,\"retryInterval\":2,\"successCode\":200,\"failCode\":0}");
		assertThat(json.get("disconnectCallback").get("type").stringValue()).isEmpty();
		assertThat(json.get("disconnectDelay").longValue()).isEqualTo(5);
		this.hub.setDomain(HubDomain.of(DomainType.LIVE_HLS, "play.example.com")
			.withPlaySecurity(PlaySecurity.starting("k1", Duration.ofSeconds(60)).withSecondKey("k2"))
			.withDisabled(true));
		json = this.client.get(DOMAINS + "/play.example.com").json();
		assertThat(json.get("playSecurity").toString())
			.isEqualTo("{\"type\":\"tsStartMD5\",\"key1\":\"k1\",\"key2\":\"k2\","
					+ "\"range\":60,\"rule\":\"$(key)$(path)$(_t)\",\"rule2\":\"\",\"tsPart\":\"t\",\"tsBase\":16,"
					+ "\"signPart\":\"sign\",\"gapDuration\":0}");
		assertThat(json.get("disable").booleanValue()).isTrue();
	}

	@Test
	void domainsFollowTheHostsOfTheAccountUntilTheyAreChanged() {
		AtomicReference<StreamHosts> hosts = new AtomicReference<>(StreamHosts.of("a.test", "b.test"));
		try (PiliSimulator own = PiliSimulator.builder().hosts(hosts::get).start()) {
			SimulatedHub ownHub = own.defaultHub();
			assertThat(ownHub.domains()).extracting(HubDomain::domain)
				.containsExactly("a.test", "a.test", "b.test", "b.test");
			hosts.set(StreamHosts.of("c.test", "d.test"));
			assertThat(ownHub.domainOf(DomainType.LIVE_HLS).domain()).isEqualTo("d.test");
			ownHub.removeDomain("c.test");
			hosts.set(StreamHosts.defaults());
			assertThat(ownHub.domains()).extracting(HubDomain::domain).containsExactly("d.test", "d.test");
			own.reset();
			assertThat(ownHub.domains()).hasSize(4);
		}
	}

	@Test
	void replacesTheRulesOfADomain() {
		String rule = "{\"pattern\":\"(.+)/live/(.+)/playlist.m3u8\",\"replace\":\"${1}/test-hub/${2}.m3u8\"}";
		change("/domains/live-hls.pili.test/urlrewrite", "{\"rules\":[" + rule + "," + rule + "]}");
		change("/domains/live-hls.pili.test/urlrewrite", "{\"rules\":[" + rule + "]}");
		assertThat(this.client.get(DOMAINS + "/live-hls.pili.test").json().get("urlRewrite").toString())
			.isEqualTo("{\"rules\":[" + rule + "]}");
		assertThat(this.hub.domain("live-hls.pili.test")
			.rewrites()
			.get(0)
			.apply("http://live-hls.pili.test/live/room/playlist.m3u8"))
			.isEqualTo("http://live-hls.pili.test/test-hub/room.m3u8");
		change("/domains/live-hls.pili.test/urlrewrite", "{\"rules\":[]}");
		assertThat(this.hub.domain("live-hls.pili.test").rewrites()).isEmpty();
	}

	private void change(String path, String body) {
		TestClient.Answer answer = this.client.post(HUB + path, body);
		assertThat(answer.status()).as(path).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{}");
	}

}
