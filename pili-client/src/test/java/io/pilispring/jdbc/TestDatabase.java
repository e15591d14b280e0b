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

import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A database of its own, with the tables, that can be away.
 */
class TestDatabase extends DelegatingDataSource {

	final JdbcTemplate jdbc = new JdbcTemplate(this);

	boolean away;

	int attempts;

	Runnable beforeConnection = () -> {
	};

	TestDatabase() {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		setTargetDataSource(database);
		DatabasePopulatorUtils
			.execute(new ResourceDatabasePopulator(new ClassPathResource("io/pilispring/jdbc/schema-h2.sql")), this);
	}

	JdbcStoreSettings settings() {
		return JdbcStoreSettings.builder(this).build();
	}

	long count(String sql, Object... arguments) {
		Long count = this.jdbc.queryForObject("SELECT COUNT(*) FROM " + sql, Long.class, arguments);
		return (count != null) ? count : 0;
	}

	@Override
	public Connection getConnection() throws SQLException {
		this.attempts++;
		this.beforeConnection.run();
		if (this.away) {
			throw new SQLException("The database is away");
		}
		return super.getConnection();
	}

}
