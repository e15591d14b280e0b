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

package io.pilispring.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.pilispring.PiliNotFoundException;
import io.pilispring.fop.FopCode;
import io.pilispring.fop.FopFinishedEvent;
import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamConnectedEvent;
import io.pilispring.monitor.StreamDisconnectedEvent;
import io.pilispring.monitor.StreamEvent;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedAccount;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application with several hubs and two accounts, one of which has a hub of the same
 * name, on one simulator.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "pili.access-key=main-ak",
		"pili.secret-key=main-sk", "pili.hub=live", "pili.hubs.archive.hub=archive-live",
		"pili.hubs.partner.access-key=partner-ak", "pili.hubs.partner.secret-key=partner-sk",
		"pili.hubs.partner.hub=live", "pili.hubs.partner.api-host=https://pili.partner.invalid",
		"pili.hubs.partner.fop-api-host=https://fop.partner.invalid", "pili.notifications.enabled=true",
		"pili.monitor.streams=front-door", "pili.hubs.archive.monitor.streams=front-door",
		"pili.hubs.partner.monitor.streams=front-door", "pili.monitor.streams-required=true",
		"pili.monitor.interval=50ms", "pili.monitor.stale-after=1m", "pili.monitor.timeout=1s", "pili.read-timeout=2s",
		"pili.monitor.max-calls-per-second=1000", "management.endpoints.web.exposure.include=*",
		"management.prometheus.metrics.export.enabled=true", "management.endpoint.health.show-details=always",
		"management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always" })
@AutoConfigurePiliSimulator
// Other tests look for threads that are left over, and a monitor has some
@DirtiesContext
class SeveralHubsOnSimulatorTests {

	private static final String ID = "z1.live.front-door";

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private PiliHub hub;

	@Autowired
	@Qualifier("archive")
	private PiliHub archive;

	@Autowired
	@Qualifier("partner")
	private PiliHub partner;

	@Autowired
	private Map<String, PiliHub> hubs;

	@Autowired
	private PiliMonitor monitor;

	@Autowired
	private FopNotifyUrl notifyUrl;

	@Autowired
	private Events events;

	@LocalServerPort
	private int port;

	private SimulatedAccount partnerAccount;

	private RestTestClient client;

	@BeforeEach
	void prepare() {
		this.partnerAccount = this.simulator.account("partner-ak");
		this.client = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
			.baseUrl("http://127.0.0.1:" + this.port + "/actuator")
			.build();
	}

	@AfterEach
	void settle() {
		this.simulator.reset();
		for (Map.Entry<String, PiliHub> each : this.hubs.entrySet()) {
			await().until(() -> metric("pili_hub_up", each.getKey(), each.getValue().name()) == 1);
			await().until(() -> metric("pili_streams_connected", each.getKey(), each.getValue().name()) == 0);
		}
		await().until(this.events::areOver);
		this.events.all.clear();
		this.events.finished.clear();
	}

	@Test
	void everyHubOfThePropertiesIsThere() {
		assertThat(this.hubs).containsOnlyKeys("piliHub", "archive", "partner");
		assertThat(this.hub.name()).isEqualTo("live");
		assertThat(this.archive.name()).isEqualTo("archive-live");
		assertThat(this.partner.name()).isEqualTo("live");
		assertThat(this.simulator.accounts()).hasSize(2);
		assertThat(this.simulator.hubs()).containsExactly("live", "archive-live");
		assertThat(this.partnerAccount.hubs()).containsExactly("live");
		assertThat(this.hubs.values()).allMatch((each) -> this.simulator.apiHost().equals("http://" + each.apiHost()));
	}

	@Test
	void streamsOfOneTitleAreToldApart() {
		this.hub.createStream((create) -> create.title("front-door").publishKey("key-of-hub"));
		this.partner.createStream((create) -> create.title("front-door").publishKey("key-of-partner"));
		this.archive.createStream((create) -> create.title("front-door").publishKey("key-of-archive"));
		assertThat(this.hub.getStream(ID).publishKey()).isEqualTo("key-of-hub");
		assertThat(this.partner.getStream(ID).publishKey()).isEqualTo("key-of-partner");
		assertThat(this.archive.getStream("z1.archive-live.front-door").publishKey()).isEqualTo("key-of-archive");
		this.partner.stream(ID).disable();
		assertThat(this.partner.getStream(ID).disabled()).isTrue();
		assertThat(this.hub.getStream(ID).disabled()).isFalse();
		this.partner.stream(ID).delete();
		assertThat(this.hub.streams().map(PiliStream::publishKey)).containsExactly("key-of-hub");
		assertThat(this.partner.streams()).isEmpty();
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> this.partner.getStream(ID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "static", "dynamic", "expiry", "expiry_sk", "none" })
	void publishUrlOfOneHubMakesItsStreamLiveAlone(String wireName) {
		PublishSecurity security = new PublishSecurity(wireName);
		for (PiliHub each : List.of(this.hub, this.partner)) {
			each.createStream((create) -> create.title("front-door").publishSecurity(security));
		}
		SimulatedStream one = this.simulator.stream("front-door");
		SimulatedStream two = this.partnerAccount.stream("front-door");
		assertThat(this.simulator.publish(url(this.partner, security)).stream()).isSameAs(two);
		assertThat(two.isLive()).isTrue();
		assertThat(one.isLive()).isFalse();
		assertThat(this.partner.stream(ID).status().connected()).isTrue();
		assertThat(this.hub.stream(ID).status().connected()).isFalse();
		assertThat(this.hub.statuses(List.of(ID)).get(ID).connected()).isFalse();
		two.goOffline();
		assertThat(this.simulator.publish(url(this.hub, security)).stream()).isSameAs(one);
		assertThat(one.isLive()).isTrue();
		assertThat(two.isLive()).isFalse();
		assertThat(this.hub.getStream(ID).rtmpLiveUrl()).isNotEqualTo(this.partner.getStream(ID).rtmpLiveUrl());
		assertThat(this.hub.getStream(ID).hlsLiveUrl()).isNotEqualTo(this.partner.getStream(ID).hlsLiveUrl());
	}

