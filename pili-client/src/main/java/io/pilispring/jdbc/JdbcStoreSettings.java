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

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.Assert;

/**
 * Settings of what is shared in a database. The database must be PostgreSQL, MySQL,
 * MariaDB or H2, with the tables of {@code schema-postgresql.sql},
 * {@code schema-mysql.sql}, {@code schema-mariadb.sql} or {@code schema-h2.sql} in this
 * package.
 *
 * @since 0.1.0
 */
public final class JdbcStoreSettings {

	/**
	 * The default prefix of the names of the tables.
	 */
	public static final String DEFAULT_TABLE_PREFIX = "PILI_";

	private static final int MAX_GROUP_LENGTH = 100;

	private final DataSource dataSource;

	private final PlatformTransactionManager transactionManager;

	private final String tablePrefix;

	private final String group;

	private final @Nullable String platform;

	private final Duration queryTimeout;

	private JdbcStoreSettings(Builder builder) {
		this.dataSource = builder.dataSource;
		this.transactionManager = (builder.transactionManager != null) ? builder.transactionManager
				: new JdbcTransactionManager(builder.dataSource);
		this.tablePrefix = builder.tablePrefix;
		this.group = builder.group;
		this.platform = builder.platform;
		this.queryTimeout = builder.queryTimeout;
	}

	/**
	 * Start building settings.
	 * @param dataSource the database
	 * @return a builder
	 */
	public static Builder builder(DataSource dataSource) {
		return new Builder(dataSource);
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	PlatformTransactionManager transactionManager() {
		return this.transactionManager;
	}

	String tablePrefix() {
		return this.tablePrefix;
	}

	String group() {
		return this.group;
	}

	@Nullable String platform() {
		return this.platform;
	}

	Duration queryTimeout() {
		return this.queryTimeout;
	}

	/**
	 * Builds {@link JdbcStoreSettings}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final DataSource dataSource;

		private @Nullable PlatformTransactionManager transactionManager;

		private String tablePrefix = DEFAULT_TABLE_PREFIX;

		private String group = "application";

		private @Nullable String platform;

		private Duration queryTimeout = Duration.ofSeconds(5);

		private Builder(DataSource dataSource) {
			Assert.notNull(dataSource, "'dataSource' must not be null");
			this.dataSource = dataSource;
		}

		/**
		 * Set the transaction manager of the database. Listeners of events take part in
		 * its transactions. The default manages JDBC transactions alone.
		 * @param transactionManager the transaction manager, or {@code null} for the
		 * default
		 * @return this builder
		 */
		public Builder transactionManager(@Nullable PlatformTransactionManager transactionManager) {
			this.transactionManager = transactionManager;
			return this;
		}

		/**
		 * Set the prefix of the names of the tables. The default is {@code PILI_}.
		 * @param tablePrefix the prefix: letters, digits and underscores, with a dot
		 * after the name of a schema
		 * @return this builder
		 */
		public Builder tablePrefix(String tablePrefix) {
			Assert.isTrue(tablePrefix != null && tablePrefix.matches("([A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z0-9_]*"),
					() -> "'tablePrefix' must consist of letters, digits and underscores, but is '" + tablePrefix
							+ "'");
			this.tablePrefix = tablePrefix;
			return this;
		}

		/**
		 * Set the name of the application, whose instances share everything but nonces,
		 * which all applications share. The default is {@code application}.
		 * @param group the name
		 * @return this builder
		 */
		public Builder group(String group) {
			Assert.isTrue(group != null && !group.isBlank() && group.length() <= MAX_GROUP_LENGTH,
					"'group' must not be empty or longer than 100 characters");
			this.group = group;
			return this;
		}

		/**
		 * Set the kind of the database. The default is to ask the database.
		 * @param platform {@code postgresql}, {@code mysql}, {@code mariadb} or
		 * {@code h2}, or {@code null} for the default
		 * @return this builder
		 */
		public Builder platform(@Nullable String platform) {
			if (platform != null) {
				SqlDialect.of(platform);
			}
			this.platform = platform;
			return this;
		}

		/**
		 * Set how long a statement may take. The default is 5 seconds.
		 * @param queryTimeout the timeout, rounded up to a second
		 * @return this builder
		 */
		public Builder queryTimeout(Duration queryTimeout) {
			Assert.isTrue(
					queryTimeout != null && queryTimeout.compareTo(Duration.ZERO) > 0
							&& queryTimeout.compareTo(Duration.ofHours(1)) <= 0,
					() -> "'queryTimeout' must be positive and at most an hour, but is " + queryTimeout);
			this.queryTimeout = queryTimeout;
			return this;
		}

		/**
		 * Build the settings.
		 * @return the settings
		 */
		public JdbcStoreSettings build() {
			return new JdbcStoreSettings(this);
		}

	}

}
