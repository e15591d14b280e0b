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
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

import io.pilispring.monitor.StreamConnectedEvent;
import io.pilispring.monitor.StreamDisconnectedEvent;
import io.pilispring.monitor.StreamEvent;
import io.pilispring.monitor.StreamFrozenEvent;
import io.pilispring.monitor.StreamResumedEvent;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health, metrics, endpoint and events of an application on the simulator.
 */
@SpringBootTest(classes = MonitorOnSimulatorTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "pili.monitor.streams=front-door", "pili.monitor.streams-required=true",
				"pili.monitor.connected=true", "pili.monitor.interval=50ms", "pili.monitor.stale-after=1m",
				"pili.monitor.timeout=300ms", "pili.read-timeout=1s", "pili.monitor.max-calls-per-second=1000",
				"management.endpoints.web.exposure.include=*", "management.prometheus.metrics.export.enabled=true",
				"management.endpoint.health.show-details=always", "management.endpoint.env.show-values=always",
				"management.endpoint.configprops.show-values=always" })
@AutoConfigurePiliSimulator
// Other tests look for threads that are left over, and a monitor has some
@DirtiesContext
class MonitorOnSimulatorTests {

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private Events events;

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void createClient() {
		this.client = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
			.baseUrl("http://127.0.0.1:" + this.port + "/actuator")
			.build();
	}

	@AfterEach
	void settle() {
		this.simulator.reset();
		await().until(() -> metric("pili_hub_up{hub=\"test-hub\",key=\"piliHub\"} 1.0")
				&& metric("pili_streams_connected{hub=\"test-hub\",key=\"piliHub\"} 0.0"));
		this.events.all.clear();
	}

	@Test
	void healthMetricsAndEventsFollowTheStream() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive(Push.defaults().from("10.1.2.3:4567"));
		await().until(() -> get("/health/pili/streams/front-door").contains("\"status\":\"UP\""));
		assertThat(get("/health/pili/streams/front-door")).contains("10.1.2.3:4567").contains("125000");
		await().until(() -> metric("pili_stream_connected{hub=\"test-hub\",id=\"" + id(stream)
				+ "\",key=\"piliHub\",stream=\"front-door\"} 1.0"));
		assertThat(get("/pili/front-door")).contains("\"state\":\"CONNECTED\"");
		stream.change(Push.defaults().withBytesPerSecond(0).withFramesPerSecond(0, 0, 0));
		await().until(() -> get("/health").contains("\"state\":\"FROZEN\""));
		assertThat(get("/health")).contains("\"status\":\"DOWN\"");
		stream.change(Push.defaults());
		await().until(() -> this.events.types().contains(StreamResumedEvent.class));
		stream.goOffline();
		await().until(() -> this.events.types().contains(StreamDisconnectedEvent.class));
		assertThat(this.events.types()).containsExactly(StreamConnectedEvent.class, StreamFrozenEvent.class,
				StreamResumedEvent.class, StreamDisconnectedEvent.class);
		assertThat(metric("pili_stream_connected{hub=\"test-hub\",id=\"" + id(stream)
				+ "\",key=\"piliHub\",stream=\"front-door\"} 0.0"))
			.isTrue();
	}

	@Test
	void whateverGoesLiveIsWatchedAndDisappearsAgain() {
		SimulatedStream stream = this.simulator.createStream("passer-by");
		stream.goLive();
		await().until(() -> metric("stream=\"passer-by\""));
		assertThat(metric("pili_streams_connected{hub=\"test-hub\",key=\"piliHub\"} 1.0")).isTrue();
		stream.goOffline();
		await().until(() -> !metric("stream=\"passer-by\""));
	}

	@Test
	void healthFollowsWhenPiliFailsAndComesBack() {
		await().until(() -> get("/health/pili/hub").contains("\"status\":\"UP\""));
		StubMapping failure = this.simulator.wireMock()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.willReturn(WireMock.aResponse().withStatus(503).withHeader("X-Reqid", "fail-1").withBody("busy")));
		await().until(() -> get("/health/pili/hub").contains("\"status\":\"DOWN\""));
		assertThat(get("/health/pili/hub")).contains("503 busy").contains("fail-1");
		await().until(() -> metric("pili_hub_up{hub=\"test-hub\",key=\"piliHub\"} 0.0"));
		assertThat(metric(
				"pili_monitor_round_seconds_count{error=\"PiliServerException\",hub=\"test-hub\",key=\"piliHub\","
						+ "outcome=\"failure\"}"))
			.isTrue();
		this.simulator.wireMock().removeStub(failure);
		await().until(() -> get("/health/pili/hub").contains("\"status\":\"UP\""));
	}

	@Test
	void healthAnswersWhilePiliIsABlackHoleAndThreadsDoNotPileUp() {
		StubMapping blackHole = this.simulator.wireMock()
			.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().withFixedDelay(30_000)));
		try {
			await().until(() -> get("/health/pili/hub").contains("\"status\":\"DOWN\""));
			for (int i = 0; i < 200; i++) {
				get("/health");
				get("/prometheus");
				assertThat(monitorThreads()).hasSizeLessThanOrEqualTo(7);
			}
		}
		finally {
			this.simulator.wireMock().removeStub(blackHole);
		}
		await().until(() -> get("/health/pili/hub").contains("\"status\":\"UP\""));
	}

	@Test
	void connectionsThatBreakAreFailuresToo() {
		StubMapping broken = this.simulator.wireMock()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		await().until(() -> get("/health/pili/hub").contains("\"status\":\"DOWN\""));
		this.simulator.wireMock().removeStub(broken);
		await().until(() -> get("/health/pili/hub").contains("\"status\":\"UP\""));
	}

	@Test
	void noPageShowsTheSecretKeyOrAPublishKey() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		await().until(() -> metric("front-door"));
		for (String page : List.of("/health", "/pili", "/pili/front-door", "/prometheus", "/env", "/configprops",
				"/beans", "/conditions", "/metrics", "/mappings")) {
			assertThat(get(page)).as(page)
				.isNotBlank()
				.doesNotContain(this.simulator.secretKey())
				.doesNotContain(stream.publishKey());
		}
	}

	/**
	 * Return the id of a stream as the monitor knows it.
	 * @param stream the stream
	 * @return the id
	 */
	String id(SimulatedStream stream) {
		return stream.id();
	}

	private ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
	}

	private boolean metric(String text) {
		return get("/prometheus").contains(text);
	}

	private String get(String path) {
		return new String(this.client.get().uri(path).exchange().expectBody().returnResult().getResponseBodyContent());
	}

	private Set<String> monitorThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("pili-monitor"))
			.collect(Collectors.toSet());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Events.class)
	static class Application {

	}

	static class Events {

		private final List<StreamEvent> all = new CopyOnWriteArrayList<>();

		@EventListener
		void on(StreamEvent event) {
			if (event.stream().title().equals("front-door")) {
				this.all.add(event);
			}
		}

		List<Class<?>> types() {
			return this.all.stream().<Class<?>>map(Object::getClass).toList();
		}

	}

}
