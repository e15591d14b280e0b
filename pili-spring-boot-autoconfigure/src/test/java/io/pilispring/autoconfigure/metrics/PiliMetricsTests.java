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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import io.pilispring.PiliError;
import io.pilispring.PiliServerException;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PiliMetrics}.
 */
class PiliMetricsTests {

	private static final Instant SEEN_AT = Instant.parse("2026-01-01T00:00:00Z");

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final MonitorSettings settings = new MonitorSettings(List.of(), true, 10, Duration.ofSeconds(30),
			Duration.ofSeconds(10), Duration.ofSeconds(90), 1, 1, 4, 50);

	private Instant now = SEEN_AT;

	private HubSnapshot last = snapshot(null);

	private final PiliMetrics metrics = new PiliMetrics(this.settings, () -> this.now);

	@Test
	void nothingIsThereBeforeTheFirstRound() {
		this.metrics.bindTo(this.registry);
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void hubAndStreamsAreMeasured() {
		this.metrics.bindTo(this.registry);
		see(null, live("cam1", StreamState.CONNECTED), live("cam2", StreamState.FROZEN), offline("cam3"));
		assertThat(hub("pili.hub.up")).isEqualTo(1);
		assertThat(hub("pili.streams.connected")).isEqualTo(2);
		assertThat(hub("pili.streams.watched")).isEqualTo(3);
		assertThat(stream("pili.stream.connected", "cam1")).isEqualTo(1);
		assertThat(stream("pili.stream.frozen", "cam1")).isZero();
		assertThat(stream("pili.stream.bytes.per.second", "cam1")).isEqualTo(1000);
		assertThat(frames("cam1", "audio")).isEqualTo(43);
		assertThat(frames("cam1", "video")).isEqualTo(25);
		assertThat(frames("cam1", "data")).isNaN();
		assertThat(stream("pili.stream.connected", "cam2")).isEqualTo(1);
		assertThat(stream("pili.stream.frozen", "cam2")).isEqualTo(1);
		assertThat(stream("pili.stream.connected", "cam3")).isZero();
		assertThat(stream("pili.stream.bytes.per.second", "cam3")).isZero();
	}

	@Test
	void everyMeterHasADescriptionAndTheHub() {
		this.metrics.bindTo(this.registry);
		see(null, live("cam1", StreamState.CONNECTED));
		assertThat(this.registry.getMeters()).extracting(Meter::getId).allSatisfy((id) -> {
			assertThat(id.getDescription()).isNotBlank();
			assertThat(id.getTag("hub")).isEqualTo("my-hub");
		});
		assertThat(this.registry.get("pili.monitor.sample.age").gauge().getId().getBaseUnit()).isEqualTo("seconds");
	}

	@Test
	void streamThatIsNoLongerWatchedDisappears() {
		this.metrics.bindTo(this.registry);
		see(null, live("cam1", StreamState.CONNECTED), live("cam2", StreamState.CONNECTED));
		see(null, live("cam2", StreamState.CONNECTED), live("cam3", StreamState.CONNECTED));
		assertThat(this.registry.find("pili.stream.connected").gauges())
			.extracting((gauge) -> gauge.getId().getTag("stream"))
			.containsExactlyInAnyOrder("cam2", "cam3");
		see(null);
		assertThat(this.registry.getMeters()).noneMatch((meter) -> meter.getId().getTag("stream") != null);
	}

	@Test
	void registryThatComesLaterGetsAllMeters() {
		see(null, live("cam1", StreamState.CONNECTED));
		this.metrics.bindTo(this.registry);
		assertThat(stream("pili.stream.connected", "cam1")).isEqualTo(1);
		see(null);
		assertThat(this.registry.find("pili.stream.connected").gauge()).isNull();
	}

	@Test
	void failedRoundIsCountedAndTheHubNotUp() {
		this.metrics.bindTo(this.registry);
		see(null);
		see(new PiliServerException("POST /v1/statuses", new PiliError(503, null, null, null)));
		assertThat(hub("pili.hub.up")).isZero();
		assertThat(this.registry.get("pili.monitor.round").tag("outcome", "success").timer().count()).isOne();
		assertThat(this.registry.get("pili.monitor.round")
			.tag("outcome", "failure")
			.tag("error", "PiliServerException")
			.timer()
			.count()).isOne();
	}

	@Test
	void staleValuesAreNotLies() {
		this.metrics.bindTo(this.registry);
		see(null, live("cam1", StreamState.CONNECTED));
		this.now = SEEN_AT.plusSeconds(91);
		assertThat(stream("pili.stream.connected", "cam1")).isNaN();
		assertThat(stream("pili.stream.bytes.per.second", "cam1")).isNaN();
		assertThat(hub("pili.hub.up")).isNaN();
		assertThat(hub("pili.streams.connected")).isNaN();
		assertThat(hub("pili.monitor.sample.age")).isEqualTo(91);
	}

	private void see(RuntimeException failure, StreamSample... streams) {
		HubSnapshot snapshot = snapshot(new Round(SEEN_AT, Duration.ofMillis(5), failure), streams);
		this.metrics.onSnapshot("piliHub", this.last, snapshot);
		this.metrics.onRound("piliHub", snapshot, snapshot.lastRound());
		this.last = snapshot;
	}

	private static HubSnapshot snapshot(Round round, StreamSample... streams) {
		Map<String, StreamSample> samples = new LinkedHashMap<>();
		for (StreamSample stream : streams) {
			samples.put(stream.id(), stream);
		}
		return new HubSnapshot("my-hub", "pili.example.com", round, SEEN_AT, samples, Map.of());
	}

	private static StreamSample live(String title, StreamState state) {
		return new StreamSample("z1.my-hub." + title, state,
				new StreamMeasurement(true, null, null, 1000, 43, 25, Double.NaN), SEEN_AT);
	}

	private static StreamSample offline(String title) {
		return new StreamSample("z1.my-hub." + title, StreamState.DISCONNECTED, StreamMeasurement.DISCONNECTED,
				SEEN_AT);
	}

	private double hub(String name) {
		return this.registry.get(name).tag("hub", "my-hub").gauge().value();
	}

	private double stream(String name, String title) {
		return this.registry.get(name).tag("stream", title).gauge().value();
	}

	private double frames(String title, String kind) {
		return this.registry.get("pili.stream.frames.per.second")
			.tag("stream", title)
			.tag("kind", kind)
			.gauge()
			.value();
	}

}
