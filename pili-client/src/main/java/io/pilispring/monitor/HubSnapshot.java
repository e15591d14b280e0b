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
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All that the monitor knows of a hub: its last round, and the streams as they were last
 * seen. It never changes.
 *
 * @param hub the name of the hub
 * @param apiHost the host of the API
 * @param lastRound the last round, or {@code null} before the first
 * @param sampledAt when a round last went well, or {@code null} before the first that did
 * @param streams the watched streams by id
 * @param named the ids of the streams that the configuration names, by what it calls
 * them; one that the hub does not have is not here
 * @since 0.1.0
 */
public record HubSnapshot(String hub, String apiHost, @Nullable Round lastRound, @Nullable Instant sampledAt,
		Map<String, StreamSample> streams, Map<String, String> named) {

	/**
	 * Create a snapshot.
	 */
	public HubSnapshot {
		streams = Collections.unmodifiableMap(streams);
		named = Collections.unmodifiableMap(named);
	}

	static HubSnapshot none(MonitoredHub hub) {
		return new HubSnapshot(hub.name(), hub.apiHost(), null, null, Map.of(), Map.of());
	}

	/**
	 * Return how many of the watched streams are live, frozen or not.
	 * @return the number of streams
	 */
	public long connectedStreams() {
		return this.streams.values().stream().filter((stream) -> stream.measurement().connected()).count();
	}

	/**
	 * Return a watched stream.
	 * @param idOrTitle its id or title
	 * @return the stream, or {@code null} if it is not watched or was not seen yet
	 */
	public @Nullable StreamSample stream(String idOrTitle) {
		StreamSample stream = this.streams.get(idOrTitle);
		if (stream != null) {
			return stream;
		}
		String id = this.named.get(idOrTitle);
		if (id != null) {
			return this.streams.get(id);
		}
		return this.streams.values()
			.stream()
			.filter((candidate) -> candidate.title().equals(idOrTitle))
			.findFirst()
			.orElse(null);
	}

	/**
	 * A round of asking PILI.
	 *
	 * @param finishedAt when it was over
	 * @param duration how long it took
	 * @param failure why it failed, or {@code null} if it went well
	 * @since 0.1.0
	 */
	public record Round(Instant finishedAt, Duration duration, @Nullable RuntimeException failure) {

	}

}
