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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.pilispring.PiliError;
import io.pilispring.PiliServerException;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PiliMetrics}.
 */
@ExtendWith(OutputCaptureExtension.class)
class PiliMetricsTests {

	private static final Instant SEEN_AT = Instant.parse("2026-01-01T00:00:00Z");

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private Instant now = SEEN_AT;

	private boolean leader = true;

	private HubSnapshot last = snapshot(null);

	private final PiliMetrics metrics = metrics(4);

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
			assertThat(id.getTag("key")).isEqualTo("piliHub");
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
	void roundOfAnotherInstanceIsNotCountedAgain() {
		this.metrics.bindTo(this.registry);
		see(null);
		assertThat(hub("pili.monitor.leader")).isEqualTo(1);
		this.leader = false;
		see(null, live("cam1", StreamState.CONNECTED));
		assertThat(hub("pili.monitor.leader")).isZero();
		assertThat(stream("pili.stream.connected", "cam1")).isEqualTo(1);
		assertThat(this.registry.get("pili.monitor.round").timer().count()).isOne();
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

	@Test
	void hubsOfOneNameAndStreamsOfOneTitleAreToldApart() {
		this.metrics.bindTo(this.registry);
		seeHub("one", live("cam1", StreamState.CONNECTED));
		seeHub("two", offline("cam1"));
		seeHub("three", offline("cam1"),
				StreamSample.of("z2.my-hub.cam1", "cam1", StreamState.FROZEN, live(), SEEN_AT));
		assertThat(gauge("pili.stream.connected", "key", "one")).isEqualTo(1);
		assertThat(gauge("pili.stream.connected", "key", "two")).isZero();
		assertThat(gauge("pili.stream.connected", "key", "three", "id", "z1.my-hub.cam1")).isZero();
		assertThat(gauge("pili.stream.connected", "key", "three", "id", "z2.my-hub.cam1")).isEqualTo(1);
		assertThat(gauge("pili.streams.connected", "key", "one")).isEqualTo(1);
		assertThat(gauge("pili.streams.connected", "key", "two")).isZero();
		assertThat(this.registry.get("pili.monitor.round").tag("key", "one").timer().count()).isOne();
		seeHub("two");
		assertThat(gauge("pili.stream.connected", "key", "one")).isEqualTo(1);
		assertThat(this.registry.find("pili.stream.connected").tag("key", "two").gauge()).isNull();
	}

	@Test
	void streamsBeyondTheMaximumHaveNoMetersOfTheirOwn(CapturedOutput output) {
		this.metrics.bindTo(this.registry);
		StreamSample[] streams = new StreamSample[10];
		for (int i = 0; i < streams.length; i++) {
			streams[i] = live("cam" + i, StreamState.CONNECTED);
		}
		HubSnapshot.Builder builder = HubSnapshot.of("one", "my-hub", "pili.example.com");
		List.of(streams).forEach(builder::stream);
		HubSnapshot many = builder.named("cam8", "z1.my-hub.cam8").build();
		this.metrics.onSnapshot(many, many);
		assertThat(titles("one")).hasSize(4).contains("cam8");
		assertThat(gauge("pili.streams.watched", "key", "one")).isNaN();
		seeHub("two", live("cam1", StreamState.CONNECTED));
		assertThat(titles("two")).as("no place is left").isEmpty();
		seeHub("one", streams[8], streams[0]);
		seeHub("two", live("cam1", StreamState.CONNECTED));
		assertThat(titles("one")).containsExactlyInAnyOrder("cam0", "cam8");
		assertThat(titles("two")).as("a place is free").containsExactly("cam1");
		assertThat(output.toString().split("Only 4 streams have meters", -1)).as("logged once").hasSize(2);
	}

	private Set<String> titles(String key) {
		return this.registry.find("pili.stream.connected")
			.tag("key", key)
			.gauges()
			.stream()
			.map((gauge) -> gauge.getId().getTag("stream"))
			.collect(Collectors.toSet());
	}

	private void seeHub(String key, StreamSample... streams) {
		HubSnapshot.Builder builder = HubSnapshot.of(key, "my-hub", "pili.example.com")
			.lastRound(new Round(SEEN_AT, Duration.ofMillis(5), null));
		List.of(streams).forEach(builder::stream);
		HubSnapshot snapshot = builder.build();
		this.metrics.onSnapshot(snapshot, snapshot);
		this.metrics.onRound(snapshot, snapshot.lastRound());
	}

	private double gauge(String name, String... tags) {
		return this.registry.get(name).tags(tags).gauge().value();
	}

	private PiliMetrics metrics(int maxMeteredStreams) {
		PiliMonitor monitor = mock(PiliMonitor.class);
		given(monitor.settings(anyString())).willReturn(MonitorSettings.builder().build());
		given(monitor.isLeader(anyString())).willAnswer((invocation) -> this.leader);
		StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("piliMonitor", monitor));
		return new PiliMetrics(beans.getBeanProvider(PiliMonitor.class), maxMeteredStreams, () -> this.now);
	}

	private void see(RuntimeException failure, StreamSample... streams) {
		HubSnapshot snapshot = snapshot(new Round(SEEN_AT, Duration.ofMillis(5), failure), streams);
		this.metrics.onSnapshot(this.last, snapshot);
		this.metrics.onRound(snapshot, snapshot.lastRound());
		this.last = snapshot;
	}

	private static HubSnapshot snapshot(Round round, StreamSample... streams) {
		HubSnapshot.Builder builder = HubSnapshot.of("piliHub", "my-hub", "pili.example.com")
			.lastRound(new Round(SEEN_AT, Duration.ZERO, null));
		if (round != null) {
			builder.lastRound(round);
		}
		List.of(streams).forEach(builder::stream);
		return builder.build();
	}

	private static StreamSample live(String title, StreamState state) {
		return StreamSample.of("z1.my-hub." + title, title, state, live(), SEEN_AT);
	}

	private static StreamMeasurement live() {
		return StreamMeasurement.live().bytesPerSecond(1000.0).framesPerSecond(43.0, 25.0, null).build();
	}

	private static StreamSample offline(String title) {
		return StreamSample.of("z1.my-hub." + title, title, StreamState.DISCONNECTED, StreamMeasurement.DISCONNECTED,
				SEEN_AT);
	}

	private double hub(String name) {
		return gauge(name, "hub", "my-hub");
	}

	private double stream(String name, String title) {
		return gauge(name, "stream", title);
	}

	private double frames(String title, String kind) {
		return gauge("pili.stream.frames.per.second", "stream", title, "kind", kind);
	}

}
