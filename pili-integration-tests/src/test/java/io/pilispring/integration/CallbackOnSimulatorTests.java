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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;

import io.pilispring.monitor.StreamConnectedEvent;
import io.pilispring.monitor.StreamDisconnectedEvent;
import io.pilispring.monitor.StreamEvent;
import io.pilispring.simulator.DomainType;
import io.pilispring.simulator.HubDomain;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PushCallback;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.callback.PushCallbackEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callbacks that the simulator really sends to an application, whose monitor watches the
 * same streams.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "pili.api-version=v2", "pili.callbacks.enabled=true", "pili.callbacks.confirm=true",
				"pili.monitor.connected=true", "pili.monitor.interval=50ms", "pili.monitor.timeout=2s",
				"pili.monitor.max-calls-per-second=1000", "server.servlet.context-path=/app" })
@AutoConfigurePiliSimulator
// Other tests look for threads that are left over, and a monitor has some
@DirtiesContext
class CallbackOnSimulatorTests {

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private LiveHub hub;

	@Autowired
	private Events events;

	@LocalServerPort
	private int port;

	@AfterEach
	void settle() {
		this.simulator.reset();
		await().until(() -> this.hub.liveStatuses(List.of("room")).isEmpty());
		this.events.streams.clear();
		this.events.callbacks.clear();
	}

	@ParameterizedTest
	@EnumSource(PushCallback.Format.class)
	void pushIsPublishedOnceWhoeverSeesItFirst(PushCallback.Format format) {
		SimulatedHub simulated = withCallbacks(format);
		assertThat(this.simulator
			.publish(this.hub.stream("room")
				.rtmpPublishUrl((spec) -> spec.validFor(Duration.ofMinutes(5)).parameter("uid", "42")))
			.accepted()).isTrue();
		await().until(() -> this.events.callbacks.size() == 1);
		assertThat(this.events.callbacks.get(0).callback().variables()).containsEntry("uid", "42");
		await().until(() -> this.events.types().contains(StreamConnectedEvent.class));
		simulated.stream("room").goOffline();
		await().until(() -> this.events.callbacks.size() == 2);
		await().until(() -> this.events.types().contains(StreamDisconnectedEvent.class));
		// Some more rounds of the monitor must find nothing new
		await().until(() -> this.hub.liveStatuses(List.of("room")).isEmpty());
		assertThat(this.events.types()).containsExactly(StreamConnectedEvent.class, StreamDisconnectedEvent.class);
	}

	@Test
	void manyPushesArePublishedOnceEach() {
		SimulatedHub simulated = withCallbacks(PushCallback.Format.JSON);
		List<String> keys = IntStream.range(0, 30).mapToObj((i) -> "room-" + i).toList();
		keys.forEach(simulated::goLive);
		await().until(() -> this.events.count(StreamConnectedEvent.class) == keys.size());
		keys.forEach((key) -> simulated.stream(key).goOffline());
		await().until(() -> this.events.count(StreamDisconnectedEvent.class) == keys.size());
		// A start is not confirmed any more once the push has ended
		await().until(() -> this.events.ends() == keys.size());
		assertThat(this.events.streams).hasSize(2 * keys.size());
		assertThat(keys)
			.allSatisfy((key) -> assertThat(this.events.streams).filteredOn((event) -> event.stream().id().equals(key))
				.extracting(Object::getClass)
				.isEqualTo(List.of(StreamConnectedEvent.class, StreamDisconnectedEvent.class)));
	}

	private SimulatedHub withCallbacks(PushCallback.Format format) {
		SimulatedHub simulated = this.simulator.hub(this.hub.name());
		String url = "http://localhost:" + this.port + "/app/pili/callbacks";
		PushCallback callback = PushCallback.of(format, url)
			.withTimeout(Duration.ofSeconds(10))
			.withRetries(5, Duration.ofSeconds(1))
			.withVariable("title", "$(title)")
			.withVariable("remoteIP", "$(remoteIP)")
			.withVariable("startTime", "$(startTime)")
			.withVariable("uid", "$(_uid)");
		HubDomain domain = simulated.domainOf(DomainType.PUBLISH_RTMP);
		simulated.setDomain(domain
			.withCallbacks(callback.withVariable("status", "connected"),
					callback.withVariable("status", "disconnected").withVariable("endTime", "$(endTime)"))
			.withDisconnectDelay(Duration.ofSeconds(1)));
		return simulated;
	}

	private ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Events.class)
	static class Application {

	}

	static class Events {

		private final List<StreamEvent> streams = new CopyOnWriteArrayList<>();

		private final List<PushCallbackEvent> callbacks = new CopyOnWriteArrayList<>();

		@EventListener
		void on(StreamEvent event) {
			this.streams.add(event);
		}

		@EventListener
		void on(PushCallbackEvent event) {
			this.callbacks.add(event);
		}

		List<Class<?>> types() {
			return this.streams.stream().<Class<?>>map(Object::getClass).toList();
		}

		long ends() {
			return this.callbacks.stream().filter((event) -> !event.callback().connected()).count();
		}

		long count(Class<?> type) {
			return this.streams.stream().filter(type::isInstance).count();
		}

	}

}
