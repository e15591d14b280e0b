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
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

// A program that was started, recorded so that a later server can end it. Its start time,
// its command and its working directory distinguish it from another process with the same pid
record ChildRecord(long pid, Instant start, Path command) {

	private static final Pattern LINE = Pattern.compile("([0-9]{1,18}) ([0-9]{1,18}) (.+)");

	// Start times are computed from the time of the boot, which differs between readers
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private static final Path PROCESSES = Path.of("/proc");

	static @Nullable ChildRecord of(ProcessHandle process) {
		Instant start = process.info().startInstant().orElse(null);
		String command = process.info().command().orElse(null);
		return (start != null && command != null) ? new ChildRecord(process.pid(), start, Path.of(command)) : null;
	}

	static List<ChildRecord> read(Path file) throws IOException {
		if (!Files.exists(file)) {
			return List.of();
		}
		return Files.readAllLines(file)
			.stream()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.map((line) -> new ChildRecord(Long.parseLong(line.group(1)),
					Instant.ofEpochMilli(Long.parseLong(line.group(2))), Path.of(line.group(3))))
			.toList();
	}

	void append(Path file) throws IOException {
		Files.writeString(file, "%d %d %s%n".formatted(this.pid, this.start.toEpochMilli(), this.command),
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	// Whether a process is certainly this one. It works in the directory it was started
	// in
	boolean isOf(ProcessHandle process, Path directory) {
		ChildRecord other = of(process);
		return other != null && other.pid == this.pid && other.command.equals(this.command)
				&& Duration.between(other.start, this.start).abs().compareTo(TOLERANCE) <= 0 && worksIn(directory);
	}

	private boolean worksIn(Path directory) {
		Path process = PROCESSES.resolve(Long.toString(this.pid));
		if (!Files.exists(process)) {
			// Only Linux has this directory
			return !Files.exists(PROCESSES.resolve("self"));
		}
		try {
			return process.resolve("cwd").toRealPath().equals(directory);
		}
		catch (IOException ex) {
			return false;
		}
	}

}
