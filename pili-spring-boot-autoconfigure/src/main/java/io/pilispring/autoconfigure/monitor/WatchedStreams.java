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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.monitor.MonitoredHub;

/**
 * Assigns the streams of {@code pili.monitor.streams} to hubs: an id to the hub that it
 * names, a title to the primary hub.
 */
final class WatchedStreams {

	private WatchedStreams() {
	}

	static Map<String, List<String>> byKey(List<String> streams, Map<String, MonitoredHub> hubs,
			@Nullable String primary) {
		Map<String, List<String>> assigned = new LinkedHashMap<>();
		hubs.keySet().forEach((key) -> assigned.put(key, new ArrayList<>()));
		for (String stream : streams) {
			List<String> list = assigned.get(choose(stream, hubs, primary));
			if (list != null && !list.contains(stream)) {
				list.add(stream);
			}
		}
		return assigned;
	}

	private static String choose(String stream, Map<String, MonitoredHub> hubs, @Nullable String primary) {
		List<String> keys = hubs.entrySet()
			.stream()
			.filter((hub) -> mayHave(hub.getValue(), stream))
			.map(Map.Entry::getKey)
			.toList();
		if (keys.size() == 1) {
			return keys.get(0);
		}
		if (primary != null && keys.contains(primary)) {
			return primary;
		}
		Assert.isTrue(!keys.isEmpty(), () -> "'streams' has '%s', which is the id of a stream of none of the hubs %s"
			.formatted(stream, names(hubs)));
		throw new IllegalArgumentException(
				"'streams' has '%s', which may be a stream of any of the hubs %s: use its id, or make a hub primary"
					.formatted(stream, names(hubs)));
	}

	private static boolean mayHave(MonitoredHub hub, String stream) {
		try {
			return hub.mayHave(stream);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'streams' has '" + stream + "': " + ex.getMessage(), ex);
		}
	}

	private static String names(Map<String, MonitoredHub> hubs) {
		return hubs.values().stream().map(MonitoredHub::name).distinct().collect(Collectors.joining(", "));
	}

}