	private static String url(PiliHub hub, PublishSecurity security) {
		PiliStream stream = hub.getStream(ID);
		return (security.expires()) ? stream.rtmpPublishUrl(Duration.ofMinutes(1)) : stream.rtmpPublishUrl();
	}

	@Test
	void fileOperationsAreThoseOfTheirAccount() {
		this.hub.createStream((create) -> create.title("front-door"));
		this.partner.createStream((create) -> create.title("front-door"));
		Instant start = Instant.parse("2026-01-01T00:00:00Z");
		this.partnerAccount.stream("front-door").record(start, start.plusSeconds(10));
		assertThat(this.hub.stream(ID).segments().segments()).isEmpty();
		String persistentId = this.partner.stream(ID).saveAs((save) -> save.name("a.mp4").format("mp4")).persistentId();
		assertThat(this.partner.awaitFop(persistentId, Duration.ofSeconds(30)).code()).isEqualTo(FopCode.DONE);
	}

	@Test
	void notificationIsThatOfTheHubWhoseUrlWasGiven() {
		for (PiliHub each : List.of(this.hub, this.partner)) {
			each.createStream((create) -> create.title("front-door"));
		}
		this.simulator.stream("front-door").goLive();
		this.partnerAccount.stream("front-door").goLive();
		String address = "http://127.0.0.1:" + this.port;
		String url = this.notifyUrl.forHub("partner").get(address);
		assertThat(url).isNotEqualTo(this.notifyUrl.get(address));
		String ofPartner = snapshot(this.partner, url);
		await().until(() -> this.events.finished.size() == 1);
		String ofHub = snapshot(this.hub, this.notifyUrl.get(address));
		await().until(() -> this.events.finished.size() == 2);
		assertThat(this.events.finished).extracting(FopFinishedEvent::hubKey).containsExactly("partner", "piliHub");
		assertThat(this.events.finished).extracting((event) -> event.fop().id()).containsExactly(ofPartner, ofHub);
		assertThat(this.simulator.fop(ofPartner).notifications()).isEqualTo(1);
	}

	private static String snapshot(PiliHub hub, String notifyUrl) {
		return hub.stream(ID)
			.snapshot((picture) -> picture.name("a.jpg").format("jpg").notifyUrl(notifyUrl))
			.persistentId();
	}

