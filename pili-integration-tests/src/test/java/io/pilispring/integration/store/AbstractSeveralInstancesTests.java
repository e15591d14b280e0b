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

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import io.pilispring.jdbc.JdbcMonitorStore;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.testsupport.DatabaseServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several processes with one database, whatever happens to some of them. With the system
 * property {@code pili.instances.full} it runs at full size.
 */
abstract class AbstractSeveralInstancesTests {

	static final boolean FULL = Boolean.getBoolean("pili.instances.full");

	static final Duration LEASE = Duration.ofMillis(1500);

	static final Duration INTERVAL = Duration.ofMillis(500);

	final PiliSimulator simulator = PiliSimulator.start();

	final DatabaseServer server = startServer();

	final List<Instance> instances = new ArrayList<>();

	final HikariDataSource dataSource = new HikariDataSource();

	final JdbcTemplate jdbc;

	AbstractSeveralInstancesTests() {
		this.dataSource.setJdbcUrl(this.server.url());
		this.dataSource.setUsername(this.server.user());
		this.dataSource.setMaximumPoolSize(3);
		// PostgreSQL listens before it accepts connections
		this.dataSource.setInitializationFailTimeout(30_000);
		this.jdbc = new JdbcTemplate(this.dataSource);
		createTables();
	}

	abstract DatabaseServer startServer();

	abstract String platform();

	// How often the leader is killed
	abstract int waves();

	// What the statement that creates a column of increasing numbers is called
	abstract String serial();

	private void createTables() {
		this.jdbc.execute("CREATE TABLE RECEIVED (ID " + serial()
				+ ", STREAM VARCHAR(100) NOT NULL, EVENT VARCHAR(100) NOT NULL, INSTANCE VARCHAR(100) NOT NULL)");
		this.jdbc.execute((Connection connection) -> {
			ScriptUtils.executeSqlScript(connection,
					new ClassPathResource("schema-" + platform() + ".sql", JdbcMonitorStore.class));
			return null;
		});
	}

	@AfterEach
	void close() {
		this.instances.forEach(Instance::close);
		this.dataSource.close();
		this.simulator.close();
		this.server.close();
	}

	final Instance start(String... more) {
		List<String> arguments = new ArrayList<>(List.of("--pili.access-key=" + this.simulator.accessKey(),
				"--pili.secret-key=" + this.simulator.secretKey(), "--pili.hub=" + this.simulator.hub(),
				"--pili.api-host=" + this.simulator.apiHost(), "--pili.monitor.connected=true",
				"--pili.monitor.max-connected=20000", "--pili.monitor.max-calls-per-second=2000",
				"--pili.monitor.interval=" + INTERVAL.toMillis() + "ms", "--pili.monitor.timeout=5s",
				"--pili.monitor.stale-after=1m", "--pili.monitor.store=jdbc",
				"--pili.monitor.lease=" + LEASE.toMillis() + "ms", "--pili.monitor.jdbc.query-timeout=2s",
				"--spring.datasource.url=" + this.server.url(), "--spring.datasource.username=" + this.server.user(),
				"--spring.datasource.hikari.maximum-pool-size=5",
				"--spring.datasource.hikari.connection-timeout=1000"));
		for (String argument : more) {
			String name = argument.substring(0, argument.indexOf('=') + 1);
			arguments.removeIf((other) -> other.startsWith(name));
			arguments.add(argument);
		}
		Instance instance = new Instance(arguments);
		this.instances.add(instance);
		return instance;
	}

	final List<Instance> start(int number) {
		List<Instance> started = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			started.add(start());
		}
		started.forEach(Instance::id);
		return started;
	}

	final List<SimulatedStream> streams(int number) {
		List<SimulatedStream> streams = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			streams.add(this.simulator.createStream("camera-" + i));
		}
		return streams;
	}

	final Instance leader() {
		String owner = owner();
		return this.instances.stream().filter((instance) -> instance.id().equals(owner)).findFirst().orElseThrow();
	}

	final String owner() {
		return this.jdbc.queryForObject("SELECT OWNER_ID FROM PILI_LEASE", String.class);
	}

	final int received() {
		return this.jdbc.queryForObject("SELECT COUNT(*) FROM RECEIVED", Integer.class);
	}

	final void awaitLeader() {
		await().until(() -> this.jdbc.queryForObject("SELECT COUNT(*) FROM PILI_RECORD WHERE RECORD_VERSION > 0",
				Integer.class) == 1);
	}

	final int calls() {
		return this.simulator.wireMock()
			.countRequestsMatching(WireMock.anyRequestedFor(WireMock.anyUrl()).build())
			.getCount();
	}

	static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(20));
	}

	@Test
	void everyChangeIsPublishedOnceThoughTheLeaderIsKilledAgainAndAgain() {
		int number = (FULL) ? 100 : 50;
		int waves = (FULL) ? 10 : waves();
		List<SimulatedStream> streams = streams(number);
		List<Instance> alive = new ArrayList<>(start(2));
		awaitLeader();
		List<Long> takeOvers = new ArrayList<>();
		for (int wave = 1; wave <= waves; wave++) {
			Instance leader = leader();
			int before = leader.events();
			for (SimulatedStream stream : streams) {
				if (wave % 2 == 1) {
					stream.goLive();
				}
				else {
					stream.goOffline();
				}
			}
			// In the middle of publishing, at another point each time
			int point = 1 + wave * (number - 2) / (waves + 1);
			await().pollInterval(Duration.ofMillis(1)).until(() -> leader.events() >= before + point);
			long killed = System.nanoTime();
			leader.kill();
			alive.remove(leader);
			await().until(() -> !owner().equals(leader.id()));
			takeOvers.add(Duration.ofNanos(System.nanoTime() - killed).toMillis());
			int expected = wave * number;
			await().until(() -> received() == expected);
			if (wave < waves) {
				alive.add(start());
				// So that there are two again
				alive.forEach(Instance::id);
			}
		}
		assertThat(received()).isEqualTo(number * waves);
		int begun = this.instances.stream().mapToInt(Instance::events).sum();
		assertThat(begun).as("some were received in transactions that a kill undid").isGreaterThan(number * waves);
		List<Map<String, Object>> events = this.jdbc.queryForList("SELECT STREAM, EVENT FROM RECEIVED ORDER BY ID");
		for (SimulatedStream stream : streams) {
			List<String> ofStream = events.stream()
				.filter((event) -> event.get("STREAM").equals(stream.title()))
				.map((event) -> (String) event.get("EVENT"))
				.toList();
			assertThat(ofStream).hasSize(waves);
			for (int wave = 1; wave <= waves; wave++) {
				assertThat(ofStream.get(wave - 1))
					.isEqualTo((wave % 2 == 1) ? "StreamConnectedEvent" : "StreamDisconnectedEvent");
			}
		}
		// With a second for a machine that is busy
		assertThat(takeOvers).allMatch((millis) -> millis <= LEASE.plus(INTERVAL).plusSeconds(1).toMillis());
		report("events with kill -9 of the leader",
				events.size() + " of " + number * waves + " changes, each once, though listeners were called " + begun
						+ " times; take-overs after " + takeOvers + " ms at a lease of " + LEASE.toMillis());
	}

	final void report(String promise, String figures) {
		System.out.println("Several instances on " + platform() + ": " + promise + ": " + figures);
	}

}
