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

package io.pilispring.simulator.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.FileMaker;
import io.pilispring.simulator.FileOrder;

// Makes the files of snapshots and save as
final class MediaFiles implements FileMaker {

	private static final Duration WAIT = Duration.ofSeconds(15);

	private static final Duration FFMPEG_LIMIT = Duration.ofMinutes(5);

	private static final long LOOK_MILLIS = 100;

	private final Path ffmpeg;

	private final MediaDirectory directory;

	private final Archive archive;

	private final LivePushes pushes;

	MediaFiles(Path ffmpeg, MediaDirectory directory, Archive archive, LivePushes pushes) {
		this.ffmpeg = ffmpeg;
		this.directory = directory;
		this.archive = archive;
		this.pushes = pushes;
	}

	@Override
	public void make(FileOrder order) throws IOException, InterruptedException {
		Path file = this.directory.file(order.path());
		if (file == null) {
			throw new IOException("'%s' is no name for a file".formatted(order.path()));
		}
		Files.createDirectories(Objects.requireNonNull(file.getParent()));
		Path made = switch (order.kind()) {
			case PLAYLIST -> makePlaylist(order);
			case RECORDING -> makeRecording(order);
			case SNAPSHOT -> makeSnapshot(order);
		};
		Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
	}

	private Path makePlaylist(FileOrder order) throws IOException, InterruptedException {
		List<MediaSegment> segments = await(order, false);
		String hub = order.stream().hub();
		return Files.writeString(temporary("m3u8"),
				HlsPlaylist.write(segments, (segment) -> "/" + hub + "/" + segment.name()));
	}

	private Path makeRecording(FileOrder order) throws IOException, InterruptedException {
		String format = Objects.requireNonNullElse(order.format(), "mp4");
		if ("m3u8".equals(format)) {
			return makePlaylist(order);
		}
		Path playlist = Files.writeString(temporary("m3u8"),
				HlsPlaylist.write(await(order, true), (segment) -> segment.file().toString()));
		Path made = temporary(format);
		List<String> command = new ArrayList<>(List.of("-allowed_extensions", "ALL", "-protocol_whitelist", "file",
				"-i", playlist.toString(), "-c", "copy"));
		command.addAll(container(format));
		run(command, made);
		Files.delete(playlist);
		return made;
	}

	private static List<String> container(String format) throws IOException {
		return switch (format) {
			case "mp4", "mov" -> List.of("-bsf:a", "aac_adtstoasc", "-movflags", "+faststart", "-f", format);
			case "flv" -> List.of("-bsf:a", "aac_adtstoasc", "-f", "flv");
			case "ts" -> List.of("-f", "mpegts");
			default -> throw new IOException("no file of format '%s' can be made here".formatted(format));
		};
	}

	private Path makeSnapshot(FileOrder order) throws IOException, InterruptedException {
		List<MediaSegment> segments = await(order, false);
		MediaSegment segment = segments.get(segments.size() - 1);
		Duration offset = offset(order.start(), segment);
		String codec = switch (Objects.requireNonNullElse(order.format(), "jpg")) {
			case "jpg", "jpeg" -> "mjpeg";
			case "png" -> "png";
			default -> throw new IOException("no picture of format '%s' can be made here".formatted(order.format()));
		};
		Path made = temporary("picture");
		run(List.of("-ss", offset.toMillis() + "ms", "-i", segment.file().toString(), "-frames:v", "1", "-c:v", codec,
				"-f", "image2", "-update", "1"), made);
		return made;
	}

	private static Duration offset(@Nullable Instant time, MediaSegment segment) {
		if (time == null || time.isBefore(segment.start())) {
			return Duration.ZERO;
		}
		Duration offset = Duration.between(segment.start(), time);
		Duration last = segment.duration().dividedBy(2);
		return (offset.compareTo(last) < 0) ? offset : last;
	}

	// While the stream is live, the last seconds are not in a segment yet
	private List<MediaSegment> await(FileOrder order, boolean toTheEnd) throws IOException, InterruptedException {
		StreamName stream = new StreamName(order.stream().hub(), order.stream().title());
		Instant start = Objects.requireNonNullElse(order.start(), Instant.EPOCH);
		Instant end = end(order, start);
		long begun = System.nanoTime();
		while (true) {
			List<MediaSegment> segments = this.archive.within(stream, start, end);
			boolean enough = !segments.isEmpty()
					&& (!toTheEnd || !segments.get(segments.size() - 1).end().isBefore(end));
			if (enough) {
				return segments;
			}
			if (!this.pushes.isLive(stream) || System.nanoTime() - begun > WAIT.toNanos()) {
				// The end of a push may have come between the two looks
				List<MediaSegment> last = this.archive.within(stream, start, end);
				if (last.isEmpty()) {
					throw new IOException("nothing is left of that time");
				}
				return last;
			}
			Thread.sleep(LOOK_MILLIS);
		}
	}

	private static Instant end(FileOrder order, Instant start) {
		if (order.kind() == FileOrder.Kind.SNAPSHOT && order.start() != null) {
			return start.plusSeconds(1);
		}
		Instant now = Instant.now();
		return (order.end() != null && order.end().isBefore(now)) ? order.end() : now;
	}

	private Path temporary(String suffix) throws IOException {
		return Files.createTempFile(this.directory.root().resolve("tmp"), "making-", "." + suffix);
	}

	private void run(List<String> arguments, Path output) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(this.ffmpeg.toString(), "-nostdin", "-v", "error", "-y"));
		command.addAll(arguments);
		command.add(output.toString());
		Path log = temporary("log");
		try (ChildProcess process = ChildProcess.start(command, this.directory, log)) {
			if (!process.await(FFMPEG_LIMIT)) {
				throw new IOException("ffmpeg took longer than " + FFMPEG_LIMIT);
			}
			if (process.exitValue() != 0) {
				List<String> lines = Files.readAllLines(log);
				throw new IOException("ffmpeg: " + ((lines.isEmpty()) ? "failed" : lines.get(lines.size() - 1)));
			}
		}
		finally {
			Files.deleteIfExists(log);
		}
	}

}
