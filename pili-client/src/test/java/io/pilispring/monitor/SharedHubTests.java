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

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.pilispring.monitor.SharedHub.Change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SharedHub}.
 */
@Timeout(30)
class SharedHubTests {

	private static final String KEY = "main";

	private static final String GUEST = TestHub.id("guest");

	private static final HubSnapshot EMPTY = HubSnapshot.of(KEY, TestHub.HUB, "pili.example.com").build();

	private final TestStore store = new TestStore().with(KEY, TestStore.held(TestStore.LEASE));

	private final Leases leases = new Leases(this.store, StoreFailurePolicy.STALE, Set.of(KEY), () -> Instant.EPOCH);

	private final SharedHub hub = new SharedHub(EMPTY, this.store, this.leases);

	private final List<StreamEvent> events = new ArrayList<>();

	private final List<Change> changes = new ArrayList<>();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	private boolean report(SharedHub hub, String id, StreamState state) {
		return hub.update(null, (before, known) -> reported(before, id, state), this.events::add, this.changes::add);
	}

	private HubUpdate reported(HubSnapshot before, String id, StreamState state) {
		StreamSample sample = StreamSample.of(id, id, state, TestHub.live(9), Instant.EPOCH);
		return new HubUpdate(before, List.of(new StreamConnectedEvent(KEY, TestHub.HUB, sample)), Map.of(id, state),
				Set.of());
	}

	private boolean round(HubSnapshot after, Set<String> dropped) {
		return this.hub.update(TestStore.held(TestStore.LEASE),
				(before, known) -> new HubUpdate(after, List.of(), Map.of(), dropped), this.events::add,
				this.changes::add);
	}

	private SharedHub another() {
		return new SharedHub(EMPTY, this.store, this.leases);
	}

	@Test
	void everyUpdateIsTheNextVersion() {
		HubSnapshot sampled = TestRecords.of(1, "cam1").snapshot();
		assertThat(round(sampled, Set.of())).isTrue();
		assertThat(this.hub.snapshot()).isSameAs(sampled);
		assertThat(report(this.hub, GUEST, StreamState.CONNECTED)).isTrue();
		assertThat(this.store.records.get(KEY).version()).isEqualTo(2);
		assertThat(this.events).hasSize(1);
		assertThat(this.changes).hasSize(2).allMatch(Change::own);
		assertThat(this.changes.get(1).before()).isSameAs(this.changes.get(0).after());
		assertThat(this.changes.get(1).after()).isSameAs(this.store.records.get(KEY));
	}

	@Test
	void roundNeedNotReadTheRecordFirst() {
		round(EMPTY, Set.of());
		round(EMPTY, Set.of());
		assertThat(this.store.calls).containsExactly("replace 1", "replace 2");
		this.store.calls.clear();
		report(this.hub, GUEST, StreamState.CONNECTED);
		assertThat(this.store.calls).containsExactly("read 2", "replace 3");
	}

	@Test
	void reportOfAnotherInstanceIsKnownToTheNext() {
		SharedHub other = another();
		report(other, GUEST, StreamState.CONNECTED);
		assertThat(this.hub.state(GUEST)).isNull();
		long before = System.nanoTime();
		this.changes.clear();
		assertThat(this.hub.update(null, (snapshot, known) -> {
			assertThat(known.state(GUEST)).isEqualTo(StreamState.CONNECTED);
			return null;
		}, this.events::add, this.changes::add)).isFalse();
		assertThat(this.changes).singleElement().matches((change) -> !change.own());
		assertThat(this.hub.isNewer(GUEST, before)).isTrue();
		assertThat(this.hub.isNewer(GUEST, System.nanoTime() + TimeUnit.MINUTES.toNanos(1))).isFalse();
		assertThat(this.hub.isNewer("nobody", before)).isFalse();
	}

