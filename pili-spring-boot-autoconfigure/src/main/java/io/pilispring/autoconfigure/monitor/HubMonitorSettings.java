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

package io.pilispring.autoconfigure.monitor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.pilispring.autoconfigure.HubMonitorProperties;
import io.pilispring.autoconfigure.PiliProperties.Hub;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.hubs.OptionalProperty;
import io.pilispring.monitor.MonitorSettings;

/**
 * The monitor settings of each hub: its own properties, else the properties of the
 * monitor. The streams to watch are never inherited.
 */
final class HubMonitorSettings {

	private final PiliMonitorProperties defaults;

	private final Map<String, Hub> hubs;

	HubMonitorSettings(PiliMonitorProperties defaults, Map<String, Hub> hubs) {
		this.defaults = defaults;
		this.hubs = hubs;
	}

	MonitorSettings of(String key, List<String> defaultStreams) {
		Set<String> streams = new LinkedHashSet<>(defaultStreams);
		Hub hub = this.hubs.get(key);
		if (hub != null) {
			streams.addAll(hub.getMonitor().getStreams());
		}
		MonitorSettings.Builder settings = MonitorSettings.builder().streams(new ArrayList<>(streams));
		apply(key, HubMonitorProperties::getStreamsRequired, settings::streamsRequired);
		apply(key, HubMonitorProperties::getConnected, settings::connected);
		apply(key, HubMonitorProperties::getMaxConnected, settings::maxConnected);
		apply(key, HubMonitorProperties::getInterval, settings::interval);
		apply(key, HubMonitorProperties::getTimeout, settings::timeout);
		apply(key, HubMonitorProperties::getStaleAfter, settings::staleAfter);
		apply(key, HubMonitorProperties::getMinBytesPerSecond, settings::minBytesPerSecond);
		apply(key, HubMonitorProperties::getMinFramesPerSecond, settings::minFramesPerSecond);
		apply(key, HubMonitorProperties::getConcurrency, settings::concurrency);
		return settings.build();
	}

	private <T> void apply(String key, OptionalProperty<HubMonitorProperties, T> property, Consumer<T> setter) {
		Hub hub = this.hubs.get(key);
		T own = (hub != null) ? property.of(hub.getMonitor()) : null;
		T value = (own != null) ? own : property.of(this.defaults);
		if (value != null) {
			PiliPropertiesException.check((own != null) ? prefix(key) : PiliMonitorProperties.PREFIX,
					() -> setter.accept(value));
		}
	}

	void check(String key, Runnable check) {
		PiliPropertiesException.check((this.hubs.containsKey(key)) ? prefix(key) : PiliMonitorProperties.PREFIX, check);
	}

	private static String prefix(String key) {
		return "pili.hubs." + key + ".monitor";
	}

}
