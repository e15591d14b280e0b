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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pilispring.simulator.FileOrder;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link MediaFiles} with a script in place of ffmpeg, which writes its
 * arguments and the playlist to its output.
 */
@DisabledOnOs(OS.WINDOWS)
class MediaFilesTests {

	private static final String WRITE_ARGUMENTS = "for last; do :; done\necho \"$*\" > \"$last\"\n"
			+ "for each; do case \"$each\" in *.m3u8) cat \"$each\" >> \"$last\" ;; esac; done\n";

	private Path ffmpeg;

	private MediaDirectory all;

	private AccountDirectory directory;

	private MediaFiles files;

	private PiliSimulator simulator;

	private SimulatedStream stream;

	@BeforeEach
	void start(@TempDir Path temp) throws IOException {
		this.ffmpeg = Files.createFile(temp.resolve("ffmpeg"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		ffmpeg(WRITE_ARGUMENTS);
		this.all = new MediaDirectory(temp);
		Files.createDirectories(this.all.temporary());
		this.directory = this.all.account(1);
		this.simulator = PiliSimulator.start();
		this.stream = this.simulator.createStream("room");
		StreamName name = new StreamName(this.stream.hub(), "room");
		Path hls = Files.createDirectories(this.directory.hls(this.stream.hub()));
		Files.writeString(hls.resolve("room-1000000.ts"), "first");
		Files.writeString(hls.resolve("room-1010000.ts"), "second");
		Files.writeString(this.directory.livePlaylist(name), """
				#EXTM3U
				#EXTINF:10.000,
				room-1000000.ts
				#EXTINF:4.000,
				room-1010000.ts
				""");
		Archive archive = new Archive(this.directory);
		archive.read(name, 1);
		this.files = new MediaFiles(this.ffmpeg, this.all, this.directory, archive, new LivePushes("ak", this.directory,
				archive, new ConnectionLog(this.all.connectionLog()), Runnable::run));
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@CsvSource({ ",-f mp4", "mp4,-movflags +faststart -f mp4", "mov,-f mov", "flv,-bsf:a aac_adtstoasc -f flv",
			"ts,-c copy -f mpegts" })
	void recordingIsCopiedIntoItsContainer(String format, String arguments) throws Exception {
		assertThat(make(FileOrder.Kind.RECORDING, format, null)).contains(arguments)
			.contains("-c copy")
			.containsSubsequence("/room-1000000.ts", "/room-1010000.ts");
		assertThat(this.all.temporary()).isEmptyDirectory();
	}

	@Test
	void recordingWithoutContainerIsAPlaylist() throws Exception {
		assertThat(make(FileOrder.Kind.RECORDING, "m3u8", Instant.ofEpochSecond(1010)))
			.contains("/test-hub/room-1010000.ts")
			.doesNotContain("room-1000000.ts");
		this.files
			.make(new FileOrder(this.stream, FileOrder.Kind.PLAYLIST, "made", null, null, Instant.ofEpochSecond(1010)));
		assertThat(this.directory.file("made")).content()
			.contains("/test-hub/room-1000000.ts")
			.doesNotContain("room-1010000.ts");
	}

	@ParameterizedTest
	@CsvSource({ "1000,-ss 0ms,room-1000000.ts", "1003,-ss 3000ms,room-1000000.ts", "1008,-ss 5000ms,room-1000000.ts",
			"1011,-ss 1000ms,room-1010000.ts", "1013,-ss 2000ms,room-1010000.ts", ",-ss 0ms,room-1010000.ts" })
	void snapshotIsTakenInTheSegmentOfItsTime(Long time, String offset, String segment) throws Exception {
		assertThat(make(FileOrder.Kind.SNAPSHOT, "jpg", (time != null) ? Instant.ofEpochSecond(time) : null))
			.contains(offset + " -i ", "/" + segment + " ", "-frames:v 1 -c:v mjpeg");
	}

	@ParameterizedTest
	@CsvSource({ ",mjpeg", "jpeg,mjpeg", "png,png" })
	void snapshotHasItsCodec(String format, String codec) throws Exception {
		assertThat(make(FileOrder.Kind.SNAPSHOT, format, null)).contains("-c:v " + codec + " ");
	}

	@Test
	void whatCannotBeMadeIsRefused() {
		assertThatIOException().isThrownBy(() -> make(FileOrder.Kind.RECORDING, "avi", null))
			.withMessageContaining("'avi'");
		assertThatIOException().isThrownBy(() -> make(FileOrder.Kind.SNAPSHOT, "gif", null))
			.withMessageContaining("'gif'");
		assertThatIOException().isThrownBy(() -> make(FileOrder.Kind.SNAPSHOT, "jpg", Instant.ofEpochSecond(998)))
			.withMessageContaining("nothing is left");
	}

	@Test
	void lastLineOfFfmpegIsTheReason() throws Exception {
		ffmpeg("echo one\necho two\nexit 1\n");
		assertThatIOException().isThrownBy(() -> make(FileOrder.Kind.SNAPSHOT, "jpg", null)).withMessage("ffmpeg: two");
		ffmpeg("exit 1\n");
		assertThatIOException().isThrownBy(() -> make(FileOrder.Kind.SNAPSHOT, "jpg", null))
			.withMessage("ffmpeg: failed");
		assertThat(this.directory.file("made")).doesNotExist();
	}

	private String make(FileOrder.Kind kind, String format, Instant start) throws Exception {
		this.files.make(new FileOrder(this.stream, kind, "made", format, start, null));
		return Files.readString(this.directory.file("made"));
	}

	private void ffmpeg(String script) throws IOException {
		Files.writeString(this.ffmpeg, "#!/bin/sh\n" + script);
	}

}
