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

package io.pilispring.autoconfigure.store;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;

import io.pilispring.jdbc.JdbcStoreSettings;

/**
 * Properties of the store in a database.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(PiliJdbcStoreProperties.PREFIX)
public class PiliJdbcStoreProperties extends DatabaseInitializationProperties {

	static final String PREFIX = "pili.monitor.jdbc";

	private static final String DEFAULT_SCHEMA_LOCATION = "classpath:io/pilispring/jdbc/schema-@@platform@@.sql";

	/**
	 * Prefix of the names of the tables.
	 */
	private String tablePrefix = JdbcStoreSettings.DEFAULT_TABLE_PREFIX;

	/**
	 * How long a statement may take, rounded up to a second.
	 */
	private Duration queryTimeout = Duration.ofSeconds(5);

	@Override
	public String getDefaultSchemaLocation() {
		return DEFAULT_SCHEMA_LOCATION;
	}

	/**
	 * Return the prefix of the names of the tables.
	 * @return the prefix
	 */
	public String getTablePrefix() {
		return this.tablePrefix;
	}

	/**
	 * Set the prefix of the names of the tables.
	 * @param tablePrefix the prefix
	 */
	public void setTablePrefix(String tablePrefix) {
		this.tablePrefix = tablePrefix;
	}

	/**
	 * Return how long a statement may take.
	 * @return the timeout
	 */
	public Duration getQueryTimeout() {
		return this.queryTimeout;
	}

	/**
	 * Set how long a statement may take.
	 * @param queryTimeout the timeout
	 */
	public void setQueryTimeout(Duration queryTimeout) {
		this.queryTimeout = queryTimeout;
	}

}
