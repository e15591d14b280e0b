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

import java.util.Locale;

/**
 * What differs between the databases.
 */
enum SqlDialect {

	/**
	 * PostgreSQL.
	 */
	POSTGRESQL("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"),

	/**
	 * MySQL and MariaDB.
	 */
	MYSQL("(TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000)"),

	/**
	 * H2.
	 */
	H2("CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)");

	private final String now;

	SqlDialect(String now) {
		this.now = now;
	}

	/**
	 * Return an expression for the time.
	 * @return the milliseconds since 1970, whatever the time zone of the session
	 */
	String now() {
		return this.now;
	}

	/**
	 * Return an expression for the time in seconds.
	 * @return the seconds since 1970
	 */
	String seconds() {
		return "(" + this.now + ((this == MYSQL) ? " DIV 1000)" : " / 1000)");
	}

	static SqlDialect of(String product) {
		return switch (product.toLowerCase(Locale.ROOT)) {
			case "postgresql" -> POSTGRESQL;
			case "mysql", "mariadb" -> MYSQL;
			case "h2" -> H2;
			default -> throw new IllegalArgumentException(
					"The database '" + product + "' is not supported: only PostgreSQL, MySQL, MariaDB and H2 are");
		};
	}

}
