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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	private final Set<String> withoutRetries = new HashSet<>();

	private final PiliMonitor monitor = mock(PiliMonitor.class);

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
	void exhaustedRetryBudgetIsADetail() {
		snapshot(round(null), null);
		assertThat(hub().getDetails()).doesNotContainKey("retryBudgetExhausted");
		this.withoutRetries.add("piliHub");
		assertThat(hub().getStatus()).isEqualTo(Status.UP);
		assertThat(hub().getDetails()).containsEntry("retryBudgetExhausted", true);
	}

	@Test
	void staleIsSaidAsSuch() {
		snapshot(round(null), sample(StreamState.CONNECTED));
		given(this.monitor.isStale("piliHub", NOW)).willReturn(true);
		assertThat(hub().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(hub().getDetails()).containsEntry("stale", true);
		assertThat(stream(true).getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(stream(true).getDetails()).containsEntry("stale", true)
			.containsEntry("state", StreamState.CONNECTED);
	}

	@Test
	void failureThatGoesOnIsNotHiddenByItsAge() {
		snapshot(round(new IllegalStateException("hangs")), null);
		given(this.monitor.isStale("piliHub", NOW)).willReturn(true);
		assertThat(hub().getStatus()).isEqualTo(Status.DOWN);
		assertThat(hub().getDetails()).containsEntry("stale", true).containsEntry("error", "hangs");
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
		snapshot(round(null),
				StreamSample.of(ID, "cam1", StreamState.DISCONNECTED, StreamMeasurement.DISCONNECTED, NOW));
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
		for (String key : List.of("one", "two")) {
			snapshots.put(key, HubSnapshot.of(key, "my-hub", "x").build());
			given(this.monitor.settings(key))
				.willReturn(MonitorSettings.builder().streams(List.of("cam" + key)).build());
		}
		given(this.monitor.snapshots()).willReturn(snapshots);
		PiliHealthContributor contributor = new PiliHealthContributor(this.monitor, this.withoutRetries::contains);
		assertThat(contributor.stream()).extracting("name").containsExactly("one", "two");
		CompositeHealthContributor two = (CompositeHealthContributor) contributor.getContributor("two");
		assertThat(two).isNotNull();
		CompositeHealthContributor streams = (CompositeHealthContributor) two.getContributor("streams");
		assertThat(streams.stream()).extracting("name").as("demanded of one hub alone").containsExactly("camtwo");
	}

	private void snapshot(Round round, StreamSample sample) {
		HubSnapshot.Builder builder = HubSnapshot.of("piliHub", "my-hub", "pili.example.com");
		if (round != null) {
			builder.lastRound(round);
		}
		if (sample != null) {
			builder.stream(sample).named("cam1", ID);
		}
		HubSnapshot snapshot = builder.build();
		given(this.monitor.snapshots()).willReturn(Map.of("piliHub", snapshot));
		given(this.monitor.snapshot("piliHub")).willReturn(snapshot);
	}

	private Round round(RuntimeException failure) {
		return new Round(NOW, Duration.ofMillis(12), failure);
	}

	private StreamSample sample(StreamState state) {
		StreamMeasurement measurement = StreamMeasurement.live()
			.address("1.2.3.4:5")
			.since(Instant.EPOCH)
			.bytesPerSecond(1000.0)
			.framesPerSecond(43.0, 25.0, null)
			.build();
		return StreamSample.of(ID, "cam1", state, measurement, NOW);
	}

	private Health hub() {
		return ((HealthIndicator) contributor(true).getContributor("hub")).health();
	}

	private Health stream(boolean required) {
		CompositeHealthContributor streams = (CompositeHealthContributor) contributor(required)
			.getContributor("streams");
		return ((HealthIndicator) streams.getContributor("cam1")).health();
	}

	private PiliHealthContributor contributor(boolean required) {
		given(this.monitor.settings("piliHub"))
			.willReturn(MonitorSettings.builder().streams(List.of("cam1")).streamsRequired(required).build());
		return new PiliHealthContributor(this.monitor, this.withoutRetries::contains);
	}

}
