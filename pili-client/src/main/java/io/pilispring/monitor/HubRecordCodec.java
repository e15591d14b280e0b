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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliError;
import io.pilispring.PiliException;
import io.pilispring.monitor.HubRecord.Report;
import io.pilispring.monitor.HubSnapshot.Round;

/**
 * Encodes records in a compressed binary format. Small, because it is written in every
 * round, and read by every instance.
 */
final class HubRecordCodec {

	private static final int FORMAT = 1;

	private static final int MAX_STREAMS = 1_000_000;

	// How the title follows from the id
	private static final int TITLE_IS_ID = 0;

	private static final int TITLE_IS_LAST_SEGMENT = 1;

	private static final int TITLE_IS_GIVEN = 2;

	private static final StreamState[] STATES = { StreamState.CONNECTED, StreamState.FROZEN, StreamState.DISCONNECTED };

	private HubRecordCodec() {
	}

	static byte[] encodeSample(HubRecord record) {
		return encode((out) -> {
			HubSnapshot snapshot = record.snapshot();
			out.writeUTF(snapshot.key());
			out.writeUTF(snapshot.hub());
			out.writeUTF(snapshot.apiHost());
			writeRound(out, snapshot.lastRound());
			writeInstant(out, snapshot.sampledAt());
			out.writeInt(snapshot.named().size());
			for (Map.Entry<String, String> named : snapshot.named().entrySet()) {
				out.writeUTF(named.getKey());
				out.writeUTF(named.getValue());
			}
			out.writeInt(snapshot.streams().size());
			for (StreamSample sample : snapshot.streams().values()) {
				writeStream(out, sample);
			}
			out.writeInt(record.reports().size());
			for (Map.Entry<String, Report> report : record.reports().entrySet()) {
				writeReport(out, report.getKey(), report.getValue());
			}
		});
	}

	static byte[] encodeReports(HubRecord record) {
		return encode((out) -> {
			out.writeInt(record.separate().size());
			for (String id : record.separate()) {
				Report report = record.reports().get(id);
				// One that was forgotten, because there are too many
				writeReport(out, id, (report != null) ? report : new Report(StreamState.DISCONNECTED, 0));
				StreamSample sample = record.snapshot().streams().get(id);
				out.writeBoolean(sample != null);
				if (sample != null) {
					writeStream(out, sample);
				}
			}
		});
	}

	static HubRecord decode(long version, byte[] sample, byte @Nullable [] separate) {
		HubSnapshot.Builder[] builder = new HubSnapshot.Builder[1];
		Map<String, Report> reports = new LinkedHashMap<>();
		Set<String> separateIds = new LinkedHashSet<>();
		decode(sample, (in) -> {
			builder[0] = HubSnapshot.of(in.readUTF(), in.readUTF(), in.readUTF());
			readRounds(in, builder[0]);
			for (int left = readSize(in); left > 0; left--) {
				builder[0].named(in.readUTF(), in.readUTF());
			}
			for (int left = readSize(in); left > 0; left--) {
				builder[0].stream(readStream(in));
			}
			for (int left = readSize(in); left > 0; left--) {
				reports.put(in.readUTF(), readReport(in));
			}
		});
		if (separate != null) {
			decode(separate, (in) -> {
				for (int left = readSize(in); left > 0; left--) {
					String id = in.readUTF();
					reports.remove(id);
					reports.put(id, readReport(in));
					separateIds.add(id);
					if (in.readBoolean()) {
						builder[0].stream(readStream(in));
					}
				}
			});
			HubRecord.limit(reports);
		}
		return new HubRecord(version, builder[0].build(), reports, separateIds);
	}

	private static void writeRound(DataOutputStream out, @Nullable Round round) throws IOException {
		writeInstant(out, (round != null) ? round.finishedAt() : null);
		if (round != null) {
			out.writeLong(round.duration().toNanos());
			RuntimeException failure = round.failure();
			out.writeBoolean(failure != null);
			if (failure != null) {
				writeText(out, failure.getMessage());
				PiliError error = (failure instanceof PiliException ex) ? ex.error() : null;
				out.writeByte((failure instanceof PiliException) ? (error != null) ? 2 : 1 : 0);
				if (error != null) {
					writeError(out, error);
				}
			}
		}
	}

	private static void writeError(DataOutputStream out, PiliError error) throws IOException {
		out.writeInt(error.status());
		writeText(out, (error.code() != null) ? error.code().toString() : null);
		writeText(out, error.message());
		writeText(out, error.requestId());
	}

	private static void readRounds(DataInputStream in, HubSnapshot.Builder builder) throws IOException {
		Instant finishedAt = readInstant(in);
		Round round = null;
		if (finishedAt != null) {
			Duration duration = Duration.ofNanos(in.readLong());
			round = new Round(finishedAt, duration, (in.readBoolean()) ? readFailure(in) : null);
		}
		Instant sampledAt = readInstant(in);
		if (sampledAt != null) {
			builder.lastRound(new Round(sampledAt, Duration.ZERO, null));
		}
		if (round != null) {
			builder.lastRound(round);
		}
	}

