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
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Creates records for tests of stores.
 */
public final class TestRecords {

	private TestRecords() {
	}

	/**
	 * Create a record.
	 * @param version the version
	 * @param streams the titles of streams that are live
	 * @return the record
	 */
	public static HubRecord of(long version, String... streams) {
		HubSnapshot.Builder snapshot = HubSnapshot.of("main", TestHub.HUB, "pili.example.com");
		for (String stream : streams) {
			snapshot.stream(
					StreamSample.of(TestHub.id(stream), stream, StreamState.CONNECTED, TestHub.live(9), Instant.EPOCH));
		}
		return new HubRecord(version, snapshot.build(), Map.of(), Set.of());
	}

	/**
	 * Add a report to a record.
	 * @param before the record before
	 * @param id the id of the stream
	 * @return the record
	 */
	public static HubRecord report(HubRecord before, String id) {
		Map<String, HubRecord.Report> reports = HubRecord.copy(before.reports());
		reports.put(id, new HubRecord.Report(StreamState.CONNECTED, before.version() + 1));
		return new HubRecord(before.version() + 1, before.snapshot(), reports, Set.of(id));
	}

	/**
	 * Return whether a record has a report.
	 * @param record the record
	 * @param id the id of the stream
	 * @return whether it has one
	 */
	public static boolean hasReport(HubRecord record, String id) {
		return record.reports().containsKey(id);
	}

	/**
	 * Create a record of live streams whose rates have nothing in common.
	 * @param version the version
	 * @param number the number of streams
	 * @return the record
	 */
	public static HubRecord random(long version, int number) {
		Random random = new Random(version);
		HubSnapshot.Builder snapshot = HubSnapshot.of("main", "my-hub", "pili.example.com")
			.lastRound(new HubSnapshot.Round(Instant.EPOCH, Duration.ofSeconds(2), null));
		for (int i = 0; i < number; i++) {
			StreamMeasurement measurement = StreamMeasurement.live()
				.address("%d.%d.%d.%d:%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256),
						random.nextInt(256), random.nextInt(65536)))
				.since(Instant.EPOCH.minusMillis(random.nextInt(100_000_000)))
				.bytesPerSecond(random.nextDouble() * 500_000)
				.framesPerSecond(random.nextDouble() * 50, random.nextDouble() * 30, 0.0)
				.build();
			snapshot.stream(StreamSample.of("z1.my-hub.camera-" + i, "camera-" + i, StreamState.CONNECTED, measurement,
					Instant.EPOCH.plusMillis(i / 100)));
		}
		return new HubRecord(version, snapshot.build(), Map.of(), Set.of());
	}

}
