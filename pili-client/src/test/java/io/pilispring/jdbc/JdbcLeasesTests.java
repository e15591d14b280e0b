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

package io.pilispring.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.pilispring.monitor.HubLease;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcLeases}.
 */
class JdbcLeasesTests {

	private static final Duration LEASE = Duration.ofMinutes(5);

	private final TestDatabase database = new TestDatabase();

	private final JdbcLeases leases = leases("this");

	private JdbcLeases leases(String instance) {
		return new JdbcLeases(new Database(this.database.settings()), instance, LEASE);
	}

	private static String id(String hub) {
		return "application/" + hub;
	}

	private void insertInstance(String instance, String hub, Duration left) {
		this.database.jdbc.update("INSERT INTO PILI_INSTANCE (INSTANCE_ID, HUB_ID, SEEN_UNTIL) VALUES (?, ?, ?)",
				instance, id(hub), System.currentTimeMillis() + left.toMillis());
	}

	private void insertLease(String hub, String owner, Duration left) {
		this.database.jdbc.update("INSERT INTO PILI_LEASE (HUB_ID, OWNER_ID, TOKEN, LEASE_UNTIL) VALUES (?, ?, 7, ?)",
				id(hub), owner, System.currentTimeMillis() + left.toMillis());
	}

	private List<String> held(Map<String, HubLease> leases) {
		List<String> held = new ArrayList<>();
		leases.forEach((hub, lease) -> {
			if (lease.held()) {
				held.add(hub);
			}
		});
		return held;
	}

	@Test
	void nobodyAsksTheDatabaseForNoHubs() {
		this.database.attempts = 0;
		assertThat(this.leases.renew(List.of())).isEmpty();
		assertThat(this.database.attempts).isZero();
	}

	@Test
	void freeHubIsTakenWithTheNextToken() {
		insertLease("main", "another", Duration.ofSeconds(-1));
		HubLease lease = this.leases.renew(List.of("main")).get("main");
		assertThat(lease).isEqualTo(new HubLease("this", 8, true, LEASE));
		assertThat(this.leases.renew(List.of("main")).get("main").token()).isEqualTo(8);
		assertThat(this.database.count("PILI_LEASE WHERE TOKEN = 8 AND LEASE_UNTIL > ?",
				System.currentTimeMillis() + LEASE.toMillis() - 60_000))
			.isOne();
	}

