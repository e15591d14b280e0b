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

package io.pilispring.integration.store;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;

import io.pilispring.monitor.StreamConnectedEvent;
import io.pilispring.monitor.StreamEvent;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that Spring Modulith's registry keeps an event until a listener has succeeded.
 */
@Tag("modulith")
class ModulithTests {

	private final PiliSimulator simulator = PiliSimulator.start();

	private final SimulatedStream stream = this.simulator.createStream("front-door");

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void eventWhoseListenerFailedIsReceivedAfterTheNextStart() {
		Listener failing = new Listener((event) -> {
			throw new IllegalStateException("The mail server is away");
		});
		try (ConfigurableApplicationContext application = start("failed", failing)) {
			this.stream.goLive();
			assertThat(failing.next().stream().title()).isEqualTo("front-door");
			assertThat(outstanding(application)).isOne();
		}
		receivesOutstanding("failed");
	}

	@Test
	void eventWhoseListenerNeverEndedIsReceivedAfterTheNextStart() {
		CountDownLatch never = new CountDownLatch(1);
		Listener hanging = new Listener((event) -> never.await());
		try (ConfigurableApplicationContext application = start("hanging", hanging)) {
			this.stream.goLive();
			hanging.next();
			assertThat(outstanding(application)).isOne();
		}
		receivesOutstanding("hanging");
		never.countDown();
	}

	private void receivesOutstanding(String database) {
		Listener listener = new Listener((event) -> {
		});
		try (ConfigurableApplicationContext application = start(database, listener)) {
			StreamEvent event = listener.next();
			assertThat(event).isInstanceOf(StreamConnectedEvent.class);
			assertThat(event.hubKey()).isEqualTo("piliHub");
			assertThat(event.stream().id()).isEqualTo(this.stream.id());
			assertThat(event.stream().measurement().bytesPerSecond()).isPositive();
			await().until(() -> outstanding(application) == 0);
			// That it is live is known from the database
			this.stream.goOffline();
			assertThat(listener.next().stream().measurement().connected()).isFalse();
		}
	}

	private ConfigurableApplicationContext start(String database, Listener listener) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.initializers((ApplicationContextInitializer<GenericApplicationContext>) (context) -> context
				.registerBean(Listener.class, () -> listener))
			.run("--pili.access-key=" + this.simulator.accessKey(), "--pili.secret-key=" + this.simulator.secretKey(),
					"--pili.hub=" + this.simulator.hub(), "--pili.api-host=" + this.simulator.apiHost(),
					"--pili.monitor.streams=front-door", "--pili.monitor.interval=100ms", "--pili.monitor.store=jdbc",
					"--pili.monitor.lease=1s", "--spring.datasource.url=jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1",
					"--spring.modulith.events.jdbc.schema-initialization.enabled=true",
					"--spring.modulith.events.republish-outstanding-events-on-restart=true",
					"--spring.task.execution.shutdown.await-termination=false");
	}

	private static int outstanding(ConfigurableApplicationContext application) {
		return application.getBean(JdbcTemplate.class)
			.queryForObject("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE COMPLETION_DATE IS NULL", Integer.class);
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(30, TimeUnit.SECONDS);
	}

	/**
	 * What the listener does.
	 */
	interface Effect {

		void on(StreamEvent event) throws Exception;

	}

	/**
	 * A listener as an application would have it.
	 */
	static class Listener {

		private final BlockingQueue<StreamEvent> begun = new LinkedBlockingQueue<>();

		private final Effect effect;

		Listener(Effect effect) {
			this.effect = effect;
		}

		@ApplicationModuleListener
		void on(StreamEvent event) throws Exception {
			this.begun.add(event);
			this.effect.on(event);
		}

		StreamEvent next() {
			try {
				StreamEvent event = this.begun.poll(30, TimeUnit.SECONDS);
				assertThat(event).isNotNull();
				return event;
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
