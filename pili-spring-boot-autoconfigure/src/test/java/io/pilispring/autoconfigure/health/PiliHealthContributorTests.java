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

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliError;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PiliHealthContributor}.
 */
class PiliHealthContributorTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final String ID = "z1.my-hub.cam1";

	private final PiliMonitor monitor = mock(PiliMonitor.class);

	@BeforeEach
	void watchOneStream() {
		given(this.monitor.settings()).willReturn(new MonitorSettings(List.of("cam1"), false, 1, Duration.ofSeconds(1),
				Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1, 1, 1));
	}

	@Test
	void hubIsUnknownBeforeTheFirstRound() {
		snapshot(null, null);
		assertThat(hub().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(stream(true).getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(hub().getDetails()).containsEntry("hub", "my-hub").containsEntry("host", "pili.example.com");
	}

	@Test
	void hubIsUpAfterAGoodRound() {
		snapshot(round(null), sample(StreamState.CONNECTED));
		assertThat(hub().getStatus()).isEqualTo(Status.UP);
		assertThat(hub().getDetails()).containsEntry("checkedAt", NOW)
			.containsEntry("duration", Duration.ofMillis(12))
			.containsEntry("watchedStreams", 1)
			.containsEntry("connectedStreams", 1L)
			.doesNotContainKeys("error", "stale");
	}

	@Test
	void hubIsDownWithTheRequestIdAfterAFailedRound() {
		snapshot(round(new PiliCredentialsException("GET /v1/streams", new PiliError(401, 401001, "bad token", "r1"))),
				null);
		assertThat(hub().getStatus()).isEqualTo(Status.DOWN);
		assertThat(hub().getDetails()).containsEntry("requestId", "r1")
			.containsEntry("error", "GET /v1/streams: 401 bad token (code 401001, request id r1)");
	}

	@Test
	void staleIsSaidAsSuch() {
		snapshot(round(null), sample(StreamState.CONNECTED));
		given(this.monitor.isStale(NOW)).willReturn(true);
		assertThat(hub().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(hub().getDetails()).containsEntry("stale", true);
		assertThat(stream(true).getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(stream(true).getDetails()).containsEntry("stale", true)
			.containsEntry("state", StreamState.CONNECTED);
	}

	@Test
	void liveStreamIsUpWithItsRates() {
		snapshot(round(null), sample(StreamState.CONNECTED));
		assertThat(stream(true).getStatus()).isEqualTo(Status.UP);
		assertThat(stream(true).getDetails()).containsEntry("id", ID)
			.containsEntry("address", "1.2.3.4:5")
			.containsEntry("since", Instant.EPOCH)
			.containsEntry("bytesPerSecond", 1000.0)
			.containsEntry("videoFramesPerSecond", 25.0)
			.doesNotContainKey("dataFramesPerSecond");
	}

	@Test
	void frozenStreamIsDown() {
		snapshot(round(null), sample(StreamState.FROZEN));
		assertThat(stream(true).getStatus()).isEqualTo(Status.DOWN);
		assertThat(stream(true).getDetails()).containsEntry("state", StreamState.FROZEN);
	}

	@Test
	void streamThatIsNotLiveIsDown() {
		snapshot(round(null), new StreamSample(ID, StreamState.DISCONNECTED, StreamMeasurement.DISCONNECTED, NOW));
		assertThat(stream(true).getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void streamThatDoesNotExistIsDownAndSaysSo() {
		snapshot(round(null), null);
		assertThat(stream(true).getStatus()).isEqualTo(Status.DOWN);
		assertThat(stream(true).getDetails()).containsEntry("reason", "no such stream in hub my-hub");
	}

	@Test
	void streamThatIsNotRequiredDoesNotTakeTheApplicationDown() {
		snapshot(round(null), sample(StreamState.FROZEN));
		Status status = stream(false).getStatus();
		assertThat(status.getCode()).isEqualTo("STREAM_DOWN");
		assertThat(StatusAggregator.getDefault().getAggregateStatus(status, Status.UP)).isEqualTo(Status.UP);
	}

	@Test
	void severalHubsEachHaveALevelOfTheirOwn() {
		Map<String, HubSnapshot> snapshots = new LinkedHashMap<>();
		snapshots.put("one", new HubSnapshot("h1", "x", null, null, Map.of(), Map.of()));
		snapshots.put("two", new HubSnapshot("h2", "x", null, null, Map.of(), Map.of()));
		given(this.monitor.snapshots()).willReturn(snapshots);
		PiliHealthContributor contributor = new PiliHealthContributor(this.monitor, false);
		assertThat(contributor.stream()).extracting("name").containsExactly("one", "two");
		assertThat(contributor.getContributor("two")).isInstanceOf(CompositeHealthContributor.class);
	}

	private void snapshot(Round round, StreamSample sample) {
		Instant sampledAt = (round != null && round.failure() == null) ? round.finishedAt() : null;
		HubSnapshot snapshot = new HubSnapshot("my-hub", "pili.example.com", round, sampledAt,
				(sample != null) ? Map.of(ID, sample) : Map.of(), (sample != null) ? Map.of("cam1", ID) : Map.of());
		given(this.monitor.snapshots()).willReturn(Map.of("piliHub", snapshot));
	}

	private Round round(RuntimeException failure) {
		return new Round(NOW, Duration.ofMillis(12), failure);
	}

	private StreamSample sample(StreamState state) {
		return new StreamSample(ID, state,
				new StreamMeasurement(true, "1.2.3.4:5", Instant.EPOCH, 1000, 43, 25, Double.NaN), NOW);
	}

	private Health hub() {
		return ((HealthIndicator) new PiliHealthContributor(this.monitor, true).getContributor("hub")).health();
	}

	private Health stream(boolean required) {
		CompositeHealthContributor streams = (CompositeHealthContributor) new PiliHealthContributor(this.monitor,
				required)
			.getContributor("streams");
		return ((HealthIndicator) streams.getContributor("cam1")).health();
	}

}
