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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;

import io.pilispring.autoconfigure.monitor.MonitorReader;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.PiliMonitor;

/**
 * The health of every hub, and of the configured streams.
 */
class PiliHealthContributor implements CompositeHealthContributor, MonitorReader {

	private static final String HUB = "hub";

	private static final String STREAMS = "streams";

	private final CompositeHealthContributor delegate;

	PiliHealthContributor(PiliMonitor monitor, Predicate<String> withoutRetries) {
		Map<String, CompositeHealthContributor> hubs = new LinkedHashMap<>();
		monitor.snapshots().keySet().forEach((key) -> hubs.put(key, hub(monitor, key, withoutRetries)));
		// A single hub needs no level of its own
		this.delegate = (hubs.size() == 1) ? hubs.values().iterator().next() : CompositeHealthContributor.fromMap(hubs);
	}

	private static CompositeHealthContributor hub(PiliMonitor monitor, String key, Predicate<String> withoutRetries) {
		Supplier<HubSnapshot> snapshot = () -> monitor.snapshot(key);
		Map<String, HealthContributor> contributors = new LinkedHashMap<>();
		contributors.put(HUB, new HubHealthIndicator(monitor, snapshot, withoutRetries));
		Map<String, HealthContributor> streams = new LinkedHashMap<>();
		boolean required = monitor.settings(key).streamsRequired();
		monitor.settings(key)
			.streams()
			.forEach((stream) -> streams.put(stream, new StreamHealthIndicator(monitor, snapshot, stream, required)));
		if (!streams.isEmpty()) {
			contributors.put(STREAMS, CompositeHealthContributor.fromMap(streams));
		}
		return CompositeHealthContributor.fromMap(contributors);
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return this.delegate.getContributor(name);
	}

	@Override
	public Stream<Entry> stream() {
		return this.delegate.stream();
	}

}
