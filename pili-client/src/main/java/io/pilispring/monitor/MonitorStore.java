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
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Holds the samples of hubs for all instances of an application, and decides which
 * instance samples which hub. Methods throw a {@link RuntimeException} if the store
 * cannot be reached, and must not block for much longer than the
 * {@link #leaseDuration()}. Implementations must be safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public interface MonitorStore {

	/**
	 * Return the id of this instance of the application, unique among all of them.
	 * @return the id
	 */
	String instance();

	/**
	 * Return how long an instance has a lease if it does not renew it. The monitor renews
	 * leases three times as often.
	 * @return the duration
	 */
	Duration leaseDuration();

	/**
	 * Keep the leases of this instance, and take those that are free, such that every
	 * instance has about the same number. By the clock of the store, not by that of the
	 * instance.
	 * @param hubs the keys of all hubs that this instance watches
	 * @return the leases that any instance has, by the keys of the hubs
	 */
	Map<String, HubLease> renewLeases(Collection<String> hubs);

	/**
	 * Give the leases of this instance back, so that others can take them at once.
	 */
	void releaseLeases();

	/**
	 * Read the record of a hub.
	 * @param hub the key of the hub
	 * @param version the version that is already known, or 0 if none is
	 * @return the record, or {@code null} if there is none or it still has that version
	 */
	@Nullable HubRecord read(String hub, long version);

	/**
	 * Replace the record of a hub and publish what has changed, in one step. Nothing
	 * happens if the record in the store does not have the version before the new one, or
	 * if the lease has expired or is no longer that of this instance. The publications
	 * run one after the other in the calling thread. One that fails prevents neither the
	 * others nor the replacement.
	 * @param hub the key of the hub
	 * @param lease the lease that must still be held, or {@code null} if none is required
	 * @param record the new record
	 * @param publications publish what has changed
	 * @return whether the record was replaced
	 */
	boolean replace(String hub, @Nullable HubLease lease, HubRecord record, List<Runnable> publications);

}
