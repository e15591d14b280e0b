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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

import io.pilispring.monitor.HubLease;

/**
 * The leases of hubs. An instance takes a free one if no other live instance has fewer,
 * and gives one back if it has at least two more than another.
 */
class JdbcLeases {

	private static final Duration KEEP_INSTANCES = Duration.ofHours(1);

	private static final int RENEWALS_UNTIL_PURGE = 200;

	private final Database database;

	private final String instance;

	private final long duration;

	private Set<String> registered = Set.of();

	private int renewals;

	JdbcLeases(Database database, String instance, Duration duration) {
		this.database = database;
		this.instance = instance;
		this.duration = duration.toMillis();
	}

	synchronized Map<String, HubLease> renew(Collection<String> hubs) {
		if (hubs.isEmpty()) {
			return Map.of();
		}
		Map<String, String> ids = new LinkedHashMap<>();
		hubs.forEach((hub) -> ids.put(this.database.idInGroup(hub), hub));
		touch(ids.keySet());
		jdbc().update(sql("UPDATE %PLEASE SET LEASE_UNTIL = %NOW + ? WHERE OWNER_ID = ? AND LEASE_UNTIL > %NOW"),
				this.duration, this.instance);
		Map<String, Row> rows = rows(ids.keySet());
		balance(rows, candidates(ids.keySet()));
		Map<String, HubLease> leases = new LinkedHashMap<>();
		rows.forEach((id, row) -> {
			if (row.owner() != null) {
				leases.put(ids.get(id), new HubLease(row.owner(), row.token(),
						row.isHeld() && row.owner().equals(this.instance), Duration.ofMillis(Math.max(row.left(), 0))));
			}
		});
		return leases;
	}

	synchronized void releaseAll() {
		this.registered = Set.of();
		jdbc().update(sql("UPDATE %PLEASE SET LEASE_UNTIL = %NOW WHERE OWNER_ID = ? AND LEASE_UNTIL > %NOW"),
				this.instance);
		jdbc().update(sql("DELETE FROM %PINSTANCE WHERE INSTANCE_ID = ?"), this.instance);
	}

	// Before the leases, so that an instance is never considered live for longer than it
	// has them
	private void touch(Set<String> ids) {
		int touched = jdbc().update(sql("UPDATE %PINSTANCE SET SEEN_UNTIL = %NOW + ? WHERE INSTANCE_ID = ?"),
				this.duration, this.instance);
		if (touched < ids.size() || !this.registered.containsAll(ids)) {
			ids.forEach(
					(id) -> insert("INSERT INTO %PINSTANCE (INSTANCE_ID, HUB_ID, SEEN_UNTIL) VALUES (?, ?, %NOW + ?)",
							this.instance, id, this.duration));
			this.registered = new HashSet<>(ids);
		}
		if (this.renewals++ % RENEWALS_UNTIL_PURGE == 0) {
			jdbc().update(sql("DELETE FROM %PINSTANCE WHERE SEEN_UNTIL < %NOW - ?"), KEEP_INSTANCES.toMillis());
		}
	}

	private Map<String, Row> rows(Set<String> ids) {
		Map<String, Row> rows = new LinkedHashMap<>();
		select(rows, ids);
		if (rows.size() < ids.size()) {
			for (String id : ids) {
				if (!rows.containsKey(id)) {
					insert("INSERT INTO %PLEASE (HUB_ID, TOKEN, LEASE_UNTIL) VALUES (?, 0, %NOW)", id);
				}
			}
			select(rows, ids);
		}
		return rows;
	}

	private void select(Map<String, Row> rows, Set<String> ids) {
		jdbc().query(
				sql("SELECT HUB_ID, OWNER_ID, TOKEN, LEASE_UNTIL - %NOW FROM %PLEASE WHERE HUB_ID IN ("
						+ placeholders(ids) + ")"),
				(RowCallbackHandler) (result) -> rows.put(result.getString(1),
						new Row(result.getString(2), result.getLong(3), result.getLong(4))),
				ids.toArray());
	}