	@Test
	void monitorTellsHubsOfOneNameApart() {
		SimulatedStream one = this.simulator.createStream("front-door");
		SimulatedStream two = this.partnerAccount.createStream("front-door");
		one.goLive(Push.defaults().from("10.1.1.1:1").withBytesPerSecond(111));
		await().until(() -> metric("pili_streams_connected", "piliHub", "live") == 1);
		assertThat(metric("pili_streams_connected", "partner", "live")).isZero();
		two.goLive(Push.defaults().from("10.2.2.2:2").withBytesPerSecond(222));
		await().until(() -> this.events.all.size() == 2);
		assertThat(this.events.all).allSatisfy((event) -> {
			assertThat(event).isInstanceOf(StreamConnectedEvent.class);
			assertThat(event.hub()).isEqualTo("live");
			assertThat(event.stream().id()).isEqualTo(ID);
		});
		assertThat(this.events.all).extracting(StreamEvent::hubKey).containsExactly("piliHub", "partner");
		assertThat(this.events.all).extracting((event) -> event.stream().measurement().address())
			.containsExactly("10.1.1.1:1", "10.2.2.2:2");

		await().until(() -> streamMetric("pili_stream_bytes_per_second", "partner") == 222);
		assertThat(streamMetric("pili_stream_bytes_per_second", "piliHub")).isEqualTo(111);
		assertThat(streamMetric("pili_stream_connected", "piliHub")).isEqualTo(1);
		assertThat(streamMetric("pili_stream_connected", "partner")).isEqualTo(1);
		assertThat(metric("pili_streams_connected", "archive", "archive-live")).isZero();

		assertThat(get("/health/pili/piliHub/streams/front-door")).contains("\"status\":\"UP\"", "10.1.1.1:1");
		assertThat(get("/health/pili/partner/streams/front-door")).contains("\"status\":\"UP\"", "10.2.2.2:2");
		assertThat(get("/health/pili/archive/streams/front-door")).doesNotContain("\"status\":\"UP\"");

		assertThat(get("/pili/piliHub/front-door")).contains("10.1.1.1:1").doesNotContain("10.2.2.2:2");
		assertThat(get("/pili/partner/front-door")).contains("10.2.2.2:2").doesNotContain("10.1.1.1:1");
		assertThat(get("/pili")).containsOnlyOnce("\"key\":\"piliHub\"")
			.containsOnlyOnce("\"key\":\"archive\"")
			.containsOnlyOnce("\"key\":\"partner\"");

		two.goOffline();
		await().until(() -> this.events.all.size() == 3);
		assertThat(this.events.all.get(2).hubKey()).isEqualTo("partner");
		await().until(() -> streamMetric("pili_stream_connected", "partner") == 0);
		assertThat(streamMetric("pili_stream_connected", "piliHub")).isEqualTo(1);
		assertThat(this.monitor.snapshot("piliHub").connectedStreams()).isEqualTo(1);
		assertThat(this.monitor.snapshot("partner").connectedStreams()).isZero();
	}

	@Test
	void hubOfAnAccountWhoseKeysAreInvalidIsDownAlone() {
		this.partnerAccount.removeKeys("partner-ak");
		await().until(() -> get("/health/pili/partner/hub").contains("\"status\":\"DOWN\""));
		await().until(() -> metric("pili_hub_up", "partner", "live") == 0);
		assertThat(get("/health/pili/piliHub/hub")).contains("\"status\":\"UP\"");
		assertThat(get("/health/pili/archive/hub")).contains("\"status\":\"UP\"");
		assertThat(metric("pili_hub_up", "piliHub", "live")).isEqualTo(1);
		assertThat(metric("pili_hub_up", "archive", "archive-live")).isEqualTo(1);
	}

	@Test
	void faultOfOneAccountCanBeStubbedByItsAccessKey() {
		StubMapping failure = this.simulator.wireMock()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.withHeader("Authorization", WireMock.containing("Qiniu partner-ak:"))
				.willReturn(WireMock.aResponse().withStatus(503)));
		await().until(() -> metric("pili_hub_up", "partner", "live") == 0);
		assertThat(metric("pili_hub_up", "piliHub", "live")).isEqualTo(1);
		this.simulator.wireMock().removeStub(failure);
		await().until(() -> metric("pili_hub_up", "partner", "live") == 1);
	}

	@Test
	void noPageShowsAKey() {
		SimulatedStream one = this.simulator.createStream("front-door");
		SimulatedStream two = this.partnerAccount.createStream("front-door");
		one.goLive();
		two.goLive();
		await().until(() -> this.events.all.size() == 2);
		for (String page : List.of("/health", "/pili", "/pili/front-door", "/pili/partner", "/prometheus", "/env",
				"/configprops", "/beans", "/conditions", "/metrics", "/mappings")) {
			assertThat(get(page)).as(page)
				.isNotBlank()
				.doesNotContain("main-sk", "partner-sk", one.publishKey(), two.publishKey());
		}
	}

	private ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
	}

	private double metric(String name, String key, String hub) {
		return value("%s{hub=\"%s\",key=\"%s\"} ".formatted(name, hub, key));
	}

	private double streamMetric(String name, String key) {
		return value("%s{hub=\"live\",id=\"%s\",key=\"%s\",stream=\"front-door\"} ".formatted(name, ID, key));
	}

	private double value(String start) {
		return get("/prometheus").lines()
			.filter((line) -> line.startsWith(start))
			.mapToDouble((line) -> Double.parseDouble(line.substring(start.length())))
			.findFirst()
			.orElse(Double.NaN);
	}

	private String get(String path) {
		return new String(this.client.get().uri(path).exchange().expectBody().returnResult().getResponseBodyContent());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Events.class)
	static class Application {

	}

	static class Events {

		private final List<StreamEvent> all = new CopyOnWriteArrayList<>();

		private final List<FopFinishedEvent> finished = new CopyOnWriteArrayList<>();

		@EventListener
		void on(StreamEvent event) {
			this.all.add(event);
		}

		@EventListener
		void on(FopFinishedEvent event) {
			this.finished.add(event);
		}

		boolean areOver() {
			return count(StreamConnectedEvent.class) == count(StreamDisconnectedEvent.class);
		}

		private long count(Class<? extends StreamEvent> type) {
			return this.all.stream().filter(type::isInstance).count();
		}

	}

}
