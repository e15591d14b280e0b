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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.pilispring.monitor.HubSnapshot.Round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for a {@link HubMonitor} with a {@link MonitorStore}.
 */
@Timeout(30)
class SharedHubMonitorTests {

	private static final String KEY = "main";

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private final TestHub hub = new TestHub();

	private final TestStore store = new TestStore().with(KEY, TestStore.held(TestStore.LEASE));

	private final AtomicLong clock = new AtomicLong();

	private Leases leases = leases(StoreFailurePolicy.STANDALONE);

	private final List<String> events = new CopyOnWriteArrayList<>();

	private final List<String> notified = new CopyOnWriteArrayList<>();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	private Leases leases(StoreFailurePolicy policy) {
		return new Leases(this.store, policy, Set.of(KEY), () -> NOW, this.clock::get);
	}

	private HubMonitor monitor(MonitorSettings settings) {
		return monitor(settings, EventDelivery.ONCE);
	}

	private HubMonitor monitor(MonitorSettings settings, EventDelivery delivery) {
		SnapshotListener listener = new SnapshotListener() {

			@Override
			public void onSnapshot(HubSnapshot before, HubSnapshot after) {
				SharedHubMonitorTests.this.notified.add(before.connectedStreams() + " to " + after.connectedStreams());
			}

			@Override
			public void onRound(HubSnapshot snapshot, Round round) {
				SharedHubMonitorTests.this.notified.add("round");
			}

		};
		return new HubMonitor(KEY, this.hub, settings, () -> {
		}, () -> NOW, List.of(listener),
				(event) -> this.events.add(event.getClass().getSimpleName().replaceAll("Stream|Event", "") + " "
						+ ((StreamEvent) event).stream().title()),
				(empty) -> new SharedHub(empty, this.store, this.leases), delivery);
	}

	private Round run(HubMonitor monitor) throws InterruptedException {
		return monitor.run(() -> true, this.executor);
	}

	private void loseTheLease() {
		this.store.with(KEY, TestStore.ofAnother(TestStore.LEASE));
		this.leases.renew();
	}

