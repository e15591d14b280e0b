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
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Leftovers}.
 */
@DisabledOnOs(OS.WINDOWS)
class LeftoversTests {

	private final List<Process> started = new ArrayList<>();

	private Path temp;

	private Leftovers leftovers;

	@BeforeEach
	void create(@TempDir Path directory) throws IOException {
		this.temp = directory.toRealPath();
		this.leftovers = new Leftovers(new MediaDirectory(Files.createDirectory(this.temp.resolve("own"))));
	}

	@AfterEach
	void endAll() {
		this.started.forEach(Process::destroyForcibly);
	}

	@Test
	void programsAndDirectoryOfAnOwnerThatIsGoneAreRemoved() throws Exception {
		MediaDirectory directory = directory("pili-media-1-1-a");
		own(directory).close();
		Process first = start(directory);
		Process second = start(directory);
		record(first).append(directory.children());
		record(second).append(directory.children());
		this.leftovers.cleanUp();
		assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(directory.root()).doesNotExist();
	}

	@Test
	void directoryWithoutProgramsIsRemoved() throws Exception {
		MediaDirectory directory = directory("pili-media-1-1-a");
		own(directory).close();
		Files.writeString(Files.createDirectories(directory.hls("hub")).resolve("a.ts"), "a");
		this.leftovers.cleanUp();
		assertThat(directory.root()).doesNotExist();
	}

	@Test
	void whatHasAnOwnerStays() throws Exception {
		MediaDirectory directory = directory("pili-media-1-1-a");
		try (OtherProcess owner = OtherProcess.lock(directory.owner())) {
			Process child = start(directory);
			record(child).append(directory.children());
			this.leftovers.cleanUp();
			assertThat(child.isAlive()).isTrue();
			assertThat(directory.root()).exists();
			assertThat(owner.isAlive()).isTrue();
		}
		this.leftovers.cleanUp();
		assertThat(directory.root()).doesNotExist();
	}

	@Test
	void otherServersOfThisProcessKeepTheirLocks() throws Exception {
		MediaDirectory mine = MediaDirectory.create(List.of("hub"));
		try (Ownership ownership = Ownership.take(mine)) {
			assertThat(ownership).isNotNull();
			new Leftovers(mine).cleanUp();
			assertThat(mine.root()).exists();
			assertThat(OtherProcess.canLock(mine.owner())).isFalse();
		}
		assertThat(OtherProcess.canLock(mine.owner())).isTrue();
		mine.delete();
	}

	@Test
	void whatNeverHadAnOwnerStays() throws Exception {
		MediaDirectory directory = directory("pili-media-1-1-a");
		Process child = start(directory);
		record(child).append(directory.children());
		this.leftovers.cleanUp();
		assertThat(child.isAlive()).isTrue();
		assertThat(directory.root()).exists();
	}

	@Test
	void otherDirectoriesStay() throws Exception {
		MediaDirectory directory = directory("other-1-1-a");
		own(directory).close();
		Path link = Files.createSymbolicLink(this.temp.resolve("pili-media-1-1-link"), directory.root());
		this.leftovers.cleanUp();
		assertThat(directory.root()).exists();
		assertThat(link).exists();
	}

	@Test
	void processThatOnlyHasTheNumberStaysAndTheDirectoryWithIt() throws Exception {
		MediaDirectory directory = directory("pili-media-1-1-a");
		own(directory).close();
		Process stranger = start(directory);
		ChildRecord record = record(stranger);
		new ChildRecord(record.pid(), record.start().minusSeconds(60), record.command()).append(directory.children());
		this.leftovers.cleanUp();
		assertThat(stranger.isAlive()).isTrue();
		assertThat(directory.root()).exists();
	}

	@Test
	void processThatIsAnotherProgramStays() throws Exception {
		MediaDirectory directory = directory("pili-media-1-1-a");
		own(directory).close();
		Process stranger = start(directory);
		ChildRecord record = record(stranger);
		new ChildRecord(record.pid(), record.start(), Path.of("/usr/sbin/nginx")).append(directory.children());
		this.leftovers.cleanUp();
		assertThat(stranger.isAlive()).isTrue();
	}

	@Test
	void processThatWorksElsewhereStays() throws Exception {
		MediaDirectory directory = directory("pili-media-1-1-a");
		own(directory).close();
		Process stranger = start(new MediaDirectory(this.temp));
		record(stranger).append(directory.children());
		this.leftovers.cleanUp();
		assertThat(stranger.isAlive()).isEqualTo(Files.exists(Path.of("/proc/self")));
	}

	@Test
	void recordsThatCannotBeReadDoNoHarm() throws Exception {
		MediaDirectory directory = directory("pili-media-1-1-a");
		own(directory).close();
		Files.writeString(directory.children(), "nonsense\n1\n99999999999999999999 1 /bin/sh\n");
		this.leftovers.cleanUp();
		assertThat(directory.root()).doesNotExist();
	}

	private MediaDirectory directory(String name) throws IOException {
		return new MediaDirectory(Files.createDirectory(this.temp.resolve(name)));
	}

	private static Ownership own(MediaDirectory directory) throws IOException {
		return Ownership.take(directory);
	}

	private Process start(MediaDirectory directory) throws IOException {
		Process process = new ProcessBuilder("sleep", "600").directory(directory.root().toFile()).start();
		this.started.add(process);
		return process;
	}

	private static ChildRecord record(Process process) {
		ChildRecord record = ChildRecord.of(process.toHandle());
		assertThat(record).isNotNull();
		return record;
	}

	/**
	 * A process that holds the lock on a file until it is killed.
	 */
	private record OtherProcess(Process process) implements AutoCloseable {

		static OtherProcess lock(Path file) throws IOException {
			Process process = java("hold", file);
			assertThat(process.inputReader().readLine()).isEqualTo("locked");
			return new OtherProcess(process);
		}

		static boolean canLock(Path file) throws IOException {
			try (OtherProcess other = new OtherProcess(java("try", file))) {
				return "locked".equals(other.process().inputReader().readLine());
			}
		}

		private static Process java(String what, Path file) throws IOException {
			return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
					System.getProperty("java.class.path"), Locking.class.getName(), what, file.toString())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
		}

		boolean isAlive() {
			return this.process.isAlive();
		}

		@Override
		public void close() throws IOException {
			this.process.destroyForcibly();
			try {
				assertThat(this.process.waitFor(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	/**
	 * Locks a file in a process of its own.
	 */
	public static final class Locking {

		private Locking() {
		}

		public static void main(String[] args) throws Exception {
			try (FileChannel channel = FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				System.out.println((channel.tryLock() != null) ? "locked" : "taken");
				if ("hold".equals(args[0])) {
					Thread.currentThread().join();
				}
			}
		}

	}

}
