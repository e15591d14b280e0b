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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.jdbc.core.JdbcTemplate;

import io.pilispring.autoconfigure.store.PiliJdbcStoreDatabaseInitializer;
import io.pilispring.autoconfigure.store.PiliJdbcStoreProperties;
import io.pilispring.jdbc.AbstractJdbcStoreTests;
import io.pilispring.jdbc.JdbcMonitorStore;
import io.pilispring.jdbc.JdbcStoreSettings;
import io.pilispring.monitor.TestRecords;
import io.pilispring.testsupport.DatabaseServer;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the stores on PostgreSQL.
 */
@RequiresPrograms({ "initdb", "postgres" })
class JdbcStoreOnPostgresqlTests extends AbstractJdbcStoreTests {

	private static DatabaseServer server;

	private static HikariDataSource dataSource;

	@BeforeAll
	static void start() {
		server = DatabaseServer.postgresql();
		dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(server.url());
		dataSource.setUsername(server.user());
		// PostgreSQL listens before it accepts connections
		dataSource.setInitializationFailTimeout(30_000);
	}

	@AfterAll
	static void stop() {
		dataSource.close();
		server.close();
	}

	@Override
	protected DataSource dataSource() {
		return dataSource;
	}

	@Override
	protected String platform() {
		return "postgresql";
	}

	@Test
	void roundOverTenThousandStreamsWritesLittle() {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		JdbcMonitorStore store = new JdbcMonitorStore(JdbcStoreSettings.builder(dataSource).build(),
				Duration.ofSeconds(10));
		store.replace("main", null, TestRecords.random(1, 10_000), List.of());
		long before = written(jdbc);
		long start = System.nanoTime();
		for (int version = 2; version <= 11; version++) {
			assertThat(store.replace("main", null, TestRecords.random(version, 10_000), List.of())).isTrue();
		}
		long millis = Duration.ofNanos(System.nanoTime() - start).toMillis() / 10;
		long perRound = (written(jdbc) - before) / 10;
		System.out.println("A round over 10,000 streams writes " + perRound + " bytes, in " + millis + " ms");
		assertThat(perRound).isLessThan(2_000_000);
		before = written(jdbc);
		store.replace("main", null, TestRecords.report(store.read("main", 0), "guest"), List.of());
		long report = written(jdbc) - before;
		System.out.println("A report of one of 10,000 streams writes " + report + " bytes");
		assertThat(report).isLessThan(50_000);
	}

	@Test
	void instancesThatStartTogetherCreateTheTablesTogether() throws Exception {
		int instances = 6;
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		ExecutorService executor = Executors.newFixedThreadPool(instances);
		try {
			for (int time = 0; time < 3; time++) {
				jdbc.execute("DROP TABLE PILI_LEASE, PILI_INSTANCE, PILI_RECORD, PILI_NONCE, PILI_DELIVERY");
				CyclicBarrier barrier = new CyclicBarrier(instances);
				List<Callable<Boolean>> starts = Collections.nCopies(instances, () -> {
					PiliJdbcStoreProperties properties = new PiliJdbcStoreProperties();
					properties.setInitializeSchema(DatabaseInitializationMode.ALWAYS);
					PiliJdbcStoreDatabaseInitializer initializer = new PiliJdbcStoreDatabaseInitializer(dataSource,
							properties);
					barrier.await(20, TimeUnit.SECONDS);
					return initializer.initializeDatabase();
				});
				for (Future<Boolean> start : executor.invokeAll(starts)) {
					assertThat(start.get(20, TimeUnit.SECONDS)).isTrue();
				}
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static long written(JdbcTemplate jdbc) {
		return jdbc.queryForObject("SELECT CAST(pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS BIGINT)", Long.class);
	}

}
