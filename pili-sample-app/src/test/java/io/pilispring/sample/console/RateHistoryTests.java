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
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.MonitoredHub;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;
import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateHistory}.
 */
class RateHistoryTests {

	private static final Hub HUB = new V1Hub("piliHub", Mockito.mock(PiliHub.class));

	private static final Hub PARTNER = new V1Hub("partner", Mockito.mock(PiliHub.class));

	private static final String ID = "z1.cams.front-door";

	private RateHistory history;

	@BeforeEach
	void createHistory() {
		this.history = history(true, 2);
	}

	@Test
	void roundThatFailedLeavesNothing() {
		round(1, null, sample(ID, 1, 1000.0));
		round(2, new IllegalStateException("down"), sample(ID, 1, 1000.0));
		assertThat(this.history.after(HUB, ID, null)).containsExactly(new RatePoint(1000, 1000.0, 25.0, 43.0));
	}

	@Test
	void streamThatIsNotAmongTheLiveOnesIsAtZero() {
		round(1, null, sample(ID, 1, 1000.0));
		round(2, null);
		assertThat(this.history.after(HUB, ID, 1000L)).containsExactly(new RatePoint(2000, 0.0, 0.0, 0.0));
	}

	@Test
	void streamThatMayBeLiveUnseenIsNotAtZero() {
		round(1, null, sample("z1.cams.a", 1, 1.0), sample("z1.cams.b", 1, 1.0));
		assertThat(this.history.after(HUB, ID, null)).isEmpty();
		this.history = history(false, 2);
		round(2, null);
		assertThat(this.history.after(HUB, ID, null)).isEmpty();
	}

	@Test
	void rateThatWasNotSaidIsNone() {
		round(1, null, sample(ID, 1, null));
		assertThat(this.history.after(HUB, ID, null)).containsExactly(new RatePoint(1000, null, 25.0, 43.0));
	}

	@Test
	void hubsOfOneNameAreKeptApart() {
		round(1, null, sample(ID, 1, 1000.0));
		roundOf(PARTNER, 2, null, sample(ID, 2, 2000.0));
		roundOf(PARTNER, 3, null);
		assertThat(this.history.after(HUB, ID, null)).containsExactly(new RatePoint(1000, 1000.0, 25.0, 43.0));
		assertThat(this.history.after(PARTNER, ID, null)).containsExactly(new RatePoint(2000, 2000.0, 25.0, 43.0),
				new RatePoint(3000, 0.0, 0.0, 0.0));
	}

	@Test
	void hubWithoutARoundHasNothing() {
		round(1, null, sample(ID, 1, 1000.0));
		assertThat(this.history.after(PARTNER, ID, null)).isEmpty();
	}

	@Test
	void roundsOfAnotherHubPushNothingOut() {
		round(1, null, sample(ID, 1, 1000.0));
		for (int second = 1; second <= 200; second++) {
			roundOf(PARTNER, second, null);
		}
		assertThat(this.history.after(HUB, ID, null)).hasSize(1);
		assertThat(this.history.after(PARTNER, ID, null)).hasSize(150);
	}

	@Test
	void oldestIsForgotten() {
		for (int second = 1; second <= 200; second++) {
			round(second, null, sample(ID, second, (double) second));
		}
		List<RatePoint> points = this.history.after(HUB, ID, null);
		assertThat(points).hasSize(150).first().isEqualTo(new RatePoint(51_000, 51.0, 25.0, 43.0));
	}

	private static RateHistory history(boolean connected, int maxConnected) {
		MonitoredHub monitored = Mockito.mock(MonitoredHub.class);
		Mockito.when(monitored.name()).thenReturn("cams");
		Mockito.when(monitored.apiHost()).thenReturn("host");
		MonitorSettings settings = MonitorSettings.builder().connected(connected).maxConnected(maxConnected).build();
		PiliMonitor monitor = PiliMonitor.builder()
			.hub("piliHub", monitored, settings)
			.hub("partner", monitored, settings)
			.build();
		StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("piliMonitor", monitor));
		return new RateHistory(beans.getBeanProvider(PiliMonitor.class));
	}

	private void round(int second, RuntimeException failure, StreamSample... samples) {
		roundOf(HUB, second, failure, samples);
	}

	private void roundOf(Hub hub, int second, RuntimeException failure, StreamSample... samples) {
		HubSnapshot.Round round = new HubSnapshot.Round(at(second), Duration.ZERO, failure);
		HubSnapshot.Builder snapshot = HubSnapshot.of(hub.key(), "cams", "host").lastRound(round);
		for (StreamSample sample : samples) {
			snapshot.stream(sample);
		}
		this.history.onRound(snapshot.build(), round);
	}

	private static StreamSample sample(String id, int second, Double bytes) {
		StreamMeasurement measurement = StreamMeasurement.live()
			.bytesPerSecond(bytes)
			.framesPerSecond(43.0, 25.0, 0.0)
			.build();
		return StreamSample.of(id, "a-title", StreamState.CONNECTED, measurement, at(second));
	}

	private static Instant at(int second) {
		return Instant.ofEpochSecond(second);
	}

}
