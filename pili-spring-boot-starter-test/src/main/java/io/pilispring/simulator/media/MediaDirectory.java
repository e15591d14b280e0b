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
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

// The directory for all files, which is deleted in the end
record MediaDirectory(Path root) {

	private static final String PREFIX = "pili-media-";

	// In a container each run may have the same pid, hence the start time
	private static final String OWN_PREFIX = PREFIX + ProcessHandle.current().pid() + "-"
			+ ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";

	static MediaDirectory create() throws IOException {
		MediaDirectory directory = new MediaDirectory(Files.createTempDirectory(OWN_PREFIX).toRealPath());
		Files.createDirectories(directory.temporary());
		return directory;
	}

	AccountDirectory account(int number) {
		return new AccountDirectory(this.root.resolve("account-" + number));
	}

	Path temporary() {
		return this.root.resolve("tmp");
	}

	// Whether another process has created a directory, going by its name
	static boolean isOfAnotherProcess(Path directory) {
		String name = directory.getFileName().toString();
		return name.startsWith(PREFIX) && !name.startsWith(OWN_PREFIX);
	}

	// Locked while the server of this directory runs
	Path owner() {
		return this.root.resolve("owner");
	}

	// Records of the programs that were started
	Path children() {
		return this.root.resolve("children");
	}

	Path connectionLog() {
		return this.root.resolve("connections.log");
	}

	Path log() {
		return this.root.resolve("programs.log");
	}

	void delete() {
		try (Stream<Path> paths = Files.walk(this.root)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException ex) {
			this.root.toFile().deleteOnExit();
		}
	}

}
