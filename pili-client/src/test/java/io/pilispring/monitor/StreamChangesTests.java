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

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pilispring.monitor.HubRecord.Report;
import io.pilispring.monitor.SharedHub.Change;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamChanges}.
 */
class StreamChangesTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final String CAM = TestHub.id("cam");

	@ParameterizedTest
	@CsvSource({ "DISCONNECTED,CONNECTED,StreamConnectedEvent", "DISCONNECTED,FROZEN,StreamFrozenEvent",
			"CONNECTED,FROZEN,StreamFrozenEvent", "FROZEN,CONNECTED,StreamResumedEvent",
			"CONNECTED,DISCONNECTED,StreamDisconnectedEvent", "FROZEN,DISCONNECTED,StreamDisconnectedEvent",
			"CONNECTED,CONNECTED,", "FROZEN,FROZEN,", "DISCONNECTED,DISCONNECTED,", ",CONNECTED,StreamConnectedEvent",
			",DISCONNECTED,", "CONNECTED,,StreamDisconnectedEvent", "FROZEN,,StreamDisconnectedEvent", "DISCONNECTED,,",
			",," })
	void changeOfTheStateIsAnEvent(StreamState before, StreamState after, String expected) {
		assertThat(StreamChanges.between(snapshot(before), snapshot(after), (id) -> null))
			.extracting(StreamChangesTests::name)
			.isEqualTo((expected != null) ? List.of(expected) : List.of());
	}

	@Test
	void eventHasTheHubAndTheStreamAsItWasSeen() {
		HubSnapshot after = snapshot(StreamState.CONNECTED);
		assertThat(StreamChanges.between(snapshot(null), after, (id) -> null))
			.containsExactly(new StreamConnectedEvent("main", TestHub.HUB, after.streams().get(CAM)));
		HubSnapshot before = snapshot(StreamState.FROZEN);
		assertThat(StreamChanges.between(before, snapshot(null), (id) -> null)).as("as it was last seen")
			.containsExactly(new StreamDisconnectedEvent("main", TestHub.HUB, before.streams().get(CAM)));
	}

	@Test
	void streamThatIsWatchedForTheFirstTimeIsComparedWithItsLastReport() {
		StreamReports reports = new StreamReports();
		reports.put(CAM, StreamState.CONNECTED);
		assertThat(StreamChanges.between(snapshot(null), snapshot(StreamState.CONNECTED), reports::state)).isEmpty();
		assertThat(StreamChanges.between(snapshot(null), snapshot(StreamState.DISCONNECTED), reports::state))
			.extracting(StreamChangesTests::name)
			.containsExactly("StreamDisconnectedEvent");
	}

	@ParameterizedTest
	@CsvSource({ ",CONNECTED,StreamConnectedEvent", ",DISCONNECTED,", "CONNECTED,DISCONNECTED,StreamDisconnectedEvent",
			"DISCONNECTED,CONNECTED,StreamConnectedEvent", "CONNECTED,CONNECTED," })
	void newReportOfAStreamThatIsNotWatchedIsComparedWithTheOneBefore(StreamState before, StreamState after,
			String expected) {
		Change change = change(record(4, snapshot(null), before, 4), record(5, snapshot(null), after, 5));
		assertThat(StreamChanges.between(change, (id) -> "title of " + id, () -> NOW))
			.extracting(StreamChangesTests::name)
			.isEqualTo((expected != null) ? List.of(expected) : List.of());
	}

	@Test
	void eventOfAReportHasAllThatIsKnownOfTheStream() {
		assertThat(StreamChanges.between(
				change(record(4, snapshot(null), null, 0), record(5, snapshot(null), StreamState.CONNECTED, 5)),
				(id) -> "the cam", () -> NOW))
			.containsExactly(new StreamConnectedEvent("main", TestHub.HUB,
					StreamSample.of(CAM, "the cam", StreamState.CONNECTED, StreamMeasurement.live().build(), NOW)));
		assertThat(StreamChanges.between(change(record(4, snapshot(null), StreamState.CONNECTED, 4),
				record(5, snapshot(null), StreamState.DISCONNECTED, 5)), (id) -> "the cam", () -> NOW))
			.containsExactly(new StreamDisconnectedEvent("main", TestHub.HUB,
					StreamSample.of(CAM, "the cam", StreamState.DISCONNECTED, StreamMeasurement.DISCONNECTED, NOW)));
	}

	@Test
	void reportThatTheRecordBeforeHadIsNoChange() {
		Change change = change(record(4, snapshot(null), null, 0), record(5, snapshot(null), StreamState.CONNECTED, 4));
		assertThat(StreamChanges.between(change, (id) -> id, () -> NOW)).isEmpty();
	}

	@Test
	void reportOfAWatchedStreamIsNoSecondChange() {
		HubRecord live = record(4, snapshot(StreamState.CONNECTED), null, 0);
		HubRecord ended = record(5, snapshot(StreamState.DISCONNECTED), StreamState.DISCONNECTED, 5);
		assertThat(StreamChanges.between(change(live, ended), (id) -> id, () -> NOW)).hasSize(1);
		HubRecord dropped = record(5, snapshot(null), StreamState.DISCONNECTED, 5);
		assertThat(StreamChanges.between(change(live, dropped), (id) -> id, () -> NOW)).hasSize(1);
		HubRecord reported = record(4, snapshot(null), StreamState.CONNECTED, 4);
		HubRecord watched = record(5, snapshot(StreamState.CONNECTED), StreamState.CONNECTED, 4);
		assertThat(StreamChanges.between(change(reported, watched), (id) -> id, () -> NOW)).isEmpty();
		HubRecord watchedAndReported = record(5, snapshot(StreamState.CONNECTED), StreamState.CONNECTED, 5);
		assertThat(StreamChanges.between(change(record(4, snapshot(null), null, 0), watchedAndReported), (id) -> id,
				() -> NOW))
			.hasSize(1);
	}

	private static String name(StreamEvent event) {
		return event.getClass().getSimpleName();
	}

	private static Change change(HubRecord before, HubRecord after) {
		return new Change(before, after, false);
	}

	private static HubRecord record(long version, HubSnapshot snapshot, StreamState report, long reportedAt) {
		Map<String, Report> reports = new LinkedHashMap<>();
		if (report != null) {
			reports.put(CAM, new Report(report, reportedAt));
		}
		return new HubRecord(version, snapshot, reports, Set.of());
	}

	private static HubSnapshot snapshot(StreamState state) {
		HubSnapshot.Builder builder = HubSnapshot.of("main", TestHub.HUB, "pili.example.com");
		if (state != null) {
			builder.stream(StreamSample.of(CAM, "cam", state,
					(state != StreamState.DISCONNECTED) ? TestHub.live(9) : StreamMeasurement.DISCONNECTED, NOW));
		}
		return builder.build();
	}

}
