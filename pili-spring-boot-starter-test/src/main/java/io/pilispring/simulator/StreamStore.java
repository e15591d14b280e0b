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

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All streams of the account.
 */
final class StreamStore {

	private final Map<String, HubStreams> hubs = new LinkedHashMap<>();

	private final AtomicLong numbers = new AtomicLong();

	private final Ids ids;

	private final SimulatorSettings settings;

	StreamStore(SimulatorSettings settings) {
		settings.hubs().forEach((hub) -> this.hubs.put(hub, new HubStreams()));
		this.ids = new Ids(settings.zone());
		this.settings = settings;
	}

	StreamState create(String hub, @Nullable String title, @Nullable String publishKey,
			@Nullable String publishSecurity) {
		HubStreams streams = hub(hub);
		InstantSource clock = this.settings.clock();
		String chosenTitle = (title != null) ? StreamId.requireTitle(title) : this.ids.title(clock.instant());
		String key = (publishKey != null) ? publishKey : Ids.publishKey();
		PublishSecurity security = (publishSecurity != null) ? PublishSecurity.of(publishSecurity)
				: this.settings.publishSecurity();
		StreamId id = new StreamId(this.settings.zone(), hub, chosenTitle);
		return streams.add(chosenTitle, () -> new StreamState(id, this.numbers.incrementAndGet(), key, security, clock,
				this.settings.pushListener()));
	}

	HubStreams hub(String name) {
		HubStreams streams = this.hubs.get(name);
		if (streams == null) {
			throw ApiException.hubNotFound();
		}
		return streams;
	}

	StreamState get(String id) {
		StreamState stream = find(StreamId.parse(id));
		if (stream == null) {
			throw ApiException.streamNotFound();
		}
		return stream;
	}

	@Nullable StreamState find(StreamId id) {
		StreamState stream = hub(id.hub()).find(id.title());
		return (stream != null && stream.streamId().equals(id)) ? stream : null;
	}

	@Nullable StreamState findByTitle(String hub, String title) {
		HubStreams streams = this.hubs.get(hub);
		return (streams != null) ? streams.find(title) : null;
	}

	@Nullable StreamState findAny(String idOrTitle) {
		Stream<StreamState> byTitle = this.hubs.values()
			.stream()
			.map((hub) -> hub.find(idOrTitle))
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
		hub(stream.hub()).remove(stream.title());
	}

	List<StreamState> all() {
		return this.hubs.values().stream().flatMap((hub) -> hub.all().stream()).toList();
	}

	void clear() {
		this.hubs.values().forEach(HubStreams::clear);
	}

}