	@Test
	void roundIsStoredOnceAndNotifiedOf() throws Exception {
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9)).with("cam2", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.settings("cam1", "cam2"));
		assertThat(run(monitor).failure()).isNull();
		assertThat(this.store.calls).containsExactly("renew", "replace 1");
		assertThat(this.store.records.get(KEY).snapshot()).isSameAs(monitor.snapshot());
		assertThat(this.notified).containsExactly("0 to 2", "round");
		assertThat(this.events).containsExactly("Connected cam1", "Connected cam2");
		run(monitor);
		assertThat(this.store.records.get(KEY).version()).isEqualTo(2);
		assertThat(this.events).hasSize(2);
	}

	@Test
	void newLeaderDoesNotLookForStreamsThatThePreviousOneFound() throws Exception {
		HubSnapshot found = TestRecords.of(1, "cam1").snapshot().toBuilder().named("cam1", TestHub.id("cam1")).build();
		this.store.records.put(KEY, new HubRecord(1, found, Map.of(), Set.of()));
		this.hub.with("cam1", TestHub.live(9));
		this.leases.renew();
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		monitor.refresh(() -> true);
		run(monitor);
		assertThat(this.hub.searches).hasValue(0);
		assertThat(this.events).isEmpty();
	}

	@Test
	void nameThatIsNoLongerConfiguredIsForgotten() throws Exception {
		HubSnapshot found = TestRecords.of(1, "cam1").snapshot().toBuilder().named("door", TestHub.id("cam1")).build();
		this.store.records.put(KEY, new HubRecord(1, found, Map.of(), Set.of()));
		this.hub.with("cam2", TestHub.live(9));
		this.leases.renew();
		HubMonitor monitor = monitor(TestHub.settings("cam2"));
		monitor.refresh(() -> true);
		run(monitor);
		assertThat(monitor.snapshot().named()).containsOnlyKeys("cam2");
		assertThat(monitor.snapshot().streams()).containsOnlyKeys(TestHub.id("cam2"));
	}

	@Test
	void roundEndsIfTheLeaseIsLost() throws Exception {
		CountDownLatch blackHole = new CountDownLatch(1);
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		this.hub.duringMeasure = () -> {
			loseTheLease();
			await(blackHole);
		};
		HubMonitor monitor = monitor(
				MonitorSettings.builder().streams(List.of("cam1")).timeout(Duration.ofMillis(50)).build());
		AtomicInteger looks = new AtomicInteger();
		Future<Round> round = this.executor.submit(() -> monitor.run(() -> looks.incrementAndGet() > 0, this.executor));
		// The second one comes after what the first has led to
		Awaitility.await().until(() -> this.hub.underWay.get() == 1 && looks.get() > 1);
		blackHole.countDown();
		assertThat(round.get(20, TimeUnit.SECONDS).failure()).hasMessage("Another instance samples the hub");
		assertThat(this.store.records).isEmpty();
		assertThat(this.events).isEmpty();
		assertThat(monitor.snapshot().streams()).isEmpty();
		assertThat(this.notified).isEmpty();
	}

	@Test
	void roundWhoseLeaseIsLostAtTheStoreHasNoEffect() throws Exception {
		this.leases.renew();
		this.store.replaceable = false;
		this.hub.with("cam1", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		run(monitor);
		assertThat(monitor.snapshot().streams()).isEmpty();
		assertThat(this.events).isEmpty();
		assertThat(this.notified).isEmpty();
	}

	@Test
	void roundOfAMonitorThatHasStoppedIsNotStored() throws Exception {
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		monitor.run(() -> false, this.executor);
		assertThat(this.store.records).isEmpty();
		monitor.refresh(() -> false);
		assertThat(this.store.calls).containsExactly("renew");
	}

	@Test
	void roundThatCannotBeStoredIsSeenByThisInstanceAloneAndPublishedLater() throws Exception {
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		this.store.failure = new IllegalStateException("away");
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		run(monitor);
		assertThat(monitor.snapshot().stream("cam1").state()).isEqualTo(StreamState.CONNECTED);
		assertThat(this.notified).containsExactly("0 to 1", "round");
		assertThat(this.events).isEmpty();
		assertThat(monitor.storeFailure()).isNotNull();
		this.store.failure = null;
		run(monitor);
		assertThat(this.events).containsExactly("Connected cam1");
		assertThat(monitor.storeFailure()).isNull();
	}

	@Test
	void roundThatCannotBeStoredIsNotSeenIfSamplesAreToBecomeStale() throws Exception {
		this.leases = leases(StoreFailurePolicy.STALE);
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		this.store.failure = new IllegalStateException("away");
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		run(monitor);
		assertThat(monitor.snapshot().streams()).isEmpty();
		assertThat(monitor.snapshot().lastRound()).isNull();
		assertThat(this.notified).isEmpty();
	}

	@Test
	void resultOfARoundThatCouldNotBeStoredIsNotStoredByTheNextWhichFails() throws Exception {
		this.leases = leases(StoreFailurePolicy.STALE);
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		this.store.failure = new IllegalStateException("away");
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		run(monitor);
		this.store.failure = null;
		this.hub.failure = new IllegalStateException("PILI is away");
		run(monitor);
		assertThat(monitor.snapshot().lastRound().failure()).isSameAs(this.hub.failure);
		assertThat(monitor.snapshot().streams()).isEmpty();
		assertThat(this.events).isEmpty();
	}

	@Test
	void resultOfARoundWhoseLeaseWasLostIsNotSeenInTheNextWhichFails() throws Exception {
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		this.store.replaceable = false;
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		run(monitor);
		this.store.failure = new IllegalStateException("away");
		this.hub.failure = new IllegalStateException("PILI is away");
		run(monitor);
		assertThat(monitor.snapshot().lastRound().failure()).isSameAs(this.hub.failure);
		assertThat(monitor.snapshot().streams()).isEmpty();
	}

	@Test
	void withoutALeaseTheInstanceSamplesForItselfWhileTheStoreIsAway() throws Exception {
		this.store.failure = new IllegalStateException("away");
		this.leases.renew();
		this.clock.addAndGet(TestStore.LEASE.toNanos() + 1);
		this.hub.with("cam1", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		assertThat(monitor.isLeader()).isTrue();
		run(monitor);
		run(monitor);
		assertThat(monitor.snapshot().stream("cam1").state()).isEqualTo(StreamState.CONNECTED);
		assertThat(this.hub.searches).as("what it found itself").hasValue(1);
		assertThat(this.notified).containsExactly("0 to 1", "round", "1 to 1", "round");
		assertThat(this.store.calls).containsExactly("renew");
		assertThat(this.events).isEmpty();
	}

	@Test
	void changeIsStoredBeforeTheEndOfALongRoundAndTheRestAtItsEnd() throws Exception {
		// It has until the next round to send data
		this.hub.with("cam0", TestHub.live(0));
		this.leases.renew();
		CountDownLatch blackHole = blackHoleAfterTheFirstBatch();
		HubMonitor monitor = monitor(twoBatches());
		Future<Round> round = this.executor.submit(() -> run(monitor));
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !this.events.isEmpty());
		assertThat(this.store.records.get(KEY).snapshot().streams()).hasSize(100);
		assertThat(this.notified).containsExactly("0 to 1");
		assertThat(round).isNotDone();
		blackHole.countDown();
		round.get(20, TimeUnit.SECONDS);
		assertThat(this.store.records.get(KEY).snapshot().streams()).hasSize(200);
		assertThat(this.store.records.get(KEY).version()).isEqualTo(2);
		assertThat(this.events).containsExactly("Connected cam0");
		assertThat(monitor.snapshot().stream("cam0").state()).isEqualTo(StreamState.CONNECTED);
	}

	@Test
	void changeThatWasStoredDuringARoundIsNotAppliedAgainIfTheStoreFailsAtItsEnd() throws Exception {
		this.hub.with("cam0", TestHub.live(0));
		this.leases.renew();
		CountDownLatch blackHole = blackHoleAfterTheFirstBatch();
		HubMonitor monitor = monitor(twoBatches());
		Future<Round> round = this.executor.submit(() -> run(monitor));
		// Notified last
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !this.notified.isEmpty());
		this.store.failure = new IllegalStateException("away");
		blackHole.countDown();
		round.get(20, TimeUnit.SECONDS);
		assertThat(monitor.snapshot().streams()).hasSize(200);
		assertThat(monitor.snapshot().stream("cam0").state()).isEqualTo(StreamState.CONNECTED);
		assertThat(this.events).containsExactly("Connected cam0");
	}

	@Test
	void streamThatHasJustGoneLiveIsNotFrozenByALongRoundWhileTheStoreIsAway() throws Exception {
		this.store.failure = new IllegalStateException("away");
		this.leases.renew();
		this.clock.addAndGet(TestStore.LEASE.toNanos() + 1);
		this.hub.with("cam0", TestHub.live(0));
		CountDownLatch blackHole = blackHoleAfterTheFirstBatch();
		HubMonitor monitor = monitor(twoBatches());
		Future<Round> round = this.executor.submit(() -> run(monitor));
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> monitor.snapshot().streams().size() == 100);
		blackHole.countDown();
		round.get(20, TimeUnit.SECONDS);
		assertThat(monitor.snapshot().streams()).hasSize(200);
		assertThat(monitor.snapshot().stream("cam0").state()).isEqualTo(StreamState.CONNECTED);
		assertThat(this.notified).containsExactly("0 to 1", "1 to 1", "round");
		run(monitor);
		assertThat(monitor.snapshot().stream("cam0").state()).as("in the next round").isEqualTo(StreamState.FROZEN);
	}

	private static MonitorSettings twoBatches() {
		List<String> ids = IntStream.range(0, 200).mapToObj((i) -> TestHub.id("cam" + i)).toList();
		return MonitorSettings.builder().streams(ids).concurrency(1).timeout(Duration.ofMinutes(1)).build();
	}

	private CountDownLatch blackHoleAfterTheFirstBatch() {
		CountDownLatch blackHole = new CountDownLatch(1);
		this.hub.duringMeasure = () -> this.hub.duringMeasure = () -> await(blackHole);
		return blackHole;
	}

	@Test
	void changeThatAnotherInstanceStoredIsPublishedOnlyIfAllAreTo() {
		HubMonitor once = monitor(TestHub.settings());
		HubMonitor all = monitor(TestHub.settings(), EventDelivery.ALL);
		this.store.records.put(KEY, TestRecords.of(1, "cam1"));
		once.refresh(() -> true);
		assertThat(once.snapshot().connectedStreams()).isOne();
		assertThat(this.events).isEmpty();
		all.refresh(() -> true);
		assertThat(this.events).containsExactly("Connected cam1");
		all.refresh(() -> true);
		assertThat(this.events).hasSize(1);
	}

	@Test
	void ownChangeIsPublishedOnceIfAllAreTo() throws Exception {
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.settings("cam1"), EventDelivery.ALL);
		run(monitor);
		assertThat(this.events).containsExactly("Connected cam1");
	}

	@Test
	void reportIsStoredIfItIsAChange() {
		HubMonitor monitor = monitor(TestHub.settings());
		assertThat(monitor.report(TestHub.id("guest"), TestHub.live(9))).isTrue();
		assertThat(monitor.report(TestHub.id("guest"), TestHub.live(8))).isFalse();
		assertThat(this.store.records.get(KEY).version()).isOne();
		assertThat(this.events).containsExactly("Connected guest");
		this.store.failure = new IllegalStateException("away");
		assertThatIllegalStateException()
			.isThrownBy(() -> monitor.report(TestHub.id("guest"), StreamMeasurement.DISCONNECTED));
		assertThat(this.events).hasSize(1);
	}

	@Test
	void reportOfAWatchedStreamIsSeenAtOnce() throws Exception {
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		run(monitor);
		this.notified.clear();
		monitor.report(TestHub.id("cam1"), StreamMeasurement.DISCONNECTED);
		assertThat(monitor.snapshot().connectedStreams()).isZero();
		assertThat(this.notified).containsExactly("1 to 0");
	}

	@Test
	void streamThatIsNoLongerWatchedIsKnownNotToBeLive() throws Exception {
		this.leases.renew();
		this.hub.with("cam1", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.connectedSettings(10));
		run(monitor);
		this.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		run(monitor);
		assertThat(monitor.snapshot().streams()).isEmpty();
		assertThat(monitor.report(TestHub.id("cam1"), StreamMeasurement.DISCONNECTED)).isFalse();
		assertThat(this.events).containsExactly("Connected cam1", "Disconnected cam1");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
