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

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.pilispring.monitor.HubLease;
import io.pilispring.monitor.HubRecord;
import io.pilispring.monitor.TestRecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What the stores promise on every database.
 */
@Timeout(60)
public abstract class AbstractJdbcStoreTests {

	private static final Duration LEASE = Duration.ofSeconds(1);

	private static final Duration LONG_LEASE = Duration.ofMinutes(5);

	private static final List<String> TABLES = List.of("PILI_LEASE", "PILI_INSTANCE", "PILI_RECORD", "PILI_NONCE",
			"PILI_DELIVERY");

	private JdbcTemplate jdbc;

	/**
	 * Return the database.
	 * @return the database
	 */
	protected abstract DataSource dataSource();

	/**
	 * Return the kind of the database.
	 * @return the kind, as in the name of the script
	 */
	protected abstract String platform();

	@BeforeEach
	void createTables() throws SQLException {
		this.jdbc = new JdbcTemplate(dataSource());
		TABLES.forEach((table) -> this.jdbc.execute("DROP TABLE IF EXISTS " + table));
		this.jdbc.execute("DROP TABLE IF EXISTS RECEIVED");
		this.jdbc.execute("CREATE TABLE RECEIVED (EVENT VARCHAR(100) NOT NULL PRIMARY KEY)");
		ClassPathResource schema = new ClassPathResource("schema-" + platform() + ".sql", JdbcMonitorStore.class);
		try (Connection connection = dataSource().getConnection()) {
			// A second time does no harm
			ScriptUtils.executeSqlScript(connection, schema);
			ScriptUtils.executeSqlScript(connection, schema);
		}
	}

	private JdbcStoreSettings settings() {
		return JdbcStoreSettings.builder(dataSource()).group("shop").build();
	}

	private JdbcMonitorStore store(Duration lease) {
		return new JdbcMonitorStore(settings(), lease);
	}

	private HubLease lease(JdbcMonitorStore store, String hub) {
		return store.renewLeases(Set.of(hub)).get(hub);
	}

	private Runnable receive(String event) {
		return () -> this.jdbc.update("INSERT INTO RECEIVED (EVENT) VALUES (?)", event);
	}

	private List<String> received() {
		return this.jdbc.queryForList("SELECT EVENT FROM RECEIVED ORDER BY EVENT", String.class);
	}

	@Test
	void oneInstanceHasTheLeaseAndKeepsIt() {
		JdbcMonitorStore first = store(LONG_LEASE);
		JdbcMonitorStore second = store(LONG_LEASE);
		HubLease lease = lease(first, "main");
		assertThat(lease.held()).isTrue();
		assertThat(lease.owner()).isEqualTo(first.instance());
		assertThat(lease.remaining()).isBetween(Duration.ofMinutes(4), LONG_LEASE);
		HubLease seen = lease(second, "main");
		assertThat(seen.held()).isFalse();
		assertThat(seen.owner()).isEqualTo(first.instance());
		assertThat(lease(first, "main").token()).isEqualTo(lease.token());
		assertThat(first.instance()).isNotEqualTo(second.instance());
	}

	@Test
	void leaseThatIsNotRenewedIsTakenWithALargerToken() {
		JdbcMonitorStore first = store(LEASE);
		JdbcMonitorStore second = store(LEASE);
		long token = lease(first, "main").token();
		long start = System.nanoTime();
		Awaitility.await()
			.pollInterval(Duration.ofMillis(20))
			.atMost(Duration.ofSeconds(20))
			.until(() -> lease(second, "main").held());
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(LEASE.minusMillis(500));
		assertThat(lease(second, "main").token()).isGreaterThan(token);
		assertThat(lease(first, "main").held()).isFalse();
	}

	@Test
	void releasedLeaseIsTakenAtOnce() {
		JdbcMonitorStore first = store(LONG_LEASE);
		JdbcMonitorStore second = store(LONG_LEASE);
		lease(first, "main");
		lease(second, "main");
		first.releaseLeases();
		assertThat(lease(second, "main").held()).isTrue();
	}