	private Map<String, Set<String>> candidates(Set<String> ids) {
		Map<String, Set<String>> candidates = new HashMap<>();
		jdbc().query(
				sql("SELECT HUB_ID, INSTANCE_ID FROM %PINSTANCE WHERE SEEN_UNTIL > %NOW AND HUB_ID IN ("
						+ placeholders(ids) + ")"),
				(RowCallbackHandler) (result) -> candidates
					.computeIfAbsent(result.getString(1), (id) -> new HashSet<>())
					.add(result.getString(2)),
				ids.toArray());
		return candidates;
	}

	private void balance(Map<String, Row> rows, Map<String, Set<String>> candidates) {
		Map<String, Integer> loads = new HashMap<>();
		rows.values().forEach((row) -> {
			if (row.owner() != null && row.isHeld()) {
				loads.merge(row.owner(), 1, Integer::sum);
			}
		});
		int own = loads.getOrDefault(this.instance, 0);
		boolean taken = false;
		// In an order of their own, so that instances that start together do not compete
		// for the same hubs
		List<String> ids = new ArrayList<>(rows.keySet());
		Collections.shuffle(ids);
		for (String id : ids) {
			Row row = Objects.requireNonNull(rows.get(id));
			if (!row.isHeld() && (own <= lowestLoad(id, candidates, loads) || row.left() < -this.duration / 2)
					&& take(id, row)) {
				rows.put(id, new Row(this.instance, row.token() + 1, this.duration));
				own++;
				taken = true;
			}
		}
		if (!taken) {
			giveBack(ids, rows, candidates, loads, own);
		}
	}

	private void giveBack(List<String> ids, Map<String, Row> rows, Map<String, Set<String>> candidates,
			Map<String, Integer> loads, int own) {
		for (String id : ids) {
			Row row = Objects.requireNonNull(rows.get(id));
			int lowest = lowestLoad(id, candidates, loads);
			if (this.instance.equals(row.owner()) && row.isHeld() && lowest != Integer.MAX_VALUE && own > lowest + 1) {
				jdbc().update(sql("UPDATE %PLEASE SET LEASE_UNTIL = %NOW WHERE HUB_ID = ? AND OWNER_ID = ?"), id,
						this.instance);
				rows.put(id, new Row(row.owner(), row.token(), 0));
				return;
			}
		}
	}

	private int lowestLoad(String id, Map<String, Set<String>> candidates, Map<String, Integer> loads) {
		return candidates.getOrDefault(id, Set.of())
			.stream()
			.filter((other) -> !other.equals(this.instance))
			.mapToInt((other) -> loads.getOrDefault(other, 0))
			.min()
			.orElse(Integer.MAX_VALUE);
	}

	private boolean take(String id, Row row) {
		return jdbc().update(
				sql("UPDATE %PLEASE SET OWNER_ID = ?, TOKEN = TOKEN + 1, LEASE_UNTIL = %NOW + ? "
						+ "WHERE HUB_ID = ? AND TOKEN = ? AND LEASE_UNTIL <= %NOW"),
				this.instance, this.duration, id, row.token()) == 1;
	}

	private void insert(String sql, Object... arguments) {
		try {
			jdbc().update(sql(sql), arguments);
		}
		catch (DuplicateKeyException ex) {
			// There already
		}
	}

	private static String placeholders(Set<String> ids) {
		return String.join(", ", Collections.nCopies(ids.size(), "?"));
	}

	private String sql(String sql) {
		return this.database.sql(sql);
	}

	private JdbcTemplate jdbc() {
		return this.database.jdbc();
	}

	/**
	 * A lease.
	 *
	 * @param owner the owner, or {@code null} if there never was one
	 * @param token the fencing token
	 * @param left how long it lasts, in milliseconds; not positive if it is free
	 */
	private record Row(@Nullable String owner, long token, long left) {

		boolean isHeld() {
			return this.left > 0;
		}

	}

}
