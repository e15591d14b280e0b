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

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.pilispring.internal.Durations;

/**
 * The leases of all hubs as this instance last saw them. A lease that could not be
 * renewed counts only until its end, by the monotonic clock of this instance.
 */
final class Leases {

	private static final Log logger = LogFactory.getLog(Leases.class);

	private static final int RENEWALS = 3;

	// A store that is frozen, rather than away, returns nothing at all
	private static final int SILENT_LEASES = 2;

	private static final Duration SHORTEST_DELAY = Duration.ofMillis(20);

	private final MonitorStore store;

	private final StoreFailurePolicy policy;

	private final Set<String> hubs;

	private final InstantSource time;

	private final LongSupplier nanoTime;

	private volatile Map<String, Seen> seen = Collections.emptyMap();

	private volatile long lastSuccess;

	private volatile @Nullable StoreFailure failure;

	private boolean released;

	Leases(MonitorStore store, StoreFailurePolicy policy, Set<String> hubs, InstantSource time) {
		this(store, policy, hubs, time, System::nanoTime);
	}

	Leases(MonitorStore store, StoreFailurePolicy policy, Set<String> hubs, InstantSource time, LongSupplier nanoTime) {
		this.store = store;
		this.policy = policy;
		this.hubs = hubs;
		this.time = time;
		this.nanoTime = nanoTime;
		this.lastSuccess = nanoTime.getAsLong();
	}

	Duration period() {
		return this.store.leaseDuration().dividedBy(RENEWALS);
	}

	synchronized void start() {
		this.released = false;
		this.lastSuccess = this.nanoTime.getAsLong();
	}

	/**
	 * Renew the leases.
	 * @return when to renew them the next time
	 */
	synchronized Duration renew() {
		if (this.released) {
			return period();
		}
		long start = this.nanoTime.getAsLong();
		try {
			Map<String, Seen> seen = new LinkedHashMap<>();
			Duration delay = period();
			for (Map.Entry<String, HubLease> entry : this.store.renewLeases(this.hubs).entrySet()) {
				HubLease lease = entry.getValue();
				seen.put(entry.getKey(), new Seen(lease, start + lease.remaining().toNanos()));
				if (!lease.held()) {
					// As soon as it can be taken
					delay = Durations.min(delay, Durations.max(lease.remaining(), SHORTEST_DELAY));
				}
			}
			this.seen = seen;
			this.lastSuccess = start;
			if (this.failure != null) {
				logger.info("The store of the monitor can be reached again");
			}
			this.failure = null;
			return delay;
		}
		catch (RuntimeException ex) {
			if (this.failure == null) {
				logger.warn("The store of the monitor cannot be reached", ex);
				this.failure = failure(ex);
			}
			return period();
		}
	}

	StoreFailure failure(Throwable ex) {
		return new StoreFailure(this.time.instant(), ex.getClass().getSimpleName());
	}

	synchronized void release() {
		this.released = true;
		this.seen = Collections.emptyMap();
		if (this.failure == null) {
			try {
				this.store.releaseLeases();
			}
			catch (RuntimeException ex) {
				logger.debug("The leases of the monitor were not released", ex);
			}
		}
	}

	HubRole role(String hub) {
		if (held(hub) != null) {
			return HubRole.LEADER;
		}
		return (isAway() && this.policy == StoreFailurePolicy.STANDALONE) ? HubRole.STANDALONE : HubRole.FOLLOWER;
	}

	private boolean isAway() {
		long silence = this.nanoTime.getAsLong() - this.lastSuccess;
		long lease = this.store.leaseDuration().toNanos();
		return silence > ((this.failure != null) ? lease : SILENT_LEASES * lease);
	}

	StoreFailurePolicy policy() {
		return this.policy;
	}

	@Nullable HubLease held(String hub) {
		Seen seen = this.seen.get(hub);
		return (seen != null && seen.lease().held() && this.nanoTime.getAsLong() - seen.until() < 0) ? seen.lease()
				: null;
	}

	@Nullable HubLease find(String hub) {
		Seen seen = this.seen.get(hub);
		return (seen != null) ? seen.lease() : null;
	}

	@Nullable StoreFailure failure() {
		return this.failure;
	}

	/**
	 * A lease.
	 *
	 * @param lease the lease
	 * @param until when it ends unless it is renewed, by {@link System#nanoTime()}
	 */
	private record Seen(HubLease lease, long until) {

	}

}
