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

import org.springframework.dao.DuplicateKeyException;
import org.springframework.util.Assert;

import io.pilispring.delivery.DeliveryLog;

/**
 * A {@link DeliveryLog} in a database. The handler runs in the transaction that remembers
 * the notification. Another instance that receives the same one waits for its end, as
 * long as a statement may take. Remembers a notification for a week.
 *
 * @since 0.1.0
 */
public final class JdbcDeliveryLog implements DeliveryLog {

	private static final Duration KEEP = Duration.ofDays(7);

	private final Database database;

	private final Purge purge;

	/**
	 * Create a log.
	 * @param settings the settings
	 */
	public JdbcDeliveryLog(JdbcStoreSettings settings) {
		this.database = new Database(settings);
		this.purge = new Purge(this.database);
	}

	@Override
	public boolean deliver(String subject, long position, Runnable handler) {
		Assert.notNull(subject, "'subject' must not be null");
		String id = this.database.idInGroup(subject);
		boolean delivered = Boolean.TRUE.equals(this.database.inTransaction().execute((status) -> {
			if (!advance(id, position)) {
				return false;
			}
			handler.run();
			return true;
		}));
		this.purge.run("DELETE FROM %PDELIVERY WHERE DELIVERED_AT < %NOW - ?", KEEP.toMillis());
		return delivered;
	}

	@Override
	public boolean isDelivered(String subject, long position) {
		Assert.notNull(subject, "'subject' must not be null");
		String id = this.database.idInGroup(subject);
		Integer known = this.database
			.outside(
					() -> this.database.jdbc()
						.queryForObject(this.database
							.sql("SELECT COUNT(*) FROM %PDELIVERY WHERE SUBJECT_ID = ? AND POSITION_NUMBER >= ?"),
								Integer.class, id, position));
		return known != null && known > 0;
	}

	private boolean advance(String id, long position) {
		int advanced = this.database.jdbc()
			.update(this.database
				.sql("UPDATE %PDELIVERY SET POSITION_NUMBER = ?, DELIVERED_AT = %NOW WHERE SUBJECT_ID = ? "
						+ "AND POSITION_NUMBER < ?"),
					position, id, position);
		if (advanced == 1) {
			return true;
		}
		if (this.database.exists("%PDELIVERY WHERE SUBJECT_ID = ?", id)) {
			return false;
		}
		try {
			this.database.jdbc()
				.update(this.database
					.sql("INSERT INTO %PDELIVERY (SUBJECT_ID, POSITION_NUMBER, DELIVERED_AT) " + "VALUES (?, ?, %NOW)"),
						id, position);
			return true;
		}
		catch (DuplicateKeyException ex) {
			throw new IllegalStateException("Another instance handles a notification about the same subject", ex);
		}
	}

}
