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

package io.pilispring.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import io.pilispring.monitor.HubSnapshot.Round;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a {@link PiliMonitor} with a {@link MonitorStore}, in virtual time.
 */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class LeadershipTests {

	private static final String KEY = "main";

	private static final Duration INTERVAL = Duration.ofSeconds(30);

	private static final Duration PERIOD = TestStore.LEASE.dividedBy(3);

	private final VirtualTime time = new VirtualTime();

	private final Instant start = this.time.now;

	private final TestHub hub = new TestHub().with("cam1", TestHub.live(1));

	private final TestStore store = new TestStore();

	private final List<Round> rounds = new CopyOnWriteArrayList<>();

	private final PiliMonitor monitor = PiliMonitor.builder()
		.hub(KEY, this.hub, TestHub.settings("cam1"))
		.store(this.store)
		.threads(this.time::threads)
		.time(() -> this.time.now)
		.maxCallsPerSecond(100_000)
		.listener(new SnapshotListener() {

			@Override
			public void onRound(HubSnapshot snapshot, Round round) {
				LeadershipTests.this.rounds.add(round);
			}

		})
		.build();

	private void lead() {
		this.store.with(KEY, TestStore.held(TestStore.LEASE));
	}

	private void follow() {
		this.store.with(KEY, TestStore.ofAnother(TestStore.LEASE));
	}

	private HubRecord roundOfAnother(long version, Instant finishedAt) {
		HubSnapshot snapshot = HubSnapshot.of(KEY, TestHub.HUB, "pili.example.com")
			.lastRound(new Round(finishedAt, Duration.ofSeconds(1), null))
			.build();
		return new HubRecord(version, snapshot, Map.of(), Set.of());
	}

	private void passUntil(long second) {
		this.time.pass(Duration.between(this.time.now, this.start.plusSeconds(second)));
	}

	private long count(String call) {
		return this.store.calls.stream().filter(call::equals).count();
	}

	@Test
	void followerReadsWithEveryRenewalAndSamplesNothing() {
		follow();
		this.monitor.start();
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.monitor.isLeader(KEY)).isFalse();
		assertThat(this.monitor.owner(KEY)).isEqualTo("another");
		assertThat(this.hub.requests).hasValue(0);
		assertThat(count("renew")).isEqualTo(7);
		assertThat(count("read 0")).isEqualTo(7);
	}

	@Test
	void leaderReadsOnceAndThenOnlyWrites() {
		lead();
		this.monitor.start();
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.monitor.isLeader(KEY)).isTrue();
		assertThat(this.monitor.owner(KEY)).isEqualTo(TestStore.INSTANCE);
		assertThat(count("renew")).isEqualTo(7);
		assertThat(this.store.calls).filteredOn((call) -> call.startsWith("read")).hasSize(1);
		assertThat(this.store.records.get(KEY).version()).isEqualTo(this.rounds.size()).isBetween(2L, 3L);
	}

	@Test
	void instanceThatBecomesTheLeaderSamplesAtOnceIfNobodyHas() {
		follow();
		this.monitor.start();
		passUntil(5);
		lead();
		passUntil(9);
		assertThat(this.hub.batchSizes).isEmpty();
		passUntil(10);
		assertThat(this.hub.batchSizes).hasSize(1);
		passUntil(36);
		assertThat(this.hub.batchSizes).as("one loop").hasSize(1);
		passUntil(44);
		assertThat(this.hub.batchSizes).hasSize(2);
	}

	@Test
	void instanceThatBecomesTheLeaderSamplesWhenTheNextRoundOfThePreviousOneIsDue() {
		follow();
		this.monitor.start();
		passUntil(5);
		this.store.records.put(KEY, roundOfAnother(1, this.time.now));
		passUntil(15);
		assertThat(this.rounds).hasSize(1);
		lead();
		passUntil(34);
		assertThat(this.monitor.isLeader(KEY)).isTrue();
		assertThat(this.hub.batchSizes).isEmpty();
		passUntil(35);
		assertThat(this.hub.batchSizes).hasSize(1);
	}

	@Test
	void roundThatThePreviousLeaderStoredLastCountsToo() {
		follow();
		this.monitor.start();
		passUntil(15);
		this.store.records.put(KEY, roundOfAnother(1, this.time.now));
		lead();
		passUntil(44);
		assertThat(this.hub.batchSizes).isEmpty();
		passUntil(45);
		assertThat(this.hub.batchSizes).hasSize(1);
		assertThat(this.store.records.get(KEY).version()).isEqualTo(2);
	}

	@Test
	void roundThatIsLongAgoIsDueAtOnceAndOneOfTheFutureAfterAnInterval() {
		follow();
		this.store.records.put(KEY, roundOfAnother(1, this.start.minus(INTERVAL).minusSeconds(60)));
		this.monitor.start();
		passUntil(5);
		lead();
		passUntil(10);
		assertThat(this.hub.batchSizes).hasSize(1);
		follow();
		passUntil(20);
		this.store.records.put(KEY, roundOfAnother(3, this.start.plusSeconds(86_400)));
		passUntil(30);
		lead();
		passUntil(40);
		assertThat(this.monitor.isLeader(KEY)).isTrue();
		passUntil(69);
		assertThat(this.hub.batchSizes).hasSize(1);
		passUntil(70);
		assertThat(this.hub.batchSizes).hasSize(2);
	}

	@Test
	void roundOfAnotherInstanceIsNotifiedOfOnce() {
		follow();
		this.monitor.start();
		this.store.records.put(KEY, roundOfAnother(1, this.start));
		passUntil(25);
		assertThat(this.rounds).hasSize(1);
		HubRecord reported = TestRecords.report(this.store.records.get(KEY), "guest");
		this.store.records.put(KEY, reported);
		passUntil(35);
		assertThat(this.rounds).as("the same round").hasSize(1);
		assertThat(this.monitor.snapshot(KEY)).isSameAs(reported.snapshot());
		this.store.records.put(KEY, roundOfAnother(3, this.start.plusSeconds(30)));
		passUntil(45);
		assertThat(this.rounds).hasSize(2);
	}

	@Test
	void whateverIsThrownWhileLeasesAreRenewedTheyAreRenewedAgain() {
		lead();
		this.store.failure = new StackOverflowError();
		this.monitor.start();
		this.time.pass(PERIOD.multipliedBy(3));
		assertThat(count("renew")).isEqualTo(4);
		this.store.failure = null;
		this.time.failure = new OutOfMemoryError("unable to create native thread");
		this.time.pass(PERIOD.multipliedBy(3));
		assertThat(count("renew")).isEqualTo(7);
		this.time.failure = null;
		this.time.pass(INTERVAL);
		assertThat(this.hub.batchSizes).isNotEmpty();
	}

	@Test
	void leasesAreReleasedAtTheStopAndNotRenewedAfterIt() {
		lead();
		this.monitor.start();
		this.time.pass(PERIOD);
		this.monitor.stop();
		assertThat(this.store.calls).endsWith("release");
		assertThat(this.monitor.isLeader(KEY)).isFalse();
		int calls = this.store.calls.size();
		this.time.pass(Duration.ofMinutes(5));
		assertThat(this.store.calls).hasSize(calls);
		this.monitor.start();
		this.time.pass(PERIOD);
		assertThat(this.monitor.isLeader(KEY)).isTrue();
	}

	@Test
	void monitorStopsEvenIfTheLeasesCannotBeReleased() {
		lead();
		this.monitor.start();
		this.time.pass(PERIOD);
		this.time.failure = new OutOfMemoryError("unable to create native thread");
		this.monitor.stop();
		assertThat(this.monitor.isRunning()).isFalse();
		assertThat(count("release")).isZero();
	}

	@Test
	void stopOfAnInterruptedThreadLeavesItInterrupted() {
		lead();
		this.monitor.start();
		this.time.pass(PERIOD);
		Thread.currentThread().interrupt();
		this.monitor.stop();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.store.calls).endsWith("release");
	}

	@Test
	void roundsFollowAtTheIntervalOfTheHubFromTheFirst() {
		PiliMonitor quick = PiliMonitor.builder()
			.hub(KEY, this.hub, MonitorSettings.builder().interval(Duration.ofMillis(200)).build())
			.threads(this.time::threads)
			.maxCallsPerSecond(100_000)
			.build();
		quick.start();
		this.time.pass(Duration.ofMillis(199));
		assertThat(this.hub.probes).hasValue(0);
		this.time.pass(Duration.ofMillis(1));
		assertThat(this.hub.probes).hasValue(1);
	}

	@Test
	void withoutAStoreEveryInstanceIsTheLeader() {
		PiliMonitor alone = PiliMonitor.builder().hub(KEY, this.hub, TestHub.settings()).build();
		assertThat(alone.isLeader(KEY)).isTrue();
		assertThat(alone.owner(KEY)).isNull();
		assertThat(alone.storeFailure(KEY)).isNull();
	}

}
