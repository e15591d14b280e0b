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

import org.junit.jupiter.api.Test;

import io.pilispring.monitor.HubSnapshot.Round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link HubSnapshot}.
 */
class HubSnapshotTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	@Test
	void streamIsFoundByIdConfiguredNameOrTitle() {
		HubSnapshot snapshot = builder().stream(sample("cam1", StreamState.CONNECTED))
			.stream(sample("cam2", StreamState.CONNECTED))
			.named("front", TestHub.id("cam1"))
			.build();
		assertThat(snapshot.stream(TestHub.id("cam1"))).isNotNull()
			.isSameAs(snapshot.stream("front"))
			.isSameAs(snapshot.stream("cam1"));
		assertThat(snapshot.stream("cam2").id()).isEqualTo(TestHub.id("cam2"));
		assertThat(snapshot.stream("cam3")).isNull();
	}

	@Test
	void configuredNameCountsBeforeTheTitleOfAnotherStream() {
		HubSnapshot snapshot = builder().stream(sample("cam1", StreamState.CONNECTED))
			.stream(sample("cam2", StreamState.CONNECTED))
			.named("cam1", TestHub.id("cam2"))
			.named("cam2", TestHub.id("cam3"))
			.build();
		assertThat(snapshot.stream("cam1").id()).isEqualTo(TestHub.id("cam2"));
		assertThat(snapshot.stream("cam2")).as("not seen yet").isNull();
	}

	@Test
	void frozenStreamsCountAsLive() {
		HubSnapshot snapshot = builder().stream(sample("cam1", StreamState.CONNECTED))
			.stream(sample("cam2", StreamState.FROZEN))
			.stream(StreamSample.of("id", "cam3", StreamState.DISCONNECTED, StreamMeasurement.DISCONNECTED, NOW))
			.build();
		assertThat(snapshot.connectedStreams()).isEqualTo(2);
	}

	@Test
	void failedRoundIsTheLastButNotTheLastThatSucceeded() {
		Round failed = new Round(NOW, Duration.ofSeconds(1), new IllegalStateException("gone"));
		Round succeeded = new Round(NOW.minusSeconds(30), Duration.ofSeconds(2), null);
		HubSnapshot snapshot = builder().lastRound(succeeded).lastRound(failed).build();
		assertThat(snapshot.lastRound()).isSameAs(failed);
		assertThat(snapshot.sampledAt()).isEqualTo(NOW.minusSeconds(30));
		assertThat(builder().lastRound(failed).build().sampledAt()).isNull();
	}

	@Test
	void snapshotDoesNotChange() {
		HubSnapshot.Builder builder = builder().stream(sample("cam1", StreamState.CONNECTED));
		HubSnapshot snapshot = builder.build();
		assertThatIllegalStateException().isThrownBy(builder::build);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> snapshot.streams().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> snapshot.named().put("front", "id"));
	}

	@Test
	void nextSnapshotStartsWithAllOfTheLast() {
		HubSnapshot snapshot = builder().stream(sample("cam1", StreamState.CONNECTED))
			.named("front", TestHub.id("cam1"))
			.lastRound(new Round(NOW, Duration.ZERO, null))
			.build();
		HubSnapshot next = snapshot.toBuilder().build();
		assertThat(next).usingRecursiveComparison().isEqualTo(snapshot);
		assertThat(next.streams()).isNotSameAs(snapshot.streams());
	}

	@Test
	void keyHubAndHostAreRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> HubSnapshot.of(null, "my-hub", "host"))
			.withMessage("'key' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> HubSnapshot.of("main", null, "host"))
			.withMessage("'hub' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> HubSnapshot.of("main", "my-hub", null))
			.withMessage("'apiHost' must not be null");
	}

	@Test
	void descriptionHasTheNumberOfStreamsInsteadOfAll() {
		assertThat(builder().stream(sample("cam1", StreamState.CONNECTED)).build())
			.hasToString("HubSnapshot[key=main, hub=my-hub, apiHost=pili.example.com, lastRound=null, streams=1]");
	}

	private static HubSnapshot.Builder builder() {
		return HubSnapshot.of("main", TestHub.HUB, "pili.example.com");
	}

	private static StreamSample sample(String title, StreamState state) {
		return StreamSample.of(TestHub.id(title), title, state, TestHub.live(9), NOW);
	}

}
