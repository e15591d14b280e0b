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

package io.pilispring.sample.console;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateHistory}.
 */
class RateHistoryTests {

	private static final String ID = "z1.cams.front-door";

	private RateHistory history;

	@BeforeEach
	void createHistory() {
		this.history = history(true, 2);
	}

	@Test
	void roundThatFailedLeavesNothing() {
		round(1, null, sample(ID, 1, 1000));
		round(2, new IllegalStateException("down"), sample(ID, 1, 1000));
		assertThat(this.history.after(ID, null)).containsExactly(new RatePoint(1000, 1000.0, 25.0, 43.0));
	}

	@Test
	void streamThatIsNotAmongTheLiveOnesIsAtZero() {
		round(1, null, sample(ID, 1, 1000));
		round(2, null);
		assertThat(this.history.after(ID, 1000L)).containsExactly(new RatePoint(2000, 0.0, 0.0, 0.0));
	}

	@Test
	void streamThatMayBeLiveUnseenIsNotAtZero() {
		round(1, null, sample("z1.cams.a", 1, 1), sample("z1.cams.b", 1, 1));
		assertThat(this.history.after(ID, null)).isEmpty();
		this.history = history(false, 2);
		round(2, null);
		assertThat(this.history.after(ID, null)).isEmpty();
	}

	@Test
	void rateThatWasNotSaidIsNone() {
		round(1, null, sample(ID, 1, Double.NaN));
		assertThat(this.history.after(ID, null)).containsExactly(new RatePoint(1000, null, 25.0, 43.0));
	}

	@Test
	void otherHubsAreNotRemembered() {
		this.history.onRound("other", new HubSnapshot("other", "host", null, at(1), Map.of(), Map.of()),
				new HubSnapshot.Round(at(1), Duration.ZERO, null));
		assertThat(this.history.after(ID, null)).isEmpty();
	}

	@Test
	void oldestIsForgotten() {
		for (int second = 1; second <= 200; second++) {
			round(second, null, sample(ID, second, second));
		}
		List<RatePoint> points = this.history.after(ID, null);
		assertThat(points).hasSize(150).first().isEqualTo(new RatePoint(51_000, 51.0, 25.0, 43.0));
	}

	private static RateHistory history(boolean connected, int maxConnected) {
		PiliHub hub = Mockito.mock(PiliHub.class);
		Mockito.when(hub.name()).thenReturn("cams");
		Duration second = Duration.ofSeconds(1);
		MonitorSettings settings = new MonitorSettings(List.of(), connected, maxConnected, second, second, second, 1, 1,
				1, 1);
		StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("settings", settings));
		return new RateHistory(hub, beans.getBeanProvider(MonitorSettings.class));
	}

	private void round(int second, RuntimeException failure, StreamSample... samples) {
		Map<String, StreamSample> streams = new LinkedHashMap<>();
		for (StreamSample sample : samples) {
			streams.put(sample.id(), sample);
		}
		HubSnapshot.Round round = new HubSnapshot.Round(at(second), Duration.ZERO, failure);
		this.history.onRound("piliHub", new HubSnapshot("cams", "host", round, at(second), streams, Map.of()), round);
	}

	private static StreamSample sample(String id, int second, double bytes) {
		StreamMeasurement measurement = new StreamMeasurement(true, null, null, bytes, 43, 25, 0);
		return new StreamSample(id, StreamState.CONNECTED, measurement, at(second));
	}

	private static Instant at(int second) {
		return Instant.ofEpochSecond(second);
	}

}
