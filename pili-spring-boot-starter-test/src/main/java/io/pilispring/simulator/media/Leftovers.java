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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

// Cleans up after servers whose process was killed: ends their programs and deletes their
// directories. What is not certain to be left over stays
final class Leftovers {

	private final MediaDirectory own;

	Leftovers(MediaDirectory own) {
		this.own = own;
	}

	void cleanUp() {
		Path parent = Objects.requireNonNull(this.own.root().getParent());
		try (Stream<Path> files = Files.list(parent)) {
			for (Path file : files.filter(this::mayBeLeftOver).toList()) {
				cleanUp(new MediaDirectory(file));
			}
		}
		catch (IOException ex) {
			// Tried again by the next server
		}
	}

	// To open and close the lock file of another server in this process would release its
	// lock
	private boolean mayBeLeftOver(Path file) {
		if (!MediaDirectory.isOfAnotherProcess(file)) {
			return false;
		}
		try {
			return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
					&& Files.getOwner(file).equals(Files.getOwner(this.own.root()));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void cleanUp(MediaDirectory directory) throws IOException {
		try (Ownership ownership = Ownership.takeOver(directory)) {
			if (ownership != null && endAll(directory)) {
				directory.delete();
			}
		}
	}

	private static boolean endAll(MediaDirectory directory) throws IOException {
		List<ChildRecord> records = ChildRecord.read(directory.children());
		for (ChildRecord child : records) {
			ProcessHandle process = ProcessHandle.of(child.pid()).orElse(null);
			if (process != null && child.isOf(process, directory.root())) {
				ChildProcess.end(process);
			}
		}
		return records.stream().noneMatch((child) -> mayRun(child));
	}

	// A program that could not be ended keeps its directory
	private static boolean mayRun(ChildRecord child) {
		return ProcessHandle.of(child.pid())
			.filter(ProcessHandle::isAlive)
			.flatMap((process) -> process.info().command())
			.filter((command) -> command.equals(child.command().toString()))
			.isPresent();
	}

}