	@Test
	void hubsAreSpreadAndANewInstanceTakesItsShare() {
		Set<String> hubs = new TreeSet<>(List.of("a", "b", "c", "d", "e"));
		List<JdbcMonitorStore> stores = new ArrayList<>(List.of(store(LONG_LEASE)));
		assertThat(shares(stores, hubs)).containsExactly(5);
		stores.add(store(LONG_LEASE));
		assertThat(shares(stores, hubs)).containsExactlyInAnyOrder(2, 3);
		stores.add(store(LONG_LEASE));
		assertThat(shares(stores, hubs)).containsExactlyInAnyOrder(2, 2, 1);
		for (int i = 0; i < 4; i++) {
			stores.add(store(LONG_LEASE));
		}
		assertThat(shares(stores, hubs)).containsExactlyInAnyOrder(1, 1, 1, 1, 1, 0, 0);
		stores.remove(0).releaseLeases();
		assertThat(shares(stores, hubs)).containsExactlyInAnyOrder(1, 1, 1, 1, 1, 0);
	}

	// Until nothing changes any more
	private List<Integer> shares(List<JdbcMonitorStore> stores, Set<String> hubs) {
		List<Integer> shares = List.of();
		for (int i = 0; i < 12; i++) {
			shares = stores.stream()
				.map((store) -> (int) store.renewLeases(hubs).values().stream().filter(HubLease::held).count())
				.toList();
		}
		return shares;
	}

	@Test
	void hubThatOnlyOneInstanceWatchesStaysThere() {
		JdbcMonitorStore first = store(LONG_LEASE);
		JdbcMonitorStore second = store(LONG_LEASE);
		for (int i = 0; i < 5; i++) {
			assertThat(first.renewLeases(List.of("a", "b", "c")).values()).allMatch(HubLease::held);
			assertThat(lease(second, "d").held()).isTrue();
		}
	}

	@Test
	void applicationsWithOneDatabaseHaveNothingInCommon() {
		JdbcMonitorStore shop = store(LONG_LEASE);
		JdbcMonitorStore office = new JdbcMonitorStore(JdbcStoreSettings.builder(dataSource()).group("office").build(),
				LONG_LEASE);
		assertThat(lease(shop, "main").held()).isTrue();
		assertThat(lease(office, "main").held()).isTrue();
		assertThat(shop.replace("main", null, TestRecords.of(1, "cam1"), List.of())).isTrue();
		assertThat(office.read("main", 0)).isNull();
	}

	@Test
	void recordIsReplacedOnlyInTheOrderOfItsVersions() {
		JdbcMonitorStore first = store(LEASE);
		JdbcMonitorStore second = store(LEASE);
		assertThat(first.read("main", 0)).isNull();
		assertThat(first.replace("main", null, TestRecords.of(1, "cam1"), List.of(receive("one")))).isTrue();
		assertThat(second.replace("main", null, TestRecords.of(1, "cam2"), List.of(receive("wrong")))).isFalse();
		HubRecord read = second.read("main", 0);
		assertThat(read).isNotNull();
		assertThat(read.version()).isOne();
		assertThat(read.snapshot().streams()).isEqualTo(TestRecords.of(1, "cam1").snapshot().streams());
		assertThat(second.read("main", 1)).isNull();
		assertThat(second.replace("main", null, TestRecords.report(read, "guest"), List.of(receive("two")))).isTrue();
		HubRecord reported = first.read("main", 1);
		assertThat(reported).isNotNull();
		assertThat(TestRecords.hasReport(reported, "guest")).isTrue();
		assertThat(reported.snapshot().streams()).hasSize(1);
		assertThat(first.replace("main", null, TestRecords.of(3), List.of(receive("three")))).isTrue();
		assertThat(TestRecords.hasReport(second.read("main", 2), "guest")).isFalse();
		assertThat(received()).containsExactly("one", "three", "two");
	}

