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

package io.pilispring.integration.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An {@link InstanceApplication} as a test sees it.
 */
final class Instance implements AutoCloseable {

	private static final long LIMIT = 90;

	private final Process process;

	private final PrintStream commands;

	private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

	private final List<String> output = new ArrayList<>();

	private final AtomicInteger events = new AtomicInteger();

	private String id;

	Instance(List<String> arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
						InstanceApplication.class.getName()));
		command.addAll(arguments);
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this.process::destroyForcibly));
		this.commands = new PrintStream(this.process.getOutputStream(), true, StandardCharsets.UTF_8);
		Thread reader = new Thread(this::read);
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith(InstanceApplication.REPLY)) {
					this.replies.add(line.substring(InstanceApplication.REPLY.length()));
				}
				else if (line.startsWith(InstanceApplication.EVENT)) {
					this.events.incrementAndGet();
				}
				else {
					synchronized (this.output) {
						this.output.add(line);
					}
				}
			}
		}
		catch (IOException ex) {
			// Killed
		}
	}

	/**
	 * Wait until the instance has started.
	 * @return its id
	 */
	synchronized String id() {
		if (this.id == null) {
			this.id = reply();
		}
		return this.id;
	}

	/**
	 * Tell the instance what to do.
	 * @param command the command
	 * @return the reply
	 */
	synchronized String tell(String command) {
		id();
		this.commands.println(command);
		return reply();
	}

	private String reply() {
		try {
			String reply = this.replies.poll(LIMIT, TimeUnit.SECONDS);
			if (reply == null) {
				synchronized (this.output) {
					throw new IllegalStateException("No reply: " + String.join("\n", this.output));
				}
			}
			return reply;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return how many events the instance has received, in transactions that have not
	 * ended too.
	 * @return the number of events
	 */
	int events() {
		return this.events.get();
	}

	/**
	 * Return the CPU time that the instance has used since it was started.
	 * @return the CPU time
	 */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	/**
	 * Send a signal to the instance.
	 * @param signal the signal
	 */
	void signal(String signal) {
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(this.process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * End the instance without any chance to tidy up.
	 */
	void kill() {
		this.process.destroyForcibly();
	}

	@Override
	public void close() {
		kill();
	}

}
