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

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import io.pilispring.jdbc.JdbcMonitorStore;
import io.pilispring.jdbc.JdbcStoreSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for monitors that share a {@link MonitorStore}.
 */
@Timeout(60)
class SharedMonitorTests {

	private static final String KEY = "main";

	private static final StreamMeasurement LIVE = StreamMeasurement.live().address("5.6.7.8:9").build();

	private final JdbcConnectionPool pool = JdbcConnectionPool
		.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");

	private final List<Node> nodes = new ArrayList<>();

	@BeforeEach
	void createTables() throws Exception {
		try (Connection connection = this.pool.getConnection()) {
			ScriptUtils.executeSqlScript(connection, new ClassPathResource("schema-h2.sql", JdbcMonitorStore.class));
		}
	}

	@AfterEach
	void stop() {
		this.nodes.forEach((node) -> node.monitor.stop());
		this.pool.dispose();
	}

	private Node node(EventDelivery delivery, StoreFailurePolicy policy) {
		Node node = new Node(new JdbcMonitorStore(JdbcStoreSettings.builder(this.pool).build(), Duration.ofSeconds(1)),
				delivery, policy);
		this.nodes.add(node);
		return node;
	}

	private Node start() {
		Node node = node(EventDelivery.ONCE, StoreFailurePolicy.STANDALONE);
		node.monitor.start();
		return node;
	}

	private Node leaderOf(Node... nodes) {
		await().until(() -> List.of(nodes).stream().filter((node) -> node.monitor.isLeader(KEY)).count() == 1);
		return List.of(nodes).stream().filter((node) -> node.monitor.isLeader(KEY)).findFirst().orElseThrow();
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
	}

	@Test
	void followerHasWhatTheLeaderSampled() {
		Node first = start();
		first.hub.with("cam1", TestHub.live(7));
		await().until(() -> first.monitor.snapshot(KEY).connectedStreams() == 1);
		Node second = start();
		await().until(() -> second.monitor.snapshot(KEY).connectedStreams() == 1);
		StreamSample sample = second.monitor.snapshot(KEY).stream("cam1");
		assertThat(sample).isNotNull();
		assertThat(sample.measurement()).isEqualTo(TestHub.live(7));
		assertThat(second.monitor.owner(KEY)).isEqualTo(first.monitor.owner(KEY)).isNotNull();
		assertThat(second.monitor.isLeader(KEY)).isFalse();
		int rounds = second.rounds.get();
		await().until(() -> second.rounds.get() > rounds + 2);
		assertThat(second.hub.requests).hasValue(0);
		assertThat(first.events).containsExactly("Connected cam1");
		assertThat(second.events).isEmpty();
	}

	@Test
	void leaseOfALeaderThatStopsIsTakenAtOnceAndNothingIsPublishedAgain() {
		Node first = start();
		first.hub.with("cam1", TestHub.live(7));
		await().until(() -> first.events.size() == 1);
		Node second = start();
		second.hub.with("cam1", TestHub.live(8)).with("cam2", TestHub.live(8));
		await().until(() -> second.monitor.snapshot(KEY).connectedStreams() == 1);
		first.monitor.stop();
		await().until(() -> second.events.contains("Connected cam2"));
		assertThat(second.events).containsExactly("Connected cam2");
		assertThat(first.events).containsExactly("Connected cam1");
	}

	@Test
	void everyInstancePublishesIfAllAreTo() {
		List<Node> both = List.of(node(EventDelivery.ALL, StoreFailurePolicy.STANDALONE),
				node(EventDelivery.ALL, StoreFailurePolicy.STANDALONE));
		both.forEach((node) -> {
			node.hub.with("cam1", TestHub.live(7));
			node.monitor.start();
		});
		await().until(() -> both.stream().allMatch((node) -> node.events.equals(List.of("Connected cam1"))));
		both.forEach((node) -> node.hub.with("cam1", StreamMeasurement.DISCONNECTED));
		both.get(0).monitor.report(KEY, TestHub.id("guest"), LIVE);
		await().until(() -> both.stream().allMatch((node) -> node.events.size() == 3));
		assertThat(both).allSatisfy((node) -> assertThat(node.events).startsWith("Connected cam1")
			.containsExactlyInAnyOrder("Connected cam1", "Disconnected cam1", "Connected guest"));
	}

