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

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The streams of a hub to measure in one round.
 *
 * @param named the ids of the configured streams, by their configured names
 * @param ids the ids of all streams to measure
 */
record WatchList(Map<String, String> named, Set<String> ids) {

	/**
	 * Create the list. Ids that an earlier round found are not requested again.
	 * @param hub the hub
	 * @param settings the settings
	 * @param found the ids that are already known, by their configured names
	 * @return the list
	 */
	static WatchList create(MonitoredHub hub, MonitorSettings settings, Map<String, String> found) {
		Map<String, String> named = new LinkedHashMap<>();
		for (String name : settings.streams()) {
			String id = found.get(name);
			if (id == null) {
				id = hub.findId(name);
			}
			if (id != null) {
				named.put(name, id);
			}
		}
		Set<String> ids = new LinkedHashSet<>(named.values());
		if (settings.connected()) {
			ids.addAll(hub.connectedIds(settings.maxConnected()));
		}
		return new WatchList(named, ids);
	}

}
