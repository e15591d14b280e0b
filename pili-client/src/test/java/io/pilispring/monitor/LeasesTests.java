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
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.pilispring.CapturedLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link Leases}.
 */
class LeasesTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final Duration LEASE = TestStore.LEASE;

	// Close to where it overflows, because its origin is arbitrary
	private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - LEASE.toNanos());

	private final TestStore store = new TestStore();

	private final Leases leases = leases(StoreFailurePolicy.STANDALONE);

	private Leases leases(StoreFailurePolicy policy) {
		return new Leases(this.store, policy, Set.of("main", "other"), () -> NOW, this.clock::get);
	}

	private void pass(Duration duration) {
		this.clock.addAndGet(duration.toNanos());
	}

	@Test
	void leasesAreRenewedThreeTimesBeforeTheyEnd() {
		assertThat(this.leases.renew()).isEqualTo(LEASE.dividedBy(3)).isEqualTo(this.leases.period());
		this.store.with("main", TestStore.held(LEASE));
		assertThat(this.leases.renew()).isEqualTo(this.leases.period());
	}

	@Test
	void leaseOfAnotherInstanceIsTakenAsSoonAsItEnds() {
		this.store.with("main", TestStore.ofAnother(Duration.ofSeconds(4)));
		assertThat(this.leases.renew()).isEqualTo(Duration.ofSeconds(4));
		this.store.with("other", TestStore.ofAnother(Duration.ofSeconds(3)));
		assertThat(this.leases.renew()).isEqualTo(Duration.ofSeconds(3));
		this.store.with("main", TestStore.ofAnother(Duration.ofMillis(19)));
		assertThat(this.leases.renew()).as("not in a busy loop").isEqualTo(Duration.ofMillis(20));
		this.store.with("main", TestStore.ofAnother(LEASE)).with("other", TestStore.ofAnother(LEASE));
		assertThat(this.leases.renew()).isEqualTo(this.leases.period());
	}

	@Test
	void leaseThatIsNotRenewedCountsUntilItsEnd() {
		this.store.with("main", TestStore.held(LEASE)).with("other", TestStore.ofAnother(LEASE));
		assertThat(this.leases.held("main")).as("before the first renewal").isNull();
		assertThat(this.leases.find("main")).isNull();
		this.leases.renew();
		assertThat(this.leases.held("main")).isNotNull();
		assertThat(this.leases.role("main")).isEqualTo(HubRole.LEADER);
		assertThat(this.leases.held("other")).isNull();
		assertThat(this.leases.role("other")).isEqualTo(HubRole.FOLLOWER);
		pass(LEASE.minusNanos(1));
		assertThat(this.leases.held("main")).isNotNull();
		pass(Duration.ofNanos(1));
		assertThat(this.leases.held("main")).isNull();
		assertThat(this.leases.role("main")).isEqualTo(HubRole.FOLLOWER);
		assertThat(this.leases.find("other").owner()).as("the last known owner").isEqualTo("another");
	}

	@Test
	void leaseBeginsBeforeTheStoreResponds() {
		TestStore slow = new TestStore() {

			@Override
			public Map<String, HubLease> renewLeases(Collection<String> hubs) {
				pass(Duration.ofSeconds(2));
				return super.renewLeases(hubs);
			}

		};
		slow.with("main", TestStore.held(LEASE));
		Leases leases = new Leases(slow, StoreFailurePolicy.STALE, Set.of("main"), () -> NOW, this.clock::get);
		leases.renew();
		pass(LEASE.minusSeconds(2).minusNanos(1));
		assertThat(leases.held("main")).isNotNull();
		pass(Duration.ofNanos(1));
		assertThat(leases.held("main")).isNull();
	}

	@Test
	void storeThatFailsIsAwayAfterALease() {
		this.leases.renew();
		this.store.failure = new IllegalStateException("away");
		assertThat(this.leases.renew()).isEqualTo(this.leases.period());
		pass(LEASE);
		assertThat(this.leases.role("main")).isEqualTo(HubRole.FOLLOWER);
		pass(Duration.ofNanos(1));
		assertThat(this.leases.role("main")).isEqualTo(HubRole.STANDALONE);
		this.store.failure = null;
		this.leases.renew();
		assertThat(this.leases.role("main")).isEqualTo(HubRole.FOLLOWER);
	}

	@Test
	void storeThatDoesNotRespondIsAwayAfterTwoLeases() {
		this.leases.renew();
		pass(LEASE.multipliedBy(2));
		assertThat(this.leases.role("main")).isEqualTo(HubRole.FOLLOWER);
		pass(Duration.ofNanos(1));
		assertThat(this.leases.role("main")).isEqualTo(HubRole.STANDALONE);
	}

	@Test
	void nobodySamplesAHubWithoutTheStoreIfSamplesAreToBecomeStale() {
		Leases leases = leases(StoreFailurePolicy.STALE);
		pass(LEASE.multipliedBy(3));
		assertThat(leases.role("main")).isEqualTo(HubRole.FOLLOWER);
		assertThat(leases.policy()).isEqualTo(StoreFailurePolicy.STALE);
	}

	@Test
	void failureIsTheFirstUntilTheStoreCanBeReachedAgain() {
		assertThat(this.leases.failure()).isNull();
		this.store.failure = new IllegalStateException("away");
		this.leases.renew();
		assertThat(this.leases.failure()).isEqualTo(new StoreFailure(NOW, "IllegalStateException"));
		this.store.failure = new IllegalArgumentException("still away");
		this.leases.renew();
		assertThat(this.leases.failure()).isEqualTo(new StoreFailure(NOW, "IllegalStateException"));
		this.store.failure = null;
		this.leases.renew();
		assertThat(this.leases.failure()).isNull();
	}

	@Test
	void outageIsLoggedOnceAndItsEndToo() {
		try (CapturedLog log = CapturedLog.of(Leases.class)) {
			this.leases.renew();
			assertThat(log.text()).isEmpty();
			this.store.failure = new IllegalStateException("away");
			this.leases.renew();
			this.leases.renew();
			this.store.failure = null;
			this.leases.renew();
			this.leases.renew();
			assertThat(log.text()).containsOnlyOnce("cannot be reached").containsOnlyOnce("can be reached again");
		}
	}

	@Test
	void leasesAreReleasedUntilTheNextStart() {
		this.store.with("main", TestStore.held(LEASE));
		this.leases.renew();
		this.leases.release();
		assertThat(this.store.calls).containsExactly("renew", "release");
		assertThat(this.leases.role("main")).isEqualTo(HubRole.FOLLOWER);
		assertThat(this.leases.renew()).isEqualTo(this.leases.period());
		assertThat(this.store.calls).as("a late renewal").hasSize(2);
		this.leases.start();
		this.leases.renew();
		assertThat(this.leases.role("main")).isEqualTo(HubRole.LEADER);
	}

	@Test
	void storeIsNotAwayBecauseNobodyAskedItBeforeTheStart() {
		pass(LEASE.multipliedBy(3));
		assertThat(this.leases.role("main")).isEqualTo(HubRole.STANDALONE);
		this.leases.start();
		assertThat(this.leases.role("main")).isEqualTo(HubRole.FOLLOWER);
	}

	@Test
	void storeThatIsAwayDoesNotDelayTheRelease() {
		this.store.failure = new IllegalStateException("away");
		this.leases.renew();
		this.leases.release();
		assertThat(this.store.calls).containsExactly("renew");
	}

	@Test
	void releaseThatFailsIsLeftToTheEndOfTheLease() {
		this.store.with("main", TestStore.held(LEASE));
		this.leases.renew();
		this.store.failure = new IllegalStateException("away");
		assertThatNoException().isThrownBy(this.leases::release);
		assertThat(this.leases.held("main")).isNull();
	}

}
