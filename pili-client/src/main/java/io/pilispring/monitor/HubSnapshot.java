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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * The last known state of a hub: its last round, and its streams as they were last seen.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class HubSnapshot {

	private final String key;

	private final String hub;

	private final String apiHost;

	private final @Nullable Round lastRound;

	private final @Nullable Instant sampledAt;

	private final Map<String, StreamSample> streams;

	private final Map<String, String> named;

	private HubSnapshot(Builder builder) {
		this.key = builder.key;
		this.hub = builder.hub;
		this.apiHost = builder.apiHost;
		this.lastRound = builder.lastRound;
		this.sampledAt = builder.sampledAt;
		this.streams = Collections.unmodifiableMap(builder.streams);
		this.named = Collections.unmodifiableMap(builder.named);
	}

	/**
	 * Start building the snapshot of a hub, for example to test a listener.
	 * @param key the key of the hub in the application
	 * @param hub the name of the hub at PILI
	 * @param apiHost the host of the API
	 * @return a builder
	 */
	public static Builder of(String key, String hub, String apiHost) {
		return new Builder(key, hub, apiHost);
	}

	/**
	 * Return the key of the hub, which is the name of its bean and unique in the
	 * application.
	 * @return the key
	 */
	public String key() {
		return this.key;
	}

	/**
	 * Return the name of the hub at PILI, which hubs of two accounts may share.
	 * @return the name
	 */
	public String hub() {
		return this.hub;
	}

	/**
	 * Return the host of the API.
	 * @return the host, with the port unless it is the default port of the scheme
	 */
	public String apiHost() {
		return this.apiHost;
	}

	/**
	 * Return the last round.
	 * @return the round, or {@code null} until the first has ended
	 */
	public @Nullable Round lastRound() {
		return this.lastRound;
	}

	/**
	 * Return when a round last succeeded.
	 * @return the time, or {@code null} if none has succeeded yet
	 */
	public @Nullable Instant sampledAt() {
		return this.sampledAt;
	}

	/**
	 * Return the watched streams.
	 * @return the streams by id
	 */
	public Map<String, StreamSample> streams() {
		return this.streams;
	}

	/**
	 * Return the configured streams. Streams that the hub does not have are missing.
	 * @return the ids of the streams, by their configured names
	 */
	public Map<String, String> named() {
		return this.named;
	}

	/**
	 * Return the number of watched streams that are live, frozen or not.
	 * @return the number of streams
	 */
	public long connectedStreams() {
		return this.streams.values().stream().filter((stream) -> stream.measurement().connected()).count();
	}

	/**
	 * Return a watched stream.
	 * @param idOrTitle its id or title
	 * @return the stream, or {@code null} if it is not watched or has not been seen yet
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

	Builder toBuilder() {
		Builder builder = new Builder(this.key, this.hub, this.apiHost);
		builder.lastRound = this.lastRound;
		builder.sampledAt = this.sampledAt;
		builder.streams.putAll(this.streams);
		builder.named.putAll(this.named);
		return builder;
	}

	@Override
	public String toString() {
		return "HubSnapshot[key=" + this.key + ", hub=" + this.hub + ", apiHost=" + this.apiHost + ", lastRound="
				+ this.lastRound + ", streams=" + this.streams.size() + "]";
	}

	/**
	 * A round of calls to PILI.
	 *
	 * @param finishedAt when it ended
	 * @param duration how long it took
	 * @param failure why it failed, or {@code null} if it succeeded
	 * @since 0.1.0
	 */
	public record Round(Instant finishedAt, Duration duration, @Nullable RuntimeException failure) {

	}

	/**
	 * Builds a {@link HubSnapshot}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final String key;

		private final String hub;

		private final String apiHost;

		private @Nullable Round lastRound;

		private @Nullable Instant sampledAt;

		private final Map<String, StreamSample> streams = new LinkedHashMap<>();

		private final Map<String, String> named = new LinkedHashMap<>();

		private boolean built;

		private Builder(String key, String hub, String apiHost) {
			Assert.notNull(key, "'key' must not be null");
			Assert.notNull(hub, "'hub' must not be null");
			Assert.notNull(apiHost, "'apiHost' must not be null");
			this.key = key;
			this.hub = hub;
			this.apiHost = apiHost;
		}

		/**
		 * Set the last round. If it succeeded, this also sets when a round last
		 * succeeded.
		 * @param round the round
		 * @return this builder
		 */
		public Builder lastRound(Round round) {
			this.lastRound = round;
			if (round.failure() == null) {
				this.sampledAt = round.finishedAt();
			}
			return this;
		}

		/**
		 * Add or replace a watched stream.
		 * @param stream the stream
		 * @return this builder
		 */
		public Builder stream(StreamSample stream) {
			this.streams.put(stream.id(), stream);
			return this;
		}

		/**
		 * Set the configured name of a stream.
		 * @param name the configured name
		 * @param id the id of the stream
		 * @return this builder
		 */
		public Builder named(String name, String id) {
			this.named.put(name, id);
			return this;
		}

		@Nullable StreamSample find(String id) {
			return this.streams.get(id);
		}

		void keepOnly(Predicate<String> ids) {
			this.streams.keySet().removeIf(ids.negate());
		}

		void named(Map<String, String> named) {
			this.named.clear();
			this.named.putAll(named);
		}

		/**
		 * Build the snapshot. A builder can be used only once.
		 * @return the snapshot
		 */
		public HubSnapshot build() {
			Assert.state(!this.built, "The snapshot is built already");
			this.built = true;
			return new HubSnapshot(this);
		}

	}

}
