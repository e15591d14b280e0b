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
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.pilispring.monitor.HubLease;
import io.pilispring.monitor.TestRecords;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcMonitorStore}.
 */
class JdbcMonitorStoreTests {

	private static final Duration LEASE = Duration.ofMinutes(5);

	private final TestDatabase database = new TestDatabase();

	private final JdbcMonitorStore store = new JdbcMonitorStore(this.database.settings(), LEASE);

	private final List<String> published = new ArrayList<>();

	private Runnable publish(String event) {
		return () -> this.published.add(event);
	}

	@Test
	void instanceIsNamedAfterItsHostAndUnique() {
		JdbcMonitorStore other = new JdbcMonitorStore(this.database.settings(), LEASE);
		assertThat(this.store.instance()).matches("[a-z0-9.-]{1,80}-[0-9a-f]{8}").isNotEqualTo(other.instance());
		assertThat(this.store.instance().length()).isLessThanOrEqualTo(100);
	}

	@Test
	void leaseMustBeThatOfTheInstanceWithTheTokenAndOfTheHub() {
		HubLease lease = this.store.renewLeases(Set.of("main", "other")).get("main");
		HubLease old = new HubLease(lease.owner(), lease.token() - 1, true, LEASE);
		assertThat(this.store.replace("main", old, TestRecords.of(1), List.of(publish("old")))).isFalse();
		JdbcMonitorStore another = new JdbcMonitorStore(this.database.settings(), LEASE);
		assertThat(another.replace("main", lease, TestRecords.of(1), List.of(publish("another")))).isFalse();
		assertThat(this.store.replace("unknown", lease, TestRecords.of(1), List.of(publish("unknown")))).isFalse();
		assertThat(this.store.replace("main", lease, TestRecords.of(1), List.of(publish("held")))).isTrue();
		assertThat(this.published).containsExactly("held");
	}

	@Test
	void recordOfAnotherVersionLeavesNoRowBehindThatHindersTheNext() {
		assertThat(this.store.replace("main", this.store.renewLeases(Set.of("main")).get("main"), TestRecords.of(1),
				List.of()))
			.isTrue();
		this.database.jdbc.update("DELETE FROM PILI_RECORD");
		HubLease lost = new HubLease("nobody", 99, true, LEASE);
		assertThat(this.store.replace("main", lost, TestRecords.of(5), List.of())).isFalse();
		assertThat(this.store.read("main", 0)).as("a row without a sample is no record").isNull();
		assertThat(this.store.replace("main", null, TestRecords.of(2), List.of())).isTrue();
		assertThat(this.store.read("main", 0).version()).isEqualTo(2);
		assertThat(this.database.count("PILI_RECORD")).isOne();
	}

	@Test
	void reportLeavesTheSampleAsItIs() {
		this.store.replace("main", null, TestRecords.of(1, "cam1"), List.of());
		byte[] sample = column("SAMPLE");
		assertThat(column("REPORTS")).isNull();
		this.store.replace("main", null, TestRecords.report(this.store.read("main", 0), "guest"), List.of());
		assertThat(column("SAMPLE")).isEqualTo(sample);
		assertThat(column("REPORTS")).isNotNull();
		this.store.replace("main", null, TestRecords.of(3, "cam2"), List.of());
		assertThat(column("SAMPLE")).isNotEqualTo(sample);
		assertThat(column("REPORTS")).isNull();
	}

	private byte[] column(String name) {
		return this.database.jdbc.queryForObject("SELECT " + name + " FROM PILI_RECORD", byte[].class);
	}

}