	@Test
	void ownLeaseLastsLongerByEveryRenewal() {
		insertLease("main", "this", Duration.ofSeconds(60));
		insertLease("theirs", "another", Duration.ofSeconds(60));
		Map<String, HubLease> leases = this.leases.renew(List.of("main", "theirs"));
		assertThat(leases.get("main").held()).isTrue();
		assertThat(leases.get("main").token()).isEqualTo(7);
		assertThat(leases.get("main").remaining()).isBetween(LEASE.minusSeconds(60), LEASE);
		assertThat(leases.get("theirs").held()).isFalse();
		assertThat(leases.get("theirs").owner()).isEqualTo("another");
		assertThat(leases.get("theirs").remaining()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
	}

	@Test
	void hubIsLeftToAnInstanceThatHasFewer() {
		insertLease("a", "this", LEASE);
		insertLease("b", "another", Duration.ofSeconds(-1));
		insertInstance("another", "b", LEASE);
		Map<String, HubLease> leases = this.leases.renew(List.of("a", "b", "c"));
		assertThat(held(leases)).containsExactlyInAnyOrder("a", "c");
		assertThat(leases.get("b")).isEqualTo(new HubLease("another", 7, false, Duration.ZERO));
	}

	@Test
	void hubThatNobodyEverHadHasNoLease() {
		insertLease("a", "this", LEASE);
		insertInstance("another", "b", LEASE);
		assertThat(this.leases.renew(List.of("a", "b"))).containsOnlyKeys("a");
	}

	@Test
	void hubIsTakenIfAsManyAreHeldByTheOther() {
		insertLease("a", "this", LEASE);
		insertLease("b", "another", LEASE);
		insertLease("c", "another", Duration.ofSeconds(-1));
		insertInstance("another", "c", LEASE);
		assertThat(held(this.leases.renew(List.of("a", "b", "c")))).containsExactlyInAnyOrder("a", "c");
	}

	@Test
	void leasesThatHaveEndedDoNotCount() {
		insertLease("a", "this", LEASE);
		insertLease("b", "another", Duration.ofMinutes(-1));
		insertLease("c", "another", Duration.ofMinutes(-1));
		insertInstance("another", "b", LEASE);
		insertInstance("another", "c", LEASE);
		assertThat(held(this.leases.renew(List.of("a", "b", "c")))).containsExactly("a");
	}

	@Test
	void hubIsNotLeftToAnInstanceThatIsGone() {
		insertLease("a", "this", LEASE);
		insertLease("b", "another", Duration.ofSeconds(-1));
		insertInstance("another", "b", Duration.ofSeconds(-1));
		assertThat(held(this.leases.renew(List.of("a", "b")))).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void hubThatTheOtherDoesNotTakeIsTakenAfterHalfALease() {
		insertLease("a", "this", LEASE);
		insertLease("b", "another", LEASE.dividedBy(2).minusSeconds(30).negated());
		insertLease("c", "another", LEASE.dividedBy(2).plusSeconds(1).negated());
		insertInstance("another", "b", LEASE);
		insertInstance("another", "c", LEASE);
		assertThat(held(this.leases.renew(List.of("a", "b", "c")))).containsExactlyInAnyOrder("a", "c");
	}

	@Test
	void oneHubIsGivenBackForAnInstanceWithAtLeastTwoFewer() {
		for (String hub : List.of("a", "b", "c")) {
			insertLease(hub, "this", LEASE);
			insertInstance("another", hub, LEASE);
		}
		Map<String, HubLease> leases = this.leases.renew(List.of("a", "b", "c"));
		assertThat(held(leases)).hasSize(2);
		assertThat(leases.values()).filteredOn((lease) -> !lease.held())
			.containsExactly(new HubLease("this", 7, false, Duration.ZERO));
		assertThat(leases("another").renew(List.of("a", "b", "c")).values()).filteredOn(HubLease::held)
			.extracting(HubLease::token)
			.containsExactly(8L);
		assertThat(held(this.leases.renew(List.of("a", "b", "c")))).as("two and one").hasSize(2);
	}

	@Test
	void hubThatTheOtherDoesNotWatchIsNotGivenBack() {
		for (String hub : List.of("a", "b", "c")) {
			insertLease(hub, "this", LEASE);
		}
		insertInstance("another", "d", LEASE);
		insertInstance("gone", "a", Duration.ofSeconds(-1));
		assertThat(held(this.leases.renew(List.of("a", "b", "c")))).hasSize(3);
	}

	@Test
	void leaseOfAnotherInstanceIsNotGivenBack() {
		for (String hub : List.of("a", "b")) {
			insertLease(hub, "this", LEASE);
		}
		insertLease("c", "another", LEASE);
		insertInstance("third", "c", LEASE);
		Map<String, HubLease> leases = this.leases.renew(List.of("a", "b", "c"));
		assertThat(held(leases)).hasSize(2);
		assertThat(leases.get("c").remaining()).isPositive();
	}

	@Test
	void instanceIsACandidateForAllHubsThatItWatches() {
		this.leases.renew(List.of("a"));
		this.leases.renew(List.of("a", "b"));
		assertThat(this.database.count("PILI_INSTANCE WHERE INSTANCE_ID = 'this'")).isEqualTo(2);
		this.database.jdbc.update("DELETE FROM PILI_INSTANCE WHERE HUB_ID = ?", id("a"));
		this.leases.renew(List.of("a", "b"));
		assertThat(this.database.count("PILI_INSTANCE WHERE SEEN_UNTIL > ?",
				System.currentTimeMillis() + LEASE.toMillis() - 60_000))
			.isEqualTo(2);
		this.leases.renew(List.of("b"));
		this.leases.renew(List.of("c"));
		assertThat(this.database.count("PILI_INSTANCE WHERE HUB_ID = ?", id("c"))).isOne();
	}

	@Test
	void instanceIsKnownAgainAfterARelease() {
		this.leases.renew(List.of("a"));
		insertInstance("another", "a", LEASE);
		this.leases.releaseAll();
		assertThat(this.database.count("PILI_INSTANCE WHERE INSTANCE_ID = 'this'")).isZero();
		assertThat(this.database.count("PILI_INSTANCE")).isOne();
		this.leases.renew(List.of("a"));
		assertThat(this.database.count("PILI_INSTANCE WHERE INSTANCE_ID = 'this'")).isOne();
	}

	@Test
	void onlyOwnLeasesAreReleased() {
		insertLease("a", "this", LEASE);
		insertLease("b", "another", LEASE);
		this.leases.releaseAll();
		assertThat(this.database.jdbc.queryForList("SELECT HUB_ID FROM PILI_LEASE WHERE LEASE_UNTIL > ?", String.class,
				System.currentTimeMillis() + 60_000))
			.containsExactly(id("b"));
	}

	@Test
	void instancesThatAreLongGoneAreForgottenFromTimeToTime() {
		insertInstance("old", "a", Duration.ofMinutes(-61));
		insertInstance("recent", "a", Duration.ofMinutes(-59));
		this.leases.renew(List.of("a"));
		assertThat(this.database.jdbc.queryForList("SELECT INSTANCE_ID FROM PILI_INSTANCE ORDER BY 1", String.class))
			.containsExactly("recent", "this");
		insertInstance("old", "a", Duration.ofMinutes(-61));
		for (int i = 1; i < 200; i++) {
			this.leases.renew(List.of("a"));
		}
		assertThat(this.database.count("PILI_INSTANCE")).isEqualTo(3);
		this.leases.renew(List.of("a"));
		assertThat(this.database.count("PILI_INSTANCE")).isEqualTo(2);
	}

}