	@Test
	void recordThatWasDeletedIsWrittenAgain() {
		JdbcMonitorStore store = store(LEASE);
		assertThat(store.replace("main", null, TestRecords.of(1, "cam1"), List.of())).isTrue();
		this.jdbc.update("DELETE FROM PILI_RECORD");
		assertThat(store.replace("main", null, TestRecords.of(2, "cam1"), List.of())).isTrue();
		assertThat(store.read("main", 0).version()).isEqualTo(2);
	}

	@Test
	void instanceWithoutTheLeasePublishesNothing() {
		JdbcMonitorStore first = store(LEASE);
		JdbcMonitorStore second = store(LEASE);
		HubLease old = lease(first, "main");
		assertThat(first.replace("main", old, TestRecords.of(1), List.of(receive("held")))).isTrue();
		Awaitility.await()
			.pollInterval(Duration.ofMillis(20))
			.atMost(Duration.ofSeconds(20))
			.until(() -> lease(second, "main").held());
		assertThat(first.replace("main", old, TestRecords.of(2), List.of(receive("taken")))).isFalse();
		assertThat(received()).containsExactly("held");
	}

	@Test
	void leaseThatHasExpiredIsNoLongerHeldEvenIfNobodyTookIt() throws Exception {
		JdbcMonitorStore store = store(Duration.ofMillis(500));
		HubLease lease = lease(store, "main");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.jdbc.queryForObject("SELECT COUNT(*) FROM PILI_LEASE WHERE LEASE_UNTIL < ?",
					Integer.class, System.currentTimeMillis() - 1000) == 1);
		assertThat(store.replace("main", lease, TestRecords.of(1), List.of(receive("late")))).isFalse();
		assertThat(received()).isEmpty();
		HubLease renewed = lease(store, "main");
		assertThat(renewed.held()).isTrue();
		assertThat(renewed.token()).isGreaterThan(lease.token());
	}

	@Test
	void changesOfManyThreadsAreEachPublishedOnce() throws Exception {
		int threads = 4;
		int changes = 25;
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Callable<Void>> tasks = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				int number = thread;
				JdbcMonitorStore store = store(LEASE);
				tasks.add(() -> {
					for (int i = 0; i < changes; i++) {
						change(store, number + "/" + i);
					}
					return null;
				});
			}
			for (Future<Void> task : executor.invokeAll(tasks)) {
				task.get(50, TimeUnit.SECONDS);
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(received()).hasSize(threads * changes);
		assertThat(store(LEASE).read("main", 0).version()).isEqualTo(threads * changes);
	}

	private void change(JdbcMonitorStore store, String event) {
		while (true) {
			HubRecord before = store.read("main", 0);
			HubRecord after = (before != null) ? TestRecords.report(before, "guest") : TestRecords.of(1);
			if (store.replace("main", null, after, List.of(receive(event)))) {
				return;
			}
		}
	}

	@Test
	void listenerThatFailsIsRolledBackAlone() {
		JdbcMonitorStore store = store(LEASE);
		AtomicInteger others = new AtomicInteger();
		assertThat(store.replace("main", null, TestRecords.of(1), List.of(receive("first"), () -> {
			receive("second").run();
			// Which aborts a transaction of PostgreSQL
			receive("second").run();
		}, receive("third"), others::incrementAndGet))).isTrue();
		assertThat(received()).containsExactly("first", "third");
		assertThat(others).hasValue(1);
		assertThat(store.read("main", 0)).isNotNull();
	}

	@Test
	void transactionalListenerThatFailsIsRolledBackAlone() {
		PlatformTransactionManager manager = new JdbcTransactionManager(dataSource());
		TransactionTemplate transactional = new TransactionTemplate(manager);
		JdbcMonitorStore store = new JdbcMonitorStore(
				JdbcStoreSettings.builder(dataSource()).transactionManager(manager).build(), LEASE);
		assertThat(store.replace("main", null, TestRecords.of(1),
				List.of(receive("first"), () -> transactional.executeWithoutResult((status) -> {
					receive("second").run();
					throw new IllegalStateException("broken listener");
				}), receive("third"))))
			.isTrue();
		assertThat(received()).containsExactly("first", "third");
	}

	@Test
	void withoutSavepointsEventsArePublishedAfterATransactionThatAListenerRolledBack() {
		JdbcTransactionManager manager = new JdbcTransactionManager(dataSource());
		manager.setNestedTransactionAllowed(false);
		TransactionTemplate transactional = new TransactionTemplate(manager);
		JdbcMonitorStore store = new JdbcMonitorStore(
				JdbcStoreSettings.builder(dataSource()).transactionManager(manager).build(), LEASE);
		assertThat(store.replace("main", null, TestRecords.of(1),
				List.of(receive("first"), () -> transactional.executeWithoutResult((status) -> {
					throw new IllegalStateException("broken listener");
				}), receive("third"))))
			.isTrue();
		assertThat(received()).containsExactly("first", "third");
		assertThat(store.read("main", 0)).isNotNull();
	}

	@Test
	void transactionOfTheCallerNeitherHidesNorUndoesAnything() {
		JdbcMonitorStore store = store(LEASE);
		TransactionTemplate caller = new TransactionTemplate(new JdbcTransactionManager(dataSource()));
		caller.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		JdbcNonceSource nonces = new JdbcNonceSource(settings());
		long[] nonce = new long[1];
		caller.executeWithoutResult((status) -> {
			this.jdbc.queryForList("SELECT * FROM PILI_RECORD");
			assertThat(store(LEASE).replace("main", null, TestRecords.of(1), List.of())).isTrue();
			assertThat(store.read("main", 0)).isNotNull();
			nonce[0] = nonces.next("stream");
			status.setRollbackOnly();
		});
		assertThat(store.read("main", 0)).isNotNull();
		assertThat(nonces.next("stream")).isGreaterThan(nonce[0]);
	}

	@Test
	void noncesOfAllInstancesIncrease() throws Exception {
		int threads = 4;
		List<Long> nonces = Collections.synchronizedList(new ArrayList<>());
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Callable<Void>> tasks = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				JdbcNonceSource source = new JdbcNonceSource(settings());
				tasks.add(() -> {
					long last = 0;
					for (int i = 0; i < 25; i++) {
						long nonce = source.next("my-hub/door");
						assertThat(nonce).isGreaterThan(last);
						last = nonce;
						nonces.add(nonce);
					}
					return null;
				});
			}
			for (Future<Void> task : executor.invokeAll(tasks)) {
				task.get(50, TimeUnit.SECONDS);
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(nonces).doesNotHaveDuplicates().hasSize(100);
		assertThat(nonces.stream().mapToLong(Long::longValue).min().getAsLong())
			.isBetween(System.currentTimeMillis() / 1000 - 60, System.currentTimeMillis() / 1000 + 5);
	}

	@Test
	void nonceOfTheCallerCountsForAllInstances() {
		JdbcNonceSource first = new JdbcNonceSource(settings());
		JdbcNonceSource second = new JdbcNonceSource(
				JdbcStoreSettings.builder(dataSource()).group("another application").build());
		long chosen = 1_000_000_000_000_000_003L;
		first.used("door", chosen);
		assertThat(second.next("door")).isEqualTo(chosen + 1);
		first.used("door", 5);
		assertThat(first.next("door")).isEqualTo(chosen + 2);
		assertThat(first.next("Door")).isLessThan(chosen);
		assertThat(first.next("x".repeat(2000))).isLessThan(first.next("x".repeat(2000)));
	}

	@Test
	void notificationIsHandledOnceByAllInstances() {
		JdbcDeliveryLog first = new JdbcDeliveryLog(settings());
		JdbcDeliveryLog second = new JdbcDeliveryLog(settings());
		assertThat(first.isDelivered("fop", 0)).isFalse();
		assertThat(first.deliver("fop", 0, receive("one"))).isTrue();
		assertThat(second.deliver("fop", 0, receive("two"))).isFalse();
		assertThat(second.isDelivered("fop", 0)).isTrue();
		assertThat(second.deliver("FOP", 0, receive("three"))).isTrue();
		assertThat(received()).containsExactly("one", "three");
	}

	@Test
	void notificationThatIsOlderThanAnotherIsNotHandled() {
		JdbcDeliveryLog log = new JdbcDeliveryLog(settings());
		assertThat(log.deliver("callback", 10, receive("ten"))).isTrue();
		assertThat(log.deliver("callback", 9, receive("nine"))).isFalse();
		assertThat(log.deliver("callback", 11, receive("eleven"))).isTrue();
		assertThat(log.isDelivered("callback", 10)).isTrue();
		assertThat(log.isDelivered("callback", 12)).isFalse();
		assertThat(received()).containsExactly("eleven", "ten");
	}

	@Test
	void notificationWhoseHandlerFailsIsHandledAgain() {
		JdbcDeliveryLog log = new JdbcDeliveryLog(settings());
		assertThatIllegalStateException().isThrownBy(() -> log.deliver("fop", 0, () -> {
			receive("lost").run();
			throw new IllegalStateException("broken listener");
		}));
		assertThat(log.deliver("fop", 0, receive("one"))).isTrue();
		assertThat(received()).containsExactly("one");
	}

	@Test
	void notificationThatTwoInstancesReceiveAtOnceIsHandledOnce() throws Exception {
		CountDownLatch handling = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		ExecutorService executor = Executors.newFixedThreadPool(2);
		try {
			Future<Boolean> first = executor.submit(() -> new JdbcDeliveryLog(settings()).deliver("fop", 0, () -> {
				receive("one").run();
				handling.countDown();
				await(goOn);
			}));
			assertThat(handling.await(20, TimeUnit.SECONDS)).isTrue();
			Future<Boolean> second = executor.submit(() -> {
				try {
					return new JdbcDeliveryLog(settings()).deliver("fop", 0, receive("two"));
				}
				catch (RuntimeException ex) {
					// To be sent again
					return false;
				}
			});
			goOn.countDown();
			assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
			assertThat(second.get(30, TimeUnit.SECONDS)).isFalse();
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(received()).containsExactly("one");
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
	void databaseWithoutTheTablesIsAFailure() {
		TABLES.forEach((table) -> this.jdbc.execute("DROP TABLE " + table));
		JdbcMonitorStore store = store(LEASE);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> store.renewLeases(Set.of("main")));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> store.read("main", 0));
		// Nonces are those of the instance
		assertThat(new JdbcNonceSource(settings()).next("door")).isPositive();
	}

	@Test
	void tablesMayHaveAnotherPrefix() {
		TABLES.forEach(
				(table) -> this.jdbc.execute("ALTER TABLE " + table + " RENAME TO " + table.replace("PILI_", "X_")));
		try {
			JdbcStoreSettings settings = JdbcStoreSettings.builder(dataSource()).tablePrefix("X_").build();
			JdbcMonitorStore store = new JdbcMonitorStore(settings, LEASE);
			assertThat(store.renewLeases(Set.of("main"))).extractingByKey("main").matches(HubLease::held);
			assertThat(store.replace("main", null, TestRecords.of(1), List.of())).isTrue();
			assertThat(new JdbcNonceSource(settings).next("door")).isPositive();
			assertThat(new JdbcDeliveryLog(settings).deliver("fop", 0, () -> {
			})).isTrue();
			assertThat(Map.of("version", store.read("main", 0).version())).containsEntry("version", 1L);
		}
		finally {
			TABLES.forEach((table) -> this.jdbc.execute("DROP TABLE " + table.replace("PILI_", "X_")));
		}
	}

}
