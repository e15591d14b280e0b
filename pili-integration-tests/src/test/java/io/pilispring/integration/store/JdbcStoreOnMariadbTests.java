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

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import io.pilispring.jdbc.AbstractJdbcStoreTests;
import io.pilispring.testsupport.DatabaseServer;
import io.pilispring.testsupport.RequiresPrograms;

/**
 * Tests for the stores on MariaDB.
 */
@RequiresPrograms({ "mariadb-install-db", "mariadbd" })
class JdbcStoreOnMariadbTests extends AbstractJdbcStoreTests {

	private static DatabaseServer server;

	private static HikariDataSource dataSource;

	@BeforeAll
	static void start() {
		server = DatabaseServer.mariadb();
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
		return "mariadb";
	}

}
