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

package io.pilispring.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;

import io.pilispring.autoconfigure.monitor.MonitorReader;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.PiliMonitor;

/**
 * The health of every hub, and of the streams that the configuration names.
 */
class PiliHealthContributor implements CompositeHealthContributor, MonitorReader {

	private static final String HUB = "hub";

	private static final String STREAMS = "streams";

	private final CompositeHealthContributor delegate;

	PiliHealthContributor(PiliMonitor monitor, boolean streamsRequired) {
		Map<String, HealthContributor> hubs = new LinkedHashMap<>();
		monitor.snapshots()
			.keySet()
			.forEach((name) -> hubs.put(name, new HubContributors(monitor, name, streamsRequired).toContributor()));
		// One hub needs no level of its own
		this.delegate = (hubs.size() == 1) ? (CompositeHealthContributor) hubs.values().iterator().next()
				: CompositeHealthContributor.fromMap(hubs);
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return this.delegate.getContributor(name);
	}

	@Override
	public Stream<Entry> stream() {
		return this.delegate.stream();
	}

	private record HubContributors(PiliMonitor monitor, String name, boolean streamsRequired) {

		CompositeHealthContributor toContributor() {
			Supplier<HubSnapshot> snapshot = () -> this.monitor.snapshots().get(this.name);
			Map<String, HealthContributor> contributors = new LinkedHashMap<>();
			contributors.put(HUB, new HubHealthIndicator(this.monitor, snapshot));
			Map<String, HealthContributor> streams = new LinkedHashMap<>();
			this.monitor.settings()
				.streams()
				.forEach((stream) -> streams.put(stream,
						new StreamHealthIndicator(this.monitor, snapshot, stream, this.streamsRequired)));
			if (!streams.isEmpty()) {
				contributors.put(STREAMS, CompositeHealthContributor.fromMap(streams));
			}
			return CompositeHealthContributor.fromMap(contributors);
		}

	}

}