	private static RuntimeException readFailure(DataInputStream in) throws IOException {
		String message = readText(in);
		String text = (message != null) ? message : "The round failed";
		int kind = in.readByte();
		if (kind == 0) {
			return new IllegalStateException(text);
		}
		PiliError error = null;
		if (kind == 2) {
			int status = in.readInt();
			String code = readText(in);
			error = new PiliError(status, (code != null) ? Integer.valueOf(code) : null, readText(in), readText(in));
		}
		return new PiliException(text, error, null);
	}

	private static void writeStream(DataOutputStream out, StreamSample sample) throws IOException {
		String id = sample.id();
		String title = sample.title();
		out.writeUTF(id);
		int form = (title.equals(id)) ? TITLE_IS_ID
				: (title.equals(lastSegment(id))) ? TITLE_IS_LAST_SEGMENT : TITLE_IS_GIVEN;
		out.writeByte(form);
		if (form == TITLE_IS_GIVEN) {
			out.writeUTF(title);
		}
		out.writeByte(code(sample.state()));
		writeInstant(out, sample.sampledAt());
		StreamMeasurement measurement = sample.measurement();
		out.writeBoolean(measurement.connected());
		if (measurement.connected()) {
			writeText(out, measurement.address());
			writeInstant(out, measurement.since());
			writeRate(out, measurement.bytesPerSecond());
			writeRate(out, measurement.audioFramesPerSecond());
			writeRate(out, measurement.videoFramesPerSecond());
			writeRate(out, measurement.dataFramesPerSecond());
		}
	}

	private static StreamSample readStream(DataInputStream in) throws IOException {
		String id = in.readUTF();
		String title = switch (in.readByte()) {
			case TITLE_IS_ID -> id;
			case TITLE_IS_LAST_SEGMENT -> lastSegment(id);
			default -> in.readUTF();
		};
		StreamState state = state(in.readByte());
		Instant sampledAt = readInstant(in);
		StreamMeasurement measurement = StreamMeasurement.DISCONNECTED;
		if (in.readBoolean()) {
			measurement = StreamMeasurement.live()
				.address(readText(in))
				.since(readInstant(in))
				.bytesPerSecond(in.readDouble())
				.framesPerSecond(in.readDouble(), in.readDouble(), in.readDouble())
				.build();
		}
		return StreamSample.of(id, title, state, measurement, (sampledAt != null) ? sampledAt : Instant.EPOCH);
	}

	private static String lastSegment(String id) {
		return id.substring(id.lastIndexOf('.') + 1);
	}

	private static void writeReport(DataOutputStream out, String id, Report report) throws IOException {
		out.writeUTF(id);
		out.writeByte(code(report.state()));
		out.writeLong(report.version());
	}

	private static Report readReport(DataInputStream in) throws IOException {
		return new Report(state(in.readByte()), in.readLong());
	}

	private static int code(StreamState state) {
		return switch (state) {
			case CONNECTED -> 0;
			case FROZEN -> 1;
			case DISCONNECTED -> 2;
		};
	}

	private static StreamState state(int code) throws IOException {
		if (code < 0 || code >= STATES.length) {
			throw new IOException("There is no state " + code);
		}
		return STATES[code];
	}

	private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
		out.writeBoolean(text != null);
		if (text != null) {
			out.writeUTF(text.substring(0, Math.min(text.length(), 10_000)));
		}
	}

	private static @Nullable String readText(DataInputStream in) throws IOException {
		return (in.readBoolean()) ? in.readUTF() : null;
	}

	private static void writeInstant(DataOutputStream out, @Nullable Instant instant) throws IOException {
		out.writeBoolean(instant != null);
		if (instant != null) {
			out.writeLong(instant.getEpochSecond());
			out.writeInt(instant.getNano());
		}
	}

	private static @Nullable Instant readInstant(DataInputStream in) throws IOException {
		return (in.readBoolean()) ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
	}

	// NaN is a rate that is not known, as in the measurement
	private static void writeRate(DataOutputStream out, @Nullable Double rate) throws IOException {
		out.writeDouble((rate != null) ? rate : Double.NaN);
	}

	private static int readSize(DataInputStream in) throws IOException {
		int size = in.readInt();
		if (size < 0 || size > MAX_STREAMS) {
			throw new IOException("The size " + size + " is not possible");
		}
		return size;
	}

	private static byte[] encode(Writer writer) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(FORMAT);
		Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 8192))) {
			writer.write(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The record cannot be encoded", ex);
		}
		finally {
			deflater.end();
		}
		return bytes.toByteArray();
	}

	private static void decode(byte[] bytes, Reader reader) {
		ByteArrayInputStream source = new ByteArrayInputStream(bytes);
		int format = source.read();
		if (format != FORMAT) {
			throw new IllegalArgumentException("The record has format " + format + ", which is not known");
		}
		try (DataInputStream in = new DataInputStream(new InflaterInputStream(source))) {
			reader.read(in);
			// Also verifies the checksum
			if (in.read() != -1) {
				throw new IOException("There is more than a record");
			}
		}
		catch (IOException | DateTimeException | ArithmeticException ex) {
			throw new IllegalArgumentException("The record cannot be decoded", ex);
		}
	}

	/**
	 * Writes a part of a record.
	 */
	private interface Writer {

		void write(DataOutputStream out) throws IOException;

	}

	/**
	 * Reads a part of a record.
	 */
	private interface Reader {

		void read(DataInputStream in) throws IOException;

	}

}
