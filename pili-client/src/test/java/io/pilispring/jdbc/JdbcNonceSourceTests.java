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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcNonceSource} while the database is away.
 */
class JdbcNonceSourceTests {

	private final AtomicLong clock = new AtomicLong();

	private final Doubtful dataSource = new Doubtful();

	private JdbcNonceSource source;

	@BeforeEach
	void createTables() {
		ResourceDatabasePopulator script = new ResourceDatabasePopulator(
				new ClassPathResource("io/pilispring/jdbc/schema-h2.sql"));
		DatabasePopulatorUtils.execute(script, this.dataSource);
		this.source = new JdbcNonceSource(JdbcStoreSettings.builder(this.dataSource).platform("h2").build(),
				this.clock::get);
	}

	@Test
	void databaseThatIsAwayIsTriedByOneCallerInAWhile() {
		long before = this.source.next("door");
		this.dataSource.away = true;
		this.dataSource.attempts = 0;
		long last = before;
		for (int i = 0; i < 100; i++) {
			long nonce = this.source.next("door");
			assertThat(nonce).isGreaterThan(last);
			last = nonce;
			this.source.used("gate", nonce);
		}
		assertThat(this.dataSource.attempts).isEqualTo(1);
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos() - 1);
		this.source.next("door");
		assertThat(this.dataSource.attempts).isEqualTo(1);
		this.clock.addAndGet(1);
		this.source.next("door");
		this.source.next("door");
		assertThat(this.dataSource.attempts).isEqualTo(2);
	}

	@Test
	void databaseThatIsBackLearnsWhatWasUsedMeanwhile() {
		this.dataSource.away = true;
		long meanwhile = 0;
		for (int i = 0; i < 10; i++) {
			meanwhile = this.source.next("door");
		}
		this.source.used("gate", 5_000_000_000L);
		this.dataSource.away = false;
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos());
		assertThat(this.source.next("door")).isGreaterThan(meanwhile);
		assertThat(this.source.next("gate")).isEqualTo(5_000_000_001L);
		JdbcNonceSource other = new JdbcNonceSource(JdbcStoreSettings.builder(this.dataSource).build());
		assertThat(other.next("gate")).isEqualTo(5_000_000_002L);
	}

	/**
	 * A database that can be away.
	 */
	private static final class Doubtful extends DelegatingDataSource {

		private boolean away;

		private int attempts;

		Doubtful() {
			JdbcDataSource database = new JdbcDataSource();
			database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
			setTargetDataSource(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			this.attempts++;
			if (this.away) {
				throw new SQLException("The database is away");
			}
			return super.getConnection();
		}

	}

}
