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

package io.pilispring.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All hubs of an account with their streams.
 */
final class StreamStore {

	private final Map<String, HubState> hubs = new LinkedHashMap<>();

	private final PushLog pushes = new PushLog();

	StreamStore(AccountState account, SimulatorSettings settings, PushNotifier notifier) {
		StreamFactory factory = new StreamFactory(settings);
		account.hubs()
			.forEach((hub) -> this.hubs.put(hub, new HubState(hub, account, factory, settings, this.pushes, notifier)));
	}

	HubState hub(String name) {
		HubState hub = findHub(name);
		if (hub == null) {
			throw ApiException.hubNotFound();
		}
		return hub;
	}

	@Nullable HubState findHub(String name) {
		return this.hubs.get(name);
	}

	List<HubState> hubs() {
		return List.copyOf(this.hubs.values());
	}

	PushLog pushes() {
		return this.pushes;
	}

	StreamState get(String id) {
		StreamState stream = find(StreamId.parse(id));
		if (stream == null) {
			throw ApiException.streamNotFound();
		}
		return stream;
	}

	@Nullable StreamState find(StreamId id) {
		StreamState stream = hub(id.hub()).index().find(id.title());
		return (stream != null && stream.streamId().equals(id)) ? stream : null;
	}

	@Nullable StreamState findAny(String idOrTitle) {
		Stream<StreamState> byTitle = this.hubs.values()
			.stream()
			.map((hub) -> hub.index().find(idOrTitle))
			.filter(Objects::nonNull);
		return byTitle.findFirst().orElseGet(() -> findById(idOrTitle));
	}

	@Nullable StreamState findById(String id) {
		try {
			return find(StreamId.parse(id));
		}
		catch (ApiException ex) {
			return null;
		}
	}

	void remove(String id) {
		StreamState stream = get(id);
		stream.hubState().index().remove(stream.title());
	}

	List<StreamState> all() {
		return this.hubs.values().stream().flatMap((hub) -> hub.index().all().stream()).toList();
	}

	void clear() {
		this.hubs.values().forEach(HubState::reset);
		this.pushes.clear();
	}

}
