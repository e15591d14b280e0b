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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;

/**
 * The gauges of one hub and its streams. They read the last snapshot; stale values are
 * {@code NaN}.
 */
class HubMeters {

	private static final String FRAMES = "pili.stream.frames.per.second";

	private final MonitorSettings settings;

	private final MeteredStreams meteredStreams;

	private final InstantSource time;

	private final BooleanSupplier leader;

	private final Tags tags;

	private final Map<MeterRegistry, Map<String, List<Meter>>> streamMeters = new HashMap<>();

	private Set<String> metered;

	private volatile HubSnapshot snapshot;

	HubMeters(HubSnapshot snapshot, MonitorSettings settings, MeteredStreams meteredStreams, InstantSource time,
			BooleanSupplier leader) {
		this.snapshot = snapshot;
		this.settings = settings;
		this.meteredStreams = meteredStreams;
		this.time = time;
		this.leader = leader;
		this.tags = tags(snapshot);
		this.metered = meteredStreams.choose(Set.of(), snapshot);
	}

	/**
	 * Return the tags that identify a hub.
	 * @param hub the hub
	 * @return the tags
	 */
	static Tags tags(HubSnapshot hub) {
		return Tags.of("hub", hub.hub(), "key", hub.key());
	}

	void register(MeterRegistry registry) {
		hubGauge(registry, "pili.hub.up", "Whether the last round reached the hub", HubMeters::up);
		hubGauge(registry, "pili.streams.connected", "Number of watched streams that are live",
				(snapshot) -> snapshot.connectedStreams());
		hubGauge(registry, "pili.streams.watched", "Number of watched streams",
				(snapshot) -> snapshot.streams().size());
		Gauge.builder("pili.monitor.sample.age", this, HubMeters::sampleAge)
			.description("Time since a round last succeeded")
			.baseUnit("seconds")
			.tags(this.tags)
			.register(registry);
		Gauge.builder("pili.monitor.leader", this.leader, (leader) -> (leader.getAsBoolean()) ? 1 : 0)
			.description("Whether this instance samples the hub")
			.tags(this.tags)
			.register(registry);
		registerStreams(registry);
	}

	void update(HubSnapshot after, List<MeterRegistry> registries) {
		this.snapshot = after;
		Set<String> metered = this.meteredStreams.choose(this.metered, after);
		if (!metered.equals(this.metered)) {
			this.metered = metered;
			registries.forEach(this::registerStreams);
		}
	}

	private void registerStreams(MeterRegistry registry) {
		Map<String, List<Meter>> meters = this.streamMeters.computeIfAbsent(registry, (key) -> new HashMap<>());
		Set<String> gone = new HashSet<>(meters.keySet());
		gone.removeAll(this.metered);
		gone.forEach((id) -> meters.remove(id).forEach(registry::remove));
		this.metered.forEach((id) -> meters.computeIfAbsent(id, (key) -> registerStream(registry, key)));
	}

	private void hubGauge(MeterRegistry registry, String name, String description,
			ToDoubleFunction<HubSnapshot> value) {
		Gauge.builder(name, this, (meters) -> meters.hubValue(value))
			.description(description)
			.tags(this.tags)
			.register(registry);
	}

	private List<Meter> registerStream(MeterRegistry registry, String id) {
		// Shared by all six meters, to save memory
		Tags tags = this.tags.and("stream", title(id), "id", id);
		return List.of(
				streamGauge(registry, id, "pili.stream.connected", "Whether the stream is live", null, tags,
						(stream) -> (stream.measurement().connected()) ? 1 : 0),
				streamGauge(registry, id, "pili.stream.frozen", "Whether the stream is live with too little data", null,
						tags, (stream) -> (stream.state() == StreamState.FROZEN) ? 1 : 0),
				streamGauge(registry, id, "pili.stream.bytes.per.second", "Bytes that arrive per second",
						"bytes_per_second", tags, (stream) -> rate(stream.measurement().bytesPerSecond())),
				frames(registry, id, tags.and("kind", "audio"),
						(stream) -> rate(stream.measurement().audioFramesPerSecond())),
				frames(registry, id, tags.and("kind", "video"),
						(stream) -> rate(stream.measurement().videoFramesPerSecond())),
				frames(registry, id, tags.and("kind", "data"),
						(stream) -> rate(stream.measurement().dataFramesPerSecond())));
	}

	private Meter frames(MeterRegistry registry, String id, Tags tags, ToDoubleFunction<StreamSample> value) {
		return streamGauge(registry, id, FRAMES, "Frames that arrive per second", "frames_per_second", tags, value);
	}

	private Meter streamGauge(MeterRegistry registry, String id, String name, String description,
			@Nullable String baseUnit, Tags tags, ToDoubleFunction<StreamSample> value) {
		return Gauge.builder(name, this, (meters) -> meters.streamValue(id, value))
			.description(description)
			.baseUnit(baseUnit)
			.tags(tags)
			.register(registry);
	}

	private double streamValue(String id, ToDoubleFunction<StreamSample> value) {
		StreamSample stream = this.snapshot.streams().get(id);
		return (stream != null && !isStale(stream.sampledAt())) ? value.applyAsDouble(stream) : Double.NaN;
	}

	private String title(String id) {
		StreamSample stream = this.snapshot.streams().get(id);
		return (stream != null) ? stream.title() : id;
	}

	private static double rate(@Nullable Double rate) {
		return (rate != null) ? rate : Double.NaN;
	}

	private double hubValue(ToDoubleFunction<HubSnapshot> value) {
		HubSnapshot current = this.snapshot;
		Round round = current.lastRound();
		return (round != null && !isStale(round.finishedAt())) ? value.applyAsDouble(current) : Double.NaN;
	}

	private double sampleAge() {
		Instant sampledAt = this.snapshot.sampledAt();
		return (sampledAt != null) ? Duration.between(sampledAt, this.time.instant()).toNanos() / 1e9 : Double.NaN;
	}

	private static double up(HubSnapshot snapshot) {
		return (snapshot.lastRound() != null && snapshot.lastRound().failure() == null) ? 1 : 0;
	}

	private boolean isStale(Instant seenAt) {
		return this.settings.isStale(seenAt, this.time.instant());
	}

}
