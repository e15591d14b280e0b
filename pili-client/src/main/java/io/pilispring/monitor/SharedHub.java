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

package io.pilispring.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.pilispring.monitor.HubRecord.Report;

/**
 * The record of one hub in a {@link MonitorStore}. One thread at a time reads or replaces
 * it, and notifies of it, so that everything stays in order.
 */
final class SharedHub implements KnownStates {

	private static final Log logger = LogFactory.getLog(SharedHub.class);

	private static final int MAX_ATTEMPTS = 100;

	private final String key;

	private final MonitorStore store;

	private final Leases leases;

	private final ReentrantLock lock = new ReentrantLock();

	private HubRecord record;

	// When this instance first saw a report, which is not before it was made
	private final Map<String, Long> seenAt = new HashMap<>();

	private volatile @Nullable StoreFailure failure;

	SharedHub(HubSnapshot empty, MonitorStore store, Leases leases) {
		this.key = empty.key();
		this.store = store;
		this.leases = leases;
		this.record = new HubRecord(0, empty, Map.of(), Set.of());
	}

	HubRole role() {
		return this.leases.role(this.key);
	}

	StoreFailurePolicy policy() {
		return this.leases.policy();
	}

	@Nullable HubLease held() {
		return this.leases.held(this.key);
	}

	@Nullable HubLease lease() {
		return this.leases.find(this.key);
	}

	@Nullable StoreFailure failure() {
		StoreFailure failure = this.leases.failure();
		return (failure != null) ? failure : this.failure;
	}

	HubSnapshot snapshot() {
		this.lock.lock();
		try {
			return this.record.snapshot();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Read what another instance may have stored, unless this record is already being
	 * read or replaced.
	 * @param adopted receives the record before and after, if there is a newer one
	 */
	void refresh(Consumer<Change> adopted) {
		if (this.lock.tryLock()) {
			try {
				readNewer(adopted);
				this.failure = null;
			}
			catch (RuntimeException ex) {
				failed(ex);
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/**
	 * Replace the record.
	 * @param lease the lease that must be held, or {@code null} if none is required
	 * @param update computes the update from what is known, or returns {@code null} if
	 * there is none
	 * @param publisher publishes the events in the same step
	 * @param adopted receives the record before and after, for each newer one
	 * @return whether the record was replaced
	 * @throws RuntimeException if the store failed
	 */
	boolean update(@Nullable HubLease lease, BiFunction<HubSnapshot, KnownStates, @Nullable HubUpdate> update,
			Consumer<StreamEvent> publisher, Consumer<Change> adopted) {
		this.lock.lock();
		try {
			if (lease == null) {
				readNewer(adopted);
			}
			for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
				HubUpdate next = update.apply(this.record.snapshot(), this);
				if (next == null) {
					return false;
				}
				HubRecord record = recordAfter(next);
				List<Runnable> publications = new ArrayList<>();
				next.events().forEach((event) -> publications.add(() -> publisher.accept(event)));
				if (this.store.replace(this.key, lease, record, publications)) {
					adopt(record, true, adopted);
					this.failure = null;
					return true;
				}
				// If it is not newer, the lease is lost
				if (!readNewer(adopted)) {
					return false;
				}
			}
			throw new IllegalStateException("The record of hub '" + this.key + "' changes too often");
		}
		catch (RuntimeException ex) {
			failed(ex);
			throw ex;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void failed(RuntimeException ex) {
		if (this.failure == null) {
			this.failure = this.leases.failure(ex);
			logger.warn("The record of hub '%s' was not read or written".formatted(this.key), ex);
		}
	}

	private boolean readNewer(Consumer<Change> adopted) {
		HubRecord newer = this.store.read(this.key, this.record.version());
		if (newer == null) {
			return false;
		}
		adopt(newer, false, adopted);
		return true;
	}

	private void adopt(HubRecord record, boolean own, Consumer<Change> adopted) {
		HubRecord before = this.record;
		this.record = record;
		long now = System.nanoTime();
		this.seenAt.keySet().retainAll(record.reports().keySet());
		record.reports().forEach((id, report) -> {
			if (report.version() > before.version()) {
				this.seenAt.put(id, now);
			}
		});
		adopted.accept(new Change(before, record, own));
	}

	private HubRecord recordAfter(HubUpdate update) {
		long version = this.record.version() + 1;
		Map<String, Report> reports = this.record.reports();
		if (!update.reported().isEmpty() || !update.dropped().isEmpty()) {
			Map<String, Report> next = new LinkedHashMap<>(reports);
			update.dropped().forEach((id) -> put(next, id, new Report(StreamState.DISCONNECTED, 0)));
			update.reported().forEach((id, state) -> put(next, id, new Report(state, version)));
			HubRecord.limit(next);
			reports = next;
		}
		Set<String> separate = Set.of();
		// The first record needs a sample
		if (!update.reported().isEmpty() && version > 1
				&& this.record.separate().size() < HubRecord.MAX_SEPARATE_REPORTS) {
			separate = new LinkedHashSet<>(this.record.separate());
			separate.addAll(update.reported().keySet());
		}
		return new HubRecord(version, update.snapshot(), reports, separate);
	}

	private static void put(Map<String, Report> reports, String id, Report report) {
		reports.remove(id);
		reports.put(id, report);
	}

	@Override
	public @Nullable StreamState state(String id) {
		Report report = this.record.reports().get(id);
		return (report != null) ? report.state() : null;
	}

	@Override
	public boolean isNewer(String id, long requestedAt) {
		Long at = this.seenAt.get(id);
		return at != null && at - requestedAt >= 0;
	}

	/**
	 * A newer record.
	 *
	 * @param before the record before
	 * @param after the newer record
	 * @param own whether this instance has replaced it
	 */
	record Change(HubRecord before, HubRecord after, boolean own) {

	}

}
