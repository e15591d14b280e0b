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
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.SimulatedStream;

// A push that nginx takes, followed in the recording that grows with it
final class LivePush implements Runnable {

	private static final long LOOK_MILLIS = 100;

	private static final long TELL_NANOS = Duration.ofMillis(500).toNanos();

	private final long number;

	private final String clientId;

	private final StreamName name;

	private final SimulatedStream stream;

	private final String address;

	private final Path recording;

	private final Archive archive;

	private volatile boolean over;

	LivePush(long number, PublishCall call, String address, SimulatedStream stream, AccountDirectory directory,
			Archive archive) {
		this.number = number;
		this.clientId = call.clientId();
		this.name = call.stream();
		this.stream = stream;
		this.address = address;
		this.recording = directory.flv(this.name);
		this.archive = archive;
	}

	boolean isOf(String clientId) {
		return this.clientId.equals(clientId);
	}

	StreamName name() {
		return this.name;
	}

	SimulatedStream stream() {
		return this.stream;
	}

	Path recording() {
		return this.recording;
	}

	boolean isOver() {
		return this.over;
	}

	long recordedBytes() {
		return this.recording.toFile().length();
	}

	void end() {
		this.over = true;
	}

	@Override
	public void run() {
		RateMeter meter = new RateMeter(System.nanoTime());
		try (FlvReader reader = open()) {
			long told = System.nanoTime();
			while (reader != null && !this.over) {
				readAll(reader, meter);
				if (System.nanoTime() - told >= TELL_NANOS) {
					told = System.nanoTime();
					tell(meter, told);
				}
				Thread.sleep(LOOK_MILLIS);
			}
		}
		catch (IOException ex) {
			this.over = true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// The recording starts a moment after the callback of nginx
	@Nullable FlvReader open() throws IOException, InterruptedException {
		while (!this.over) {
			if (Files.exists(this.recording)) {
				return new FlvReader(this.recording);
			}
			Thread.sleep(LOOK_MILLIS);
		}
		return null;
	}

	private void readAll(FlvReader reader, RateMeter meter) throws IOException {
		for (FlvTag tag = reader.next(); tag != null; tag = reader.next()) {
			meter.add(tag, System.nanoTime());
		}
	}

	private void tell(RateMeter meter, long now) throws IOException {
		this.archive.read(this.name, this.number);
		if (this.stream.isLive()) {
			try {
				this.stream.change(meter.measure(this.address, now));
			}
			catch (IllegalStateException ex) {
				// Went offline in between
			}
		}
	}

	void cleanUp(AccountDirectory directory) throws IOException {
		this.archive.read(this.name, this.number);
		Files.deleteIfExists(directory.livePlaylist(this.name));
		Files.deleteIfExists(this.recording);
	}

}