	@Test
	void reportOfAnyInstanceIsPublishedOnceAndSeenByAll() {
		Node first = start();
		Node second = start();
		Node leader = leaderOf(first, second);
		Node follower = (leader == first) ? second : first;
		assertThat(follower.monitor.report(KEY, TestHub.id("guest"), LIVE)).isTrue();
		assertThat(leader.monitor.report(KEY, TestHub.id("guest"), LIVE)).isFalse();
		assertThat(leader.monitor.report(KEY, TestHub.id("guest"), StreamMeasurement.DISCONNECTED)).isTrue();
		assertThat(follower.monitor.report(KEY, TestHub.id("guest"), StreamMeasurement.DISCONNECTED)).isFalse();
		assertThat(follower.events).containsExactly("Connected guest");
		assertThat(leader.events).containsExactly("Disconnected guest");
	}

	@Test
	void roundThatBeganBeforeAReportOfAnotherInstanceDoesNotUndoIt() throws Exception {
		Node leader = start();
		leader.hub.with("cam1", TestHub.live(7));
		await().until(() -> leader.events.size() == 1);
		Node follower = start();
		await().until(() -> follower.monitor.snapshot(KEY).connectedStreams() == 1);
		CountDownLatch measuring = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		leader.hub.duringMeasure = () -> {
			measuring.countDown();
			await(goOn);
		};
		assertThat(measuring.await(20, TimeUnit.SECONDS)).isTrue();
		// The leader's round has asked already, and will be told that the stream is live
		assertThat(follower.monitor.report(KEY, TestHub.id("cam1"), StreamMeasurement.DISCONNECTED)).isTrue();
		leader.hub.duringMeasure = () -> leader.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		goOn.countDown();
		int rounds = leader.rounds.get();
		await().until(() -> leader.rounds.get() > rounds + 2);
		assertThat(leader.events).containsExactly("Connected cam1");
		assertThat(follower.events).containsExactly("Disconnected cam1");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void whileTheStoreIsAwayEveryInstanceSamplesForItselfAndPublishesNothing() {
		Node first = start();
		Node second = start();
		leaderOf(first, second);
		first.store.away = true;
		second.store.away = true;
		List.of(first, second).forEach((node) -> node.hub.with("cam1", TestHub.live(7)));
		await().until(() -> first.monitor.snapshot(KEY).connectedStreams() == 1
				&& second.monitor.snapshot(KEY).connectedStreams() == 1);
		assertThat(first.hub.requests).hasPositiveValue();
		assertThat(second.hub.requests).hasPositiveValue();
		assertThat(first.monitor.storeFailure(KEY)).isNotNull();
		assertThat(first.monitor.storeFailure(KEY).error()).isEqualTo("IllegalStateException");
		assertThatIllegalStateException().isThrownBy(() -> first.monitor.report(KEY, TestHub.id("guest"), LIVE));
		assertThat(first.events).isEmpty();
		assertThat(second.events).isEmpty();
		first.store.away = false;
		second.store.away = false;
		await().until(() -> first.events.size() + second.events.size() == 1);
		leaderOf(first, second);
		await().until(() -> first.monitor.storeFailure(KEY) == null && second.monitor.storeFailure(KEY) == null);
		assertThat(first.events.size() + second.events.size()).isOne();
	}

	@Test
	void whileTheStoreIsAwayNobodySamplesIfSamplesAreToBecomeStale() {
		Node node = node(EventDelivery.ONCE, StoreFailurePolicy.STALE);
		node.monitor.start();
		await().until(() -> node.rounds.get() > 0);
		node.store.away = true;
		await().until(() -> !node.monitor.isLeader(KEY));
		await().until(() -> node.hub.underWay.get() == 0);
		int requests = node.hub.requests.get();
		int renewals = node.store.renewals.get();
		node.hub.with("cam1", TestHub.live(7));
		await().until(() -> node.store.renewals.get() > renewals + 4);
		assertThat(node.hub.requests.get()).isLessThanOrEqualTo(requests + 1);
		assertThat(node.monitor.snapshot(KEY).streams()).isEmpty();
		assertThat(node.monitor.storeFailure(KEY)).isNotNull();
		node.store.away = false;
		await().until(() -> node.events.equals(List.of("Connected cam1")));
	}

	@Test
	void storeThatDoesNotReturnHoldsUpNeitherReadersNorTheStop() throws Exception {
		Node node = start();
		await().until(() -> node.rounds.get() > 0);
		CountDownLatch frozen = new CountDownLatch(1);
		node.store.frozen = frozen;
		node.hub.with("cam1", TestHub.live(7));
		await().until(() -> node.store.waiting.get() > 0);
		assertThat(node.monitor.snapshot(KEY).lastRound()).isNotNull();
		long start = System.nanoTime();
		node.monitor.stop();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		frozen.countDown();
	}

	/**
	 * A monitor, as in one of several processes.
	 */
	private static final class Node implements SnapshotListener {

		private final TestHub hub = new TestHub();

		private final List<String> events = new CopyOnWriteArrayList<>();

		private final AtomicInteger rounds = new AtomicInteger();

		private final FragileStore store;

		private final PiliMonitor monitor;

		Node(MonitorStore store, EventDelivery delivery, StoreFailurePolicy policy) {
			this.store = new FragileStore(store);
			this.monitor = PiliMonitor.builder()
				.hub(KEY, this.hub, MonitorSettings.builder().connected(true).interval(Duration.ofMillis(100)).build())
				.store(this.store)
				.eventDelivery(delivery)
				.storeFailurePolicy(policy)
				.listener(this)
				.publisher((event) -> this.events.add(event.getClass().getSimpleName().replace("Event", "").substring(6)
						+ " " + ((StreamEvent) event).stream().title()))
				.build();
		}

		@Override
		public void onRound(HubSnapshot snapshot, HubSnapshot.Round round) {
			assertThat(snapshot.lastRound()).isEqualTo(round);
			this.rounds.incrementAndGet();
		}

	}

	/**
	 * A store that can be away.
	 */
	private static final class FragileStore implements MonitorStore {

		private final MonitorStore delegate;

		private final AtomicInteger renewals = new AtomicInteger();

		private final AtomicInteger waiting = new AtomicInteger();

		private volatile boolean away;

		private volatile @Nullable CountDownLatch frozen;

		FragileStore(MonitorStore delegate) {
			this.delegate = delegate;
		}

		private void check() {
			CountDownLatch latch = this.frozen;
			if (latch != null) {
				this.waiting.incrementAndGet();
				boolean done = false;
				while (!done) {
					try {
						done = latch.await(20, TimeUnit.SECONDS);
					}
					catch (InterruptedException ex) {
						// As a driver that waits for a socket
					}
				}
			}
			if (this.away) {
				throw new IllegalStateException("The store is away");
			}
		}

		@Override
		public String instance() {
			return this.delegate.instance();
		}

		@Override
		public Duration leaseDuration() {
			return this.delegate.leaseDuration();
		}

		@Override
		public Map<String, HubLease> renewLeases(Collection<String> hubs) {
			this.renewals.incrementAndGet();
			check();
			return this.delegate.renewLeases(hubs);
		}

		@Override
		public void releaseLeases() {
			check();
			this.delegate.releaseLeases();
		}

		@Override
		public @Nullable HubRecord read(String hub, long version) {
			check();
			return this.delegate.read(hub, version);
		}

		@Override
		public boolean replace(String hub, @Nullable HubLease lease, HubRecord record, List<Runnable> publications) {
			check();
			return this.delegate.replace(hub, lease, record, publications);
		}

	}

}
