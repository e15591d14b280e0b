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

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;

import io.pilispring.PiliError;
import io.pilispring.PiliException;
import io.pilispring.monitor.HubRecord.Report;
import io.pilispring.monitor.HubSnapshot.Round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link HubRecord} and its encoding.
 */
class HubRecordTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");

	@Test
	void everyDetailIsDecoded() {
		HubSnapshot.Builder builder = HubSnapshot.of("main", "my-hub", "pili.example.com:8080")
			.lastRound(new Round(NOW.minusSeconds(30), Duration.ZERO, null))
			.lastRound(new Round(NOW, Duration.ofMillis(1234),
					new PiliException("GET failed", new PiliError(503, 42, "busy", "req-1"), null)))
			.named("door", "z1.my-hub.door");
		StreamMeasurement unknownRates = StreamMeasurement.live().build();
		for (StreamSample sample : new StreamSample[] {
				StreamSample.of("z1.my-hub.door", "door", StreamState.CONNECTED, TestHub.live(12.5), NOW),
				StreamSample.of("key", "key", StreamState.FROZEN, unknownRates, NOW.plusNanos(1)), StreamSample
					.of("other", "Ein 标题", StreamState.DISCONNECTED, StreamMeasurement.DISCONNECTED, Instant.EPOCH) }) {
			builder.stream(sample);
		}
		HubSnapshot snapshot = builder.build();
		Map<String, Report> reports = new LinkedHashMap<>();
		reports.put("guest", new Report(StreamState.CONNECTED, 7));
		reports.put("gone", new Report(StreamState.DISCONNECTED, 0));
		HubRecord record = new HubRecord(8, snapshot, reports, Set.of());
		assertThat(record.isSampleChanged()).isTrue();
		assertThat(record.encodeReports()).isNull();
		HubRecord decoded = HubRecord.decode(8, record.encodeSample(), null);
		assertThat(decoded.version()).isEqualTo(8);
		assertThat(decoded.reports()).containsExactlyEntriesOf(reports);
		HubSnapshot read = decoded.snapshot();
		assertThat(read.streams()).containsExactlyEntriesOf(snapshot.streams());
		assertThat(read.named()).isEqualTo(snapshot.named());
		assertThat(read.key()).isEqualTo("main");
		assertThat(read.hub()).isEqualTo("my-hub");
		assertThat(read.apiHost()).isEqualTo("pili.example.com:8080");
		assertThat(read.sampledAt()).isEqualTo(NOW.minusSeconds(30));
		assertThat(read.lastRound()).isNotNull();
		assertThat(read.lastRound().finishedAt()).isEqualTo(NOW);
		assertThat(read.lastRound().duration()).isEqualTo(Duration.ofMillis(1234));
		assertThat(read.lastRound().failure()).isInstanceOfSatisfying(PiliException.class, (failure) -> {
			assertThat(failure).hasMessage("GET failed");
			assertThat(failure.requestId()).isEqualTo("req-1");
			assertThat(failure.status()).isEqualTo(503);
			assertThat(failure.code()).isEqualTo(42);
		});
	}

	@Test
	void failureThatIsNotOfPiliIsDecoded() {
		HubSnapshot snapshot = HubSnapshot.of("main", "my-hub", "host")
			.lastRound(new Round(NOW, Duration.ZERO, new RoundTimeoutException(Duration.ofSeconds(1))))
			.build();
		HubRecord decoded = HubRecord.decode(1, new HubRecord(1, snapshot, Map.of(), Set.of()).encodeSample(), null);
		assertThat(decoded.snapshot().lastRound().failure()).hasMessage(snapshot.lastRound().failure().getMessage());
		assertThat(decoded.snapshot().sampledAt()).isNull();
	}

	@Test
	void reportsAreEncodedApartFromTheSample() {
		HubRecord first = TestRecords.of(1, "cam1", "cam2");
		HubSnapshot changed = first.snapshot()
			.toBuilder()
			.stream(StreamSample.of(TestHub.id("cam1"), "cam1", StreamState.DISCONNECTED,
					StreamMeasurement.DISCONNECTED, NOW))
			.build();
		Map<String, Report> reports = new LinkedHashMap<>();
		reports.put(TestHub.id("cam1"), new Report(StreamState.DISCONNECTED, 2));
		reports.put("guest", new Report(StreamState.CONNECTED, 3));
		HubRecord third = new HubRecord(3, changed, reports, new LinkedHashSet<>(reports.keySet()));
		assertThat(third.isSampleChanged()).isFalse();
		HubRecord decoded = HubRecord.decode(3, first.encodeSample(), third.encodeReports());
		assertThat(decoded.snapshot().streams()).isEqualTo(changed.streams());
		assertThat(decoded.reports()).isEqualTo(reports);
		assertThat(decoded.separate()).containsExactly(TestHub.id("cam1"), "guest");
	}

	@Test
	void tenThousandStreamsAreSmall() {
		HubRecord record = TestRecords.random(1, 10_000);
		byte[] encoded = record.encodeSample();
		System.out.println("A record of 10,000 streams has " + encoded.length + " bytes");
		assertThat(encoded.length).isLessThan(700_000);
		assertThat(HubRecord.decode(1, encoded, null).snapshot().streams()).hasSize(10_000);
	}

	@Test
	void bytesThatAreNotARecordAreRejected() {
		byte[] encoded = TestRecords.of(1, "cam1").encodeSample();
		byte[] newer = encoded.clone();
		newer[0] = 2;
		assertThatIllegalArgumentException().isThrownBy(() -> HubRecord.decode(1, newer, null))
			.withMessage("The record has format 2, which is not known");
		assertThatIllegalArgumentException().isThrownBy(() -> HubRecord.decode(1, new byte[0], null));
		assertThatIllegalArgumentException().isThrownBy(() -> HubRecord.decode(1, null, null))
			.withMessage("'sample' must not be null");
		for (int length = 1; length < encoded.length; length++) {
			byte[] cut = Arrays.copyOf(encoded, length);
			assertThatIllegalArgumentException().isThrownBy(() -> HubRecord.decode(1, cut, null));
		}
	}

	@Test
	void numberOfReportsIsLimitedToTheLatest() {
		Map<String, Report> old = new LinkedHashMap<>();
		for (int i = 0; i < HubRecord.MAX_REPORTS; i++) {
			old.put("guest" + i, new Report(StreamState.CONNECTED, 1));
		}
		HubRecord first = new HubRecord(1, TestRecords.of(1).snapshot(), old, Set.of());
		Map<String, Report> reports = HubRecord.copy(old);
		reports.put("another", new Report(StreamState.CONNECTED, 2));
		HubRecord second = new HubRecord(2, first.snapshot(), reports, Set.of("another"));
		HubRecord decoded = HubRecord.decode(2, first.encodeSample(), second.encodeReports());
		assertThat(decoded.reports()).hasSize(HubRecord.MAX_REPORTS)
			.containsKeys("another", "guest1")
			.doesNotContainKey("guest0");
	}

	@Test
	void stateThatDoesNotExistIsRejected() {
		for (int state : new int[] { -1, 3 }) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> HubRecord.decode(2, TestRecords.of(1).encodeSample(), encoded((out) -> {
					out.writeInt(1);
					out.writeUTF("guest");
					out.writeByte(state);
					out.writeLong(1);
					out.writeBoolean(false);
				})))
				.havingCause()
				.withMessage("There is no state " + state);
		}
	}

	@Test
	void numberOfReportsThatIsNotPossibleIsRejected() {
		for (int size : new int[] { -1, 1_000_001 }) {
			assertThatIllegalArgumentException().isThrownBy(
					() -> HubRecord.decode(2, TestRecords.of(1).encodeSample(), encoded((out) -> out.writeInt(size))))
				.havingCause()
				.withMessage("The size " + size + " is not possible");
		}
		assertThatIllegalArgumentException().isThrownBy(
				() -> HubRecord.decode(2, TestRecords.of(1).encodeSample(), encoded((out) -> out.writeInt(1_000_000))))
			.as("possible, but there are not that many")
			.withCauseInstanceOf(EOFException.class);
	}

	private static byte[] encoded(Content content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(1);
		try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
			content.write(out);
		}
		return bytes.toByteArray();
	}

	@Test
	void recordIsDescribedByItsVersionAndSnapshot() {
		assertThat(TestRecords.of(7, "cam1").toString())
			.startsWith("HubRecord[version=7, snapshot=HubSnapshot[key=main")
			.endsWith("streams=1]]");
	}

	/**
	 * Writes a part of a record.
	 */
	private interface Content {

		void write(DataOutputStream out) throws IOException;

	}

}
