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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.pilispring.monitor.HubRecord;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.StreamSpec;
import io.pilispring.testsupport.DatabaseServer;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for several instances on PostgreSQL.
 */
@RequiresPrograms({ "initdb", "postgres" })
class SeveralInstancesOnPostgresqlTests extends AbstractSeveralInstancesTests {

	@Override
	DatabaseServer startServer() {
		return DatabaseServer.postgresql();
	}

	@Override
	String platform() {
		return "postgresql";
	}

	@Override
	int waves() {
		return 3;
	}

	@Override
	String serial() {
		return "BIGSERIAL PRIMARY KEY";
	}

	@Test
	void fiveInstancesMakeTheCallsOfOneAndTellTheSame() {
		int number = (FULL) ? 10_000 : 1000;
		int rounds = (FULL) ? 40 : 6;
		streams(number).forEach(SimulatedStream::goLive);
		start(1);
		awaitLeader();
		await().until(() -> state(this.instances.get(0)).contains("connected=" + number));
		// By rounds instead of by time, because the machine may be busy
		double one = callsPerRound(rounds);
		start(4);
		double five = callsPerRound(rounds);
		report("calls per round over " + number + " streams", "one instance " + one + ", five " + five);
		assertThat(five).isLessThanOrEqualTo(one * 1.05);
		assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM PILI_INSTANCE", Integer.class)).isEqualTo(5);
		await().untilAsserted(() -> {
			List<String> states = this.instances.stream().map(SeveralInstancesOnPostgresqlTests::state).toList();
			assertThat(states.stream().map((state) -> state.substring(0, state.indexOf(" |"))).distinct()).hasSize(1);
			assertThat(states).allMatch((state) -> state.contains("health=UP") && state.contains("up=1.0")
					&& state.contains("connected=" + number));
			assertThat(states.stream().filter((state) -> state.contains("leader=1.0"))).hasSize(1);
			assertThat(states.stream().filter((state) -> state.contains("leader=0.0"))).hasSize(4);
		});
		reportWrites(number, rounds);
		assertThat(received()).isEqualTo(number);
		everyPublishUrlIsAccepted();
	}

	private void everyPublishUrlIsAccepted() {
		String stream = this.simulator.createStream(StreamSpec.titled("shared").withPublishSecurity("dynamic")).id();
		int urls = 1000;
		for (int i = 0; i < urls; i++) {
			String url = this.instances.get(i % this.instances.size()).tell("url " + stream);
			assertThat(this.simulator.checkPublish(url).accepted()).as(url).isTrue();
		}
		report("publish URLs of five instances in turn", urls + " of " + urls + " accepted");
	}

	// From the end of a round to the end of another, without one that failed in between
	private double callsPerRound(int rounds) {
		for (int attempt = 0; attempt < 5; attempt++) {
			Round round = roundAfter(null);
			// The journal is limited
			this.simulator.wireMock().resetRequests();
			int succeeded = 0;
			for (int i = 0; i < rounds; i++) {
				round = roundAfter(round);
				succeeded += (round.failure() == null) ? 1 : 0;
			}
			int made = calls();
			if (succeeded == rounds) {
				return made / (double) rounds;
			}
		}
		throw new IllegalStateException("Rounds keep failing");
	}

	private Round roundAfter(@Nullable Round round) {
		Instant last = (round != null) ? round.finishedAt() : lastRound().finishedAt();
		await().until(() -> lastRound().finishedAt().isAfter(last));
		return lastRound();
	}

	private Round lastRound() {
		byte[] sample = this.jdbc.queryForObject("SELECT SAMPLE FROM PILI_RECORD", byte[].class);
		return HubRecord.decode(1, sample, null).snapshot().lastRound();
	}

	private void reportWrites(int number, int rounds) {
		long from = awaitVersionAfter(version());
		long before = written();
		long to = from;
		while (to < from + rounds) {
			to = awaitVersionAfter(to);
		}
		long perRound = (written() - before) / (to - from);
		report("written per round over " + number + " streams",
				perRound + " bytes of the log of the database, for a row of "
						+ this.jdbc.queryForObject("SELECT LENGTH(SAMPLE) FROM PILI_RECORD", Long.class) + " bytes");
		assertThat(perRound).isLessThan(2_000_000);
	}

	private long written() {
		return this.jdbc.queryForObject("SELECT CAST(pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS BIGINT)",
				Long.class);
	}

	private long version() {
		return this.jdbc.queryForObject("SELECT RECORD_VERSION FROM PILI_RECORD", Long.class);
	}

	private long awaitVersionAfter(long version) {
		await().until(() -> version() > version);
		return version();
	}

	private static String state(Instance instance) {
		return instance.tell("state");
	}

	private static String sampledAt(Instance instance) {
		return state(instance).split(" ")[0];
	}

	// It leads again if the other one was too slow to renew its lease
	private boolean knowsWhetherItLeads(Instance instance) {
		return state(instance).contains((owner().equals(instance.id())) ? "leader=1.0" : "leader=0.0");
	}

	@Test
	void leaderThatWasPausedPublishesNothing() {
		List<SimulatedStream> streams = streams(10);
		start(2);
		awaitLeader();
		Instance paused = leader();
		String before = sampledAt(paused);
		paused.signal("STOP");
		long start = System.nanoTime();
		streams.forEach(SimulatedStream::goLive);
		await().until(() -> received() == 10);
		long takeOver = Duration.ofNanos(System.nanoTime() - start).toMillis();
		assertThat(leader().id()).isNotEqualTo(paused.id());
		// What it may still have seen in its round is older than what comes now
		streams.forEach(SimulatedStream::goOffline);
		await().until(() -> received() == 20);
		paused.signal("CONT");
		await().until(() -> knowsWhetherItLeads(paused) && !sampledAt(paused).equals(before));
		assertThat(this.jdbc.queryForList("SELECT DISTINCT INSTANCE FROM RECEIVED", String.class))
			.doesNotContain(paused.id())
			.hasSize(1);
		streams.forEach(SimulatedStream::goLive);
		await().until(() -> received() == 30);
		report("leader paused", "its events were published after " + takeOver + " ms by the other, none by itself");
	}

