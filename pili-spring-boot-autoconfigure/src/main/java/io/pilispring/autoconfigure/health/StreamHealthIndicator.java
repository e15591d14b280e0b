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

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;

/**
 * Indicates whether a configured stream is live.
 */
class StreamHealthIndicator implements HealthIndicator {

	/**
	 * A status that Spring Boot ignores when it aggregates the health of the application.
	 */
	static final Status STREAM_DOWN = new Status("STREAM_DOWN");

	private final PiliMonitor monitor;

	private final Supplier<HubSnapshot> snapshot;

	private final String name;

	private final Status down;

	StreamHealthIndicator(PiliMonitor monitor, Supplier<HubSnapshot> snapshot, String name, boolean required) {
		this.monitor = monitor;
		this.snapshot = snapshot;
		this.name = name;
		this.down = (required) ? Status.DOWN : STREAM_DOWN;
	}

	@Override
	public Health health() {
		HubSnapshot snapshot = this.snapshot.get();
		StreamSample sample = snapshot.stream(this.name);
		if (sample == null) {
			return unseen(snapshot);
		}
		Health.Builder health = new Health.Builder().withDetail("id", sample.id())
			.withDetail("state", sample.state())
			.withDetail("checkedAt", sample.sampledAt());
		if (sample.measurement().connected()) {
			addMeasurement(health, sample.measurement());
		}
		if (this.monitor.isStale(snapshot.key(), sample.sampledAt())) {
			return health.unknown().withDetail("stale", true).build();
		}
		return health.status((sample.state() == StreamState.CONNECTED) ? Status.UP : this.down).build();
	}

	private Health unseen(HubSnapshot snapshot) {
		if (snapshot.sampledAt() == null) {
			return Health.unknown().withDetail("reason", "not checked yet").build();
		}
		return Health.status(this.down).withDetail("reason", "no such stream in hub " + snapshot.hub()).build();
	}

	private void addMeasurement(Health.Builder health, StreamMeasurement measurement) {
		addIfKnown(health, "address", measurement.address());
		addIfKnown(health, "since", measurement.since());
		addIfKnown(health, "bytesPerSecond", measurement.bytesPerSecond());
		addIfKnown(health, "audioFramesPerSecond", measurement.audioFramesPerSecond());
		addIfKnown(health, "videoFramesPerSecond", measurement.videoFramesPerSecond());
		addIfKnown(health, "dataFramesPerSecond", measurement.dataFramesPerSecond());
	}

	private void addIfKnown(Health.Builder health, String key, @Nullable Object value) {
		if (value != null) {
			health.withDetail(key, value);
		}
	}

}
