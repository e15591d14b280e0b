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

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.util.Assert;

import io.pilispring.monitor.HubLease;
import io.pilispring.monitor.HubRecord;
import io.pilispring.monitor.MonitorStore;

/**
 * A {@link MonitorStore} in a database. Events are published in the transaction that
 * replaces the record. A listener that writes to the same database with the same
 * transaction manager therefore receives each change exactly once, even if a process is
 * killed in between.
 *
 * @since 0.1.0
 */
public final class JdbcMonitorStore implements MonitorStore {

	private static final Log logger = LogFactory.getLog(JdbcMonitorStore.class);

	private static final Duration SHORTEST_LEASE = Duration.ofMillis(500);

	private static final Duration LONGEST_LEASE = Duration.ofHours(1);

	private static final int MAX_HOST_LENGTH = 80;

	// A session that is paused for longer in a transaction holds a lock that others need
	private static final int IDLE_LEASES = 3;

	private final Database database;

	private final JdbcLeases leases;

	private final Publications publications;

	private final String instance;

	private final Duration leaseDuration;

	/**
	 * Create a store.
	 * @param settings the settings
	 * @param lease how long an instance has a lease if it does not renew it, between half
	 * a second and an hour
	 */
	public JdbcMonitorStore(JdbcStoreSettings settings, Duration lease) {
		Assert.isTrue(lease != null && lease.compareTo(SHORTEST_LEASE) >= 0 && lease.compareTo(LONGEST_LEASE) <= 0,
				() -> "'lease' must be between 500ms and 1h, but is " + lease);
		this.database = new Database(settings);
		this.instance = newInstance();
		this.leaseDuration = lease;
		this.leases = new JdbcLeases(this.database, this.instance, lease);
		this.publications = new Publications(this.database);
	}

	// The host tells a person which instance it is, the rest makes it unique
	private static String newInstance() {
		return "%s-%08x".formatted(host(), new SecureRandom().nextInt());
	}

	private static String host() {
		try {
			String host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
			String plain = host.replaceAll("[^a-z0-9.-]", "");
			return plain.substring(0, Math.min(plain.length(), MAX_HOST_LENGTH));
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

	@Override
	public String instance() {
		return this.instance;
	}

	@Override
	public Duration leaseDuration() {
		return this.leaseDuration;
	}

	@Override
	public Map<String, HubLease> renewLeases(Collection<String> hubs) {
		return this.database.outside(() -> this.leases.renew(hubs));
	}

	@Override
	public void releaseLeases() {
		this.database.outside(() -> {
			this.leases.releaseAll();
			return true;
		});
	}

	@Override
	public @Nullable HubRecord read(String hub, long version) {
		List<HubRecord> found = this.database.outside(() -> this.database.jdbc()
			.query(this.database.sql("SELECT RECORD_VERSION, SAMPLE, REPORTS FROM %PRECORD "
					+ "WHERE HUB_ID = ? AND RECORD_VERSION <> ? AND SAMPLE IS NOT NULL"),
					(row, number) -> HubRecord.decode(row.getLong(1), row.getBytes(2), row.getBytes(3)),
					this.database.idInGroup(hub), version));
		return (found.isEmpty()) ? null : found.get(0);
	}

	@Override
	public boolean replace(String hub, @Nullable HubLease lease, HubRecord record, List<Runnable> publications) {
		if (replaceAndPublish(hub, lease, record, publications)) {
			return true;
		}
		return createRow(hub, record.version() - 1) && replaceAndPublish(hub, lease, record, publications);
	}

	private boolean replaceAndPublish(String hub, @Nullable HubLease lease, HubRecord record,
			List<Runnable> publications) {
		try {
			return Boolean.TRUE.equals(this.database.inTransaction().execute((status) -> {
				limitPauses(publications);
				boolean replaced = update(hub, lease, record);
				if (replaced) {
					this.publications.runInTransaction(publications);
				}
				return replaced;
			}));
		}
		catch (UnexpectedRollbackException ex) {
			logger.warn("A listener had the transaction of the monitor rolled back, so events are published after it",
					ex);
			boolean replaced = Boolean.TRUE
				.equals(this.database.inTransaction().execute((status) -> update(hub, lease, record)));
			if (replaced) {
				this.publications.run(publications);
			}
			return replaced;
		}
	}

	private void limitPauses(List<Runnable> publications) {
		if (!publications.isEmpty() && this.database.dialect() == SqlDialect.POSTGRESQL) {
			this.database.jdbc()
				.execute("SET LOCAL idle_in_transaction_session_timeout = "
						+ this.leaseDuration.multipliedBy(IDLE_LEASES).toMillis());
		}
	}

	private boolean update(String hub, @Nullable HubLease lease, HubRecord record) {
		JdbcTemplate jdbc = this.database.jdbc();
		String id = this.database.idInGroup(hub);
		StringBuilder sql = new StringBuilder("UPDATE %PRECORD SET RECORD_VERSION = ?, REPORTS = ?");
		List<Object> arguments = new ArrayList<>();
		arguments.add(record.version());
		arguments.add(new SqlParameterValue(Types.VARBINARY, record.encodeReports()));
		if (record.isSampleChanged()) {
			sql.append(", SAMPLE = ?");
			arguments.add(new SqlParameterValue(Types.VARBINARY, record.encodeSample()));
		}
		sql.append(" WHERE HUB_ID = ? AND RECORD_VERSION = ?");
		arguments.add(id);
		arguments.add(record.version() - 1);
		if (lease != null) {
			sql.append(" AND EXISTS (SELECT 1 FROM %PLEASE WHERE HUB_ID = ? AND OWNER_ID = ? AND TOKEN = ?"
					+ " AND LEASE_UNTIL > %NOW)");
			arguments.add(id);
			arguments.add(this.instance);
			arguments.add(lease.token());
		}
		return jdbc.update(this.database.sql(sql.toString()), arguments.toArray()) == 1;
	}

	// The first time, or after somebody has deleted it
	private boolean createRow(String hub, long version) {
		String id = this.database.idInGroup(hub);
		return this.database.outside(() -> {
			this.database.jdbc()
				.update(this.database
					.sql("DELETE FROM %PRECORD WHERE HUB_ID = ? AND RECORD_VERSION <> ? AND SAMPLE IS NULL"), id,
						version);
			try {
				this.database.jdbc()
					.update(this.database.sql("INSERT INTO %PRECORD (HUB_ID, RECORD_VERSION) VALUES (?, ?)"), id,
							version);
				return true;
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
		});
	}

}
