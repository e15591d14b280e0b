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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs statements within and outside transactions of their own, never in that of the
 * caller: this would see what was true when that began, and could be rolled back.
 */
final class Database {

	private static final int MAX_ID_LENGTH = 600;

	private final JdbcStoreSettings settings;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate inTransaction;

	private final TransactionTemplate inReadCommittedTransaction;

	private final TransactionTemplate nested;

	private final TransactionTemplate outside;

	private volatile @Nullable SqlDialect dialect;

	Database(JdbcStoreSettings settings) {
		this.settings = settings;
		this.jdbc = new JdbcTemplate(settings.dataSource());
		this.jdbc.setQueryTimeout((int) settings.queryTimeout().plusMillis(999).toSeconds());
		this.inTransaction = template(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.inReadCommittedTransaction = template(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.inReadCommittedTransaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		this.nested = template(TransactionDefinition.PROPAGATION_NESTED);
		this.outside = template(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
	}

	private TransactionTemplate template(int propagation) {
		TransactionTemplate template = new TransactionTemplate(this.settings.transactionManager());
		template.setPropagationBehavior(propagation);
		return template;
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	// By default, MySQL locks what a condition reads, and returns what was true before
	TransactionTemplate inTransaction() {
		return (dialect() == SqlDialect.MYSQL) ? this.inReadCommittedTransaction : this.inTransaction;
	}

	TransactionTemplate nested() {
		return this.nested;
	}

	<T> T outside(Supplier<T> action) {
		List<T> result = new ArrayList<>(1);
		this.outside.executeWithoutResult((status) -> result.add(action.get()));
		return result.get(0);
	}

	boolean exists(String sql, Object... arguments) {
		Integer count = this.jdbc.queryForObject(sql("SELECT COUNT(*) FROM " + sql), Integer.class, arguments);
		return count != null && count > 0;
	}

	/**
	 * Complete a statement.
	 * @param sql a statement with {@code %P} for the prefix of the tables, {@code %NOW}
	 * for the time in milliseconds and {@code %SECONDS} for that in seconds
	 * @return the statement
	 */
	String sql(String sql) {
		return sql.replace("%P", this.settings.tablePrefix())
			.replace("%SECONDS", dialect().seconds())
			.replace("%NOW", dialect().now());
	}

	// Not before it is needed, because the database may be away when the application
	// starts
	SqlDialect dialect() {
		SqlDialect dialect = this.dialect;
		if (dialect == null) {
			String platform = this.settings.platform();
			dialect = SqlDialect.of((platform != null) ? platform : product());
			this.dialect = dialect;
		}
		return dialect;
	}

	private String product() {
		try {
			String product = JdbcUtils.extractDatabaseMetaData(this.settings.dataSource(),
					DatabaseMetaData::getDatabaseProductName);
			return Objects.requireNonNullElse(JdbcUtils.commonDatabaseName(product), "unknown");
		}
		catch (MetaDataAccessException ex) {
			throw new IllegalStateException("The database cannot be asked what it is", ex);
		}
	}

	/**
	 * Return the id of something within the group.
	 * @param name the name
	 * @return the id
	 */
	String idInGroup(String name) {
		return id(this.settings.group() + "/" + name);
	}

	/**
	 * Return an id that fits into a column.
	 * @param id the id
	 * @return the id, or a hash of one that is too long
	 */
	static String id(String id) {
		if (id.length() <= MAX_ID_LENGTH) {
			return id;
		}
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
			return "sha256:" + HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
