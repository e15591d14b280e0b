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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import io.pilispring.simulator.Push;

// Measures the rates of data that arrived in the last few seconds
final class RateMeter {

	private static final long WINDOW = Duration.ofSeconds(3).toNanos();

	private final Deque<Arrival> arrivals = new ArrayDeque<>();

	private final long start;

	RateMeter(long nanoTime) {
		this.start = nanoTime;
	}

	void add(FlvTag tag, long nanoTime) {
		boolean frame = !tag.isConfiguration();
		boolean data = !tag.isAudio() && !tag.isVideo();
		this.arrivals.add(new Arrival(nanoTime, tag.bytes().length, (frame && tag.isAudio()) ? 1 : 0,
				(frame && tag.isVideo()) ? 1 : 0, (data) ? 1 : 0));
	}

	Push measure(String address, long nanoTime) {
		while (!this.arrivals.isEmpty() && nanoTime - this.arrivals.peek().nanoTime() > WINDOW) {
			this.arrivals.remove();
		}
		double seconds = Math.max(1, Math.min(WINDOW, nanoTime - this.start) / 1e9);
		long bytes = 0;
		int audio = 0;
		int video = 0;
		int data = 0;
		for (Arrival arrival : this.arrivals) {
			bytes += arrival.bytes();
			audio += arrival.audio();
			video += arrival.video();
			data += arrival.data();
		}
		return new Push(address, Math.round(bytes / seconds), round(audio / seconds), round(video / seconds),
				round(data / seconds));
	}

	private static double round(double rate) {
		return Math.round(rate * 10) / 10.0;
	}

	private record Arrival(long nanoTime, int bytes, int audio, int video, int data) {

	}

}
