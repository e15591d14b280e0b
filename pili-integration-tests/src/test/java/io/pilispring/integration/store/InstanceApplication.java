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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.MonitorStore;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamEvent;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.url.NonceSource;
import io.pilispring.v1.PiliHub;

/**
 * An instance of an application, in a process of its own. It writes the events that it
 * receives to the database, unless the property {@code received} is {@code false}, and
 * does what it is told on its standard input. It ends with the test.
 */
public final class InstanceApplication {

	static final String REPLY = "reply ";

	static final String EVENT = "event ";

	private static final String HUB = "piliHub";

	private InstanceApplication() {
	}

	/**
	 * Run the instance.
	 * @param arguments the properties
	 * @throws IOException if the standard input cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.run(arguments);
		reply(context.getBean(Receiver.class).instance);
		BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String command = commands.readLine(); command != null; command = commands.readLine()) {
			reply(execute(context, command.split(" ")));
		}
		System.exit(0);
	}

	private static void reply(String reply) {
		System.out.println(REPLY + reply);
		System.out.flush();
	}

	private static String execute(ConfigurableApplicationContext context, String[] command) {
		return switch (command[0]) {
			case "url" -> context.getBean(PiliHub.class).getStream(command[1]).rtmpPublishUrl();
			case "nonces" -> nonces(context.getBean(NonceSource.class), command[1], Integer.parseInt(command[2]));
			case "rounds" -> Long.toString(context.getBean(MeterRegistry.class)
				.find("pili.monitor.round")
				.timers()
				.stream()
				.mapToLong(Timer::count)
				.sum());
			case "report" -> report(context.getBean(PiliMonitor.class), command[1], Boolean.parseBoolean(command[2]));
			default -> state(context);
		};
	}

	private static String nonces(NonceSource source, String stream, int number) {
		return IntStream.range(0, number)
			.mapToObj((i) -> Long.toString(source.next(stream)))
			.collect(Collectors.joining(","));
	}

	private static String report(PiliMonitor monitor, String stream, boolean live) {
		return Boolean.toString(monitor.report(HUB, stream,
				(live) ? StreamMeasurement.live().build() : StreamMeasurement.DISCONNECTED));
	}

	// What tells the same on every instance comes first
	private static String state(ConfigurableApplicationContext context) {
		PiliMonitor monitor = context.getBean(PiliMonitor.class);
		HubSnapshot snapshot = monitor.snapshot(HUB);
		CompositeHealthContributor contributor = context.getBean("piliHealthContributor",
				CompositeHealthContributor.class);
		Health health = Objects
			.requireNonNull(((HealthIndicator) Objects.requireNonNull(contributor.getContributor("hub"))).health());
		MeterRegistry meters = context.getBean(MeterRegistry.class);
		Map<String, Object> details = health.getDetails();
		return "sampledAt=" + snapshot.sampledAt() + " streams=" + snapshot.streams().size() + " connected="
				+ snapshot.connectedStreams() + " health=" + health.getStatus() + " checkedAt="
				+ details.get("checkedAt") + " up=" + gauge(meters, "pili.hub.up") + " metered="
				+ gauge(meters, "pili.streams.connected") + " owner=" + monitor.owner(HUB) + " | leader="
				+ gauge(meters, "pili.monitor.leader") + " storeError=" + details.get("storeError");
	}

	private static String gauge(MeterRegistry meters, String name) {
		return (meters.find(name).gauge() != null) ? Double.toString(meters.get(name).gauge().value()) : "none";
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		SimpleMeterRegistry simpleMeterRegistry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		Receiver receiver(JdbcTemplate jdbc, ObjectProvider<MonitorStore> store,
				@Value("${received:true}") boolean received) {
			return new Receiver(jdbc, store.stream().map(MonitorStore::instance).findFirst().orElse("alone"), received);
		}

	}

	/**
	 * Writes events in the transaction of the store.
	 */
	static class Receiver {

		private final JdbcTemplate jdbc;

		private final String instance;

		private final boolean received;

		Receiver(JdbcTemplate jdbc, String instance, boolean received) {
			this.jdbc = jdbc;
			this.instance = instance;
			this.received = received;
		}

		@EventListener
		void receive(StreamEvent event) {
			if (!this.received) {
				return;
			}
			this.jdbc.update("INSERT INTO RECEIVED (STREAM, EVENT, INSTANCE) VALUES (?, ?, ?)", event.stream().title(),
					event.getClass().getSimpleName(), this.instance);
			System.out.println(EVENT + event.stream().title());
			pause();
		}

		// So that a test can kill the process in between
		private void pause() {
			try {
				Thread.sleep(5);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