	@Test
	void reportIsNoNewerBecauseTheRecordWasReplaced() {
		report(this.hub, GUEST, StreamState.CONNECTED);
		long later = System.nanoTime() + 1;
		while (System.nanoTime() <= later) {
			Thread.onSpinWait();
		}
		round(EMPTY, Set.of());
		assertThat(this.hub.state(GUEST)).isEqualTo(StreamState.CONNECTED);
		assertThat(this.hub.isNewer(GUEST, later)).isFalse();
	}

	@Test
	void streamThatIsNoLongerWatchedIsKnownNotToBeLiveButWasNotReported() {
		long before = System.nanoTime();
		round(EMPTY, Set.of(GUEST));
		assertThat(this.hub.state(GUEST)).isEqualTo(StreamState.DISCONNECTED);
		assertThat(this.hub.isNewer(GUEST, before)).isFalse();
	}

	@Test
	void updateIsComputedAgainFromWhatAnotherInstanceStoredMeanwhile() {
		SharedHub other = another();
		HubSnapshot sampled = TestRecords.of(1, "cam1").snapshot();
		this.store.beforeReplace = () -> {
			this.store.beforeReplace = () -> {
			};
			this.store.records.put(KEY, new HubRecord(1, sampled, Map.of(), Set.of()));
		};
		List<HubSnapshot> before = new ArrayList<>();
		assertThat(this.hub.update(TestStore.held(TestStore.LEASE), (snapshot, known) -> {
			before.add(snapshot);
			return reported(snapshot, GUEST, StreamState.CONNECTED);
		}, this.events::add, this.changes::add)).isTrue();
		assertThat(before).containsExactly(EMPTY, sampled);
		assertThat(this.events).hasSize(1);
		assertThat(this.changes).extracting(Change::own).containsExactly(false, true);
		other.refresh(this.changes::add);
		assertThat(other.snapshot()).isSameAs(sampled);
	}

	@Test
	void updateWithoutTheLeaseIsNoUpdate() {
		this.store.replaceable = false;
		assertThat(round(EMPTY, Set.of(GUEST))).isFalse();
		assertThat(this.store.calls).containsExactly("replace 1", "read 0");
		assertThat(this.hub.state(GUEST)).isNull();
		assertThat(this.changes).isEmpty();
	}

	@Test
	void recordThatAlwaysChangesIsAFailure() {
		this.store.beforeReplace = () -> {
			HubRecord record = this.store.records.get(KEY);
			this.store.records.put(KEY,
					new HubRecord((record != null) ? record.version() + 1 : 1, EMPTY, Map.of(), Set.of()));
		};
		assertThatIllegalStateException().isThrownBy(() -> report(this.hub, GUEST, StreamState.CONNECTED))
			.withMessage("The record of hub 'main' changes too often");
		assertThat(this.changes).hasSize(100);
		assertThat(this.events).isEmpty();
	}

	@Test
	void onlyReportsAreEncodedSeparatelyAndOnlySoMany() {
		report(this.hub, "first", StreamState.CONNECTED);
		assertThat(this.store.records.get(KEY).isSampleChanged()).as("the first record needs a sample").isTrue();
		for (int i = 0; i < HubRecord.MAX_SEPARATE_REPORTS; i++) {
			report(this.hub, "guest" + i, StreamState.CONNECTED);
			assertThat(this.store.records.get(KEY).separate()).hasSize(i + 1).contains("guest" + i, "guest0");
		}
		report(this.hub, "one more", StreamState.CONNECTED);
		assertThat(this.store.records.get(KEY).isSampleChanged()).isTrue();
		assertThat(this.store.records.get(KEY).reports()).hasSize(HubRecord.MAX_SEPARATE_REPORTS + 2);
		report(this.hub, "after that", StreamState.CONNECTED);
		assertThat(this.store.records.get(KEY).separate()).containsExactly("after that");
		round(EMPTY, Set.of());
		assertThat(this.store.records.get(KEY).isSampleChanged()).isTrue();
	}

