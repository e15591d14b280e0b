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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

// A program that is ended by its own handle, and never outlives that
final class ChildProcess implements AutoCloseable {

	private static final Duration GRACE = Duration.ofSeconds(3);

	private final Process process;

	private ChildProcess(Process process) {
		this.process = process;
	}

	static ChildProcess start(List<String> command, MediaDirectory directory, Path log) throws IOException {
		Process process = new ProcessBuilder(command).directory(directory.root().toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
		ChildProcess child = new ChildProcess(process);
		try {
			process.getOutputStream().close();
			ChildRecord record = ChildRecord.of(process.toHandle());
			if (record != null) {
				record.append(directory.children());
			}
			return child;
		}
		catch (IOException ex) {
			child.close();
			throw ex;
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	long pid() {
		return this.process.pid();
	}

	boolean await(Duration limit) throws InterruptedException {
		return this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
	}

	int exitValue() {
		return this.process.exitValue();
	}

	@Override
	public void close() {
		end(this.process.toHandle());
	}

	static void end(ProcessHandle process) {
		process.destroy();
		try {
			if (!awaitEnd(process)) {
				process.destroyForcibly();
				awaitEnd(process);
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private static boolean awaitEnd(ProcessHandle process) throws InterruptedException {
		try {
			process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (ExecutionException | TimeoutException ex) {
			return !process.isAlive();
		}
	}

}