	@Test
	void leaderThatWasPausedInTheMiddleOfPublishingIsReplacedToo() {
		List<SimulatedStream> streams = streams(40);
		start(2);
		awaitLeader();
		Instance paused = leader();
		streams.forEach(SimulatedStream::goLive);
		await().pollInterval(Duration.ofMillis(1)).until(() -> paused.events() > 5);
		paused.signal("STOP");
		long start = System.nanoTime();
		assertThat(received()).as("in a transaction that has not ended").isZero();
		await().until(() -> received() == 40);
		long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
		paused.signal("CONT");
		await().until(() -> knowsWhetherItLeads(paused) && state(paused).contains("connected=40 "));
		assertThat(this.jdbc.queryForList("SELECT DISTINCT INSTANCE FROM RECEIVED", String.class))
			.doesNotContain(paused.id())
			.hasSize(1);
		assertThat(received()).isEqualTo(40);
		report("leader paused while it published", "all were published by the other after " + millis + " ms");
	}

	@Test
	void reportsOfAnyInstanceAndNoncesAreThoseOfOne() {
		List<Instance> both = start(2);
		awaitLeader();
		SimulatedStream stream = streams(1).get(0);
		assertThat(both.stream().map((instance) -> instance.tell("report " + stream.id() + " true")))
			.containsExactly("true", "false");
		stream.goLive();
		await().until(() -> both.stream().allMatch((instance) -> state(instance).contains("connected=1 ")));
		stream.goOffline();
		assertThat(both.get(1).tell("report " + stream.id() + " false")).isEqualTo("true");
		assertThat(both.get(0).tell("report " + stream.id() + " false")).isEqualTo("false");
		await().until(() -> both.stream().allMatch((instance) -> state(instance).contains("connected=0 ")));
		assertThat(this.jdbc.queryForList("SELECT EVENT FROM RECEIVED ORDER BY ID", String.class))
			.containsExactly("StreamConnectedEvent", "StreamDisconnectedEvent");
		List<Long> nonces = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			Stream.of(both.get(i % 2).tell("nonces door 3").split(",")).map(Long::valueOf).forEach(nonces::add);
		}
		assertThat(nonces).hasSize(30).doesNotHaveDuplicates().isSorted();
	}

	@Test
	void nothingIsLostOrHeldUpWhileTheDatabaseIsAway() {
		List<SimulatedStream> streams = streams(10);
		List<Instance> both = start(2);
		awaitLeader();
		streams.subList(0, 5).forEach(SimulatedStream::goLive);
		await().until(() -> received() == 5);
		this.dataSource.getHikariPoolMXBean().softEvictConnections();
		this.server.stop();
		await().until(() -> both.stream().allMatch((instance) -> !state(instance).contains("storeError=null")));
		streams.subList(5, 10).forEach(SimulatedStream::goLive);
		// Every instance for itself
		await().until(() -> both.stream().allMatch((instance) -> state(instance).contains("connected=10 ")));
		assertThat(both).allMatch((instance) -> state(instance).contains("health=UP"));
		assertThat(both.get(0).tell("nonces door 1")).isNotBlank();
		this.server.start();
		await().ignoreExceptions().until(() -> received() == 10);
		await().until(() -> both.stream().allMatch((instance) -> state(instance).contains("storeError=null")));
		await().until(() -> both.stream().filter((instance) -> state(instance).contains("leader=1.0")).count() == 1);
		streams.get(0).goOffline();
		await().until(() -> received() == 11);
		assertThat(this.jdbc.queryForList("SELECT STREAM FROM RECEIVED ORDER BY ID", String.class).subList(0, 10))
			.doesNotHaveDuplicates();
	}

	// Both instances run meanwhile, so that the machine is as busy for both
	@Test
	@EnabledIfSystemProperty(named = "pili.instances.full", matches = "true", disabledReason = "Measures for minutes")
	void roundNeedsHardlyMoreCpuThanInMemory() {
		int number = 10_000;
		streams(number).forEach(SimulatedStream::goLive);
		Instance shared = start("--received=false");
		Instance alone = start("--received=false", "--pili.monitor.store=memory");
		List.of(shared, alone).forEach((instance) -> {
			await().until(() -> state(instance).contains("connected=" + number));
			awaitRounds(instance, 20);
		});
		double inDatabase = cpuOfRound(shared);
		double inMemory = cpuOfRound(alone);
		report("CPU of a round over " + number + " streams",
				"%.1f ms, in memory %.1f ms, a ratio of %.2f".formatted(inDatabase, inMemory, inDatabase / inMemory));
		assertThat(inDatabase).isLessThan(1.5 * inMemory);
	}

	private static double cpuOfRound(Instance instance) {
		long rounds = Long.parseLong(instance.tell("rounds"));
		Duration before = instance.cpu();
		awaitRounds(instance, 30);
		Duration used = instance.cpu().minus(before);
		return used.toNanos() / 1e6 / (Long.parseLong(instance.tell("rounds")) - rounds);
	}

	private static void awaitRounds(Instance instance, int more) {
		long rounds = Long.parseLong(instance.tell("rounds"));
		await().atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> Long.parseLong(instance.tell("rounds")) >= rounds + more);
	}

}
