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

package io.pilispring.autoconfigure.metrics;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;

import io.pilispring.autoconfigure.monitor.MonitorReader;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.SnapshotListener;

/**
 * Updates the meters when the monitor has new results. Meters of streams are added and
 * removed at the end of a round; a scrape only reads them.
 */
class PiliMetrics implements MeterBinder, SnapshotListener, MonitorReader {

	// Looked up lazily, because the monitor depends on this listener
	private final ObjectProvider<PiliMonitor> monitor;

	private final MeteredStreams meteredStreams;

	private final InstantSource time;

	private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

	private final Map<String, HubMeters> hubs = new LinkedHashMap<>();

	PiliMetrics(ObjectProvider<PiliMonitor> monitor, int maxMeteredStreams, InstantSource time) {
		this.monitor = monitor;
		this.meteredStreams = new MeteredStreams(maxMeteredStreams);
		this.time = time;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
		this.hubs.values().forEach((hub) -> hub.register(registry));
	}

	@Override
	public synchronized void onSnapshot(HubSnapshot before, HubSnapshot after) {
		HubMeters hub = this.hubs.get(after.key());
		if (hub == null) {
			PiliMonitor monitor = this.monitor.getObject();
			hub = new HubMeters(after, monitor.settings(after.key()), this.meteredStreams, this.time,
					() -> monitor.isLeader(after.key()));
			this.hubs.put(after.key(), hub);
			this.registries.forEach(hub::register);
		}
		else {
			hub.update(after, this.registries);
		}
	}

	@Override
	public void onRound(HubSnapshot snapshot, Round round) {
		// Otherwise another instance ran the round, and counts it
		if (!this.monitor.getObject().isLeader(snapshot.key())) {
			return;
		}
		String error = (round.failure() != null) ? round.failure().getClass().getSimpleName() : "none";
		for (MeterRegistry registry : this.registries) {
			Timer.builder("pili.monitor.round")
				.description("Duration of rounds in which the monitor asks PILI")
				.tags(HubMeters.tags(snapshot))
				.tag("outcome", (round.failure() != null) ? "failure" : "success")
				.tag("error", error)
				.register(registry)
				.record(round.duration());
		}
	}

}