	@Test
	void oldestReportsAreForgotten() {
		Map<String, HubRecord.Report> reports = new LinkedHashMap<>();
		for (int i = 0; i < HubRecord.MAX_REPORTS; i++) {
			reports.put("guest" + i, new HubRecord.Report(StreamState.CONNECTED, 1));
		}
		this.store.records.put(KEY, new HubRecord(1, EMPTY, reports, Set.of()));
		report(this.hub, "guest0", StreamState.DISCONNECTED);
		assertThat(this.hub.state("guest1")).isEqualTo(StreamState.CONNECTED);
		report(this.hub, GUEST, StreamState.CONNECTED);
		assertThat(this.hub.state("guest1")).isNull();
		assertThat(this.hub.state("guest0")).as("reported again since").isEqualTo(StreamState.DISCONNECTED);
		assertThat(this.hub.isNewer("guest1", System.nanoTime() - TimeUnit.DAYS.toNanos(1))).isFalse();
		assertThat(this.store.records.get(KEY).reports()).hasSize(HubRecord.MAX_REPORTS);
	}

	@Test
	void failureOfTheStoreIsKnownUntilItWorksAgain() {
		IllegalStateException away = new IllegalStateException("away");
		this.store.failure = away;
		assertThatIllegalStateException().isThrownBy(() -> report(this.hub, GUEST, StreamState.CONNECTED))
			.isSameAs(away);
		assertThat(this.hub.failure()).isEqualTo(new StoreFailure(Instant.EPOCH, "IllegalStateException"));
		this.store.failure = new IllegalArgumentException("still away");
		this.hub.refresh(this.changes::add);
		assertThat(this.hub.failure()).as("the first")
			.isEqualTo(new StoreFailure(Instant.EPOCH, "IllegalStateException"));
		this.store.failure = null;
		report(this.hub, GUEST, StreamState.CONNECTED);
		assertThat(this.hub.failure()).isNull();
		this.store.failure = away;
		this.hub.refresh(this.changes::add);
		assertThat(this.hub.failure()).isNotNull();
		this.store.failure = null;
		this.hub.refresh(this.changes::add);
		assertThat(this.hub.failure()).isNull();
		this.store.failure = away;
		this.leases.renew();
		assertThat(this.hub.failure()).as("that of the leases").isSameAs(this.leases.failure()).isNotNull();
	}

	@Test
	void refreshDoesNotWaitForAnUpdate() throws Exception {
		CountDownLatch updating = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		this.store.beforeReplace = () -> {
			updating.countDown();
			await(goOn);
		};
		Future<Boolean> update = this.executor.submit(() -> report(this.hub, GUEST, StreamState.CONNECTED));
		await(updating);
		this.executor.submit(() -> this.hub.refresh(this.changes::add)).get(20, TimeUnit.SECONDS);
		assertThat(update).isNotDone();
		assertThat(this.store.calls).containsExactly("read 0", "replace 1");
		goOn.countDown();
		assertThat(update.get(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void lockIsFreeAfterwardsWhateverHappens() throws Exception {
		this.store.failure = new IllegalStateException("away");
		assertThatIllegalStateException().isThrownBy(() -> report(this.hub, GUEST, StreamState.CONNECTED));
		this.hub.refresh(this.changes::add);
		this.store.failure = null;
		this.hub.snapshot();
		assertThat(this.executor.submit(() -> report(this.hub, GUEST, StreamState.CONNECTED)).get(20, TimeUnit.SECONDS))
			.isTrue();
	}

	@Test
	void leasesAreThoseOfTheInstance() {
		assertThat(this.hub.held()).isNull();
		assertThat(this.hub.role()).isEqualTo(HubRole.FOLLOWER);
		this.leases.renew();
		assertThat(this.hub.held()).isSameAs(this.hub.lease()).isEqualTo(TestStore.held(TestStore.LEASE));
		assertThat(this.hub.role()).isEqualTo(HubRole.LEADER);
		assertThat(this.hub.policy()).isEqualTo(StoreFailurePolicy.STALE);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
