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

package io.pilispring.sample.console;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;
import io.pilispring.sample.hubs.Hub;

/**
 * What the monitor knows of the hubs, if it runs: {@code pili.monitor.enabled} switches
 * it off.
 */
@Component
public class HubWatch {

	private final @Nullable PiliMonitor monitor;

	HubWatch(ObjectProvider<PiliMonitor> monitor) {
		this.monitor = monitor.getIfAvailable();
	}

	/**
	 * Return a hub at a glance.
	 * @param hub the hub
	 * @return the summary, or {@code null} if the monitor has no news of the hub
	 */
	@Nullable HubSummary summary(Hub hub) {
		HubSnapshot snapshot = snapshot(hub);
		if (this.monitor == null || snapshot == null) {
			return null;
		}
		Instant seenAt = snapshot.sampledAt();
		return (seenAt != null && !this.monitor.isStale(snapshot.key(), seenAt))
				? HubSummary.of(snapshot, this.monitor.settings(snapshot.key()).maxConnected()) : null;
	}

	/**
	 * Return how old what the monitor saw of a stream may be before it is no news.
	 * @param hub the hub of the stream
	 * @param id the id of the stream
	 * @return the age in milliseconds, or {@code null} if the monitor does not watch the
	 * stream
	 */
	public @Nullable Long staleAfter(Hub hub, String id) {
		HubSnapshot snapshot = snapshot(hub);
		if (this.monitor == null || snapshot == null) {
			return null;
		}
		MonitorSettings settings = this.monitor.settings(snapshot.key());
		return (settings.connected() || snapshot.streams().containsKey(id)) ? settings.staleAfter().toMillis() : null;
	}

	/**
	 * Return since when there is no news of a hub.
	 * @param hub the hub
	 * @return the time of the last news, or {@code null} if it is fresh, or there was
	 * none yet
	 */
	@Nullable Instant silentSince(Hub hub) {
		HubSnapshot snapshot = snapshot(hub);
		Instant seenAt = (snapshot != null) ? snapshot.sampledAt() : null;
		return (this.monitor != null && snapshot != null && seenAt != null
				&& this.monitor.isStale(snapshot.key(), seenAt)) ? seenAt : null;
	}

	/**
	 * Return whether the monitor sees that too little of a live stream arrives.
	 * @param hub the hub of the stream
	 * @param id the id of the stream
	 * @return whether it is frozen, or {@code false} if there is no news of it
	 */
	public boolean isFrozen(Hub hub, String id) {
		HubSnapshot snapshot = snapshot(hub);
		StreamSample sample = (snapshot != null) ? snapshot.streams().get(id) : null;
		return this.monitor != null && snapshot != null && sample != null && sample.state() == StreamState.FROZEN
				&& !this.monitor.isStale(snapshot.key(), sample.sampledAt());
	}

	/**
	 * Return the settings of the monitor for a hub.
	 * @param hub the hub
	 * @return the settings, or {@code null} if the monitor does not watch the hub
	 */
	public @Nullable MonitorSettings settings(Hub hub) {
		HubSnapshot snapshot = snapshot(hub);
		return (this.monitor != null && snapshot != null) ? this.monitor.settings(snapshot.key()) : null;
	}

	private @Nullable HubSnapshot snapshot(Hub hub) {
		return (this.monitor != null) ? this.monitor.snapshots().get(hub.key()) : null;
	}

}
