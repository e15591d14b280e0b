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

package io.pilispring.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs everything in the calling thread when its time has come.
 */
class VirtualTime {

	private final List<Entry> entries = new ArrayList<>();

	Instant now = Instant.parse("2026-01-01T00:00:00Z");

	Error failure;

	int started;

	MonitorThreads threads() {
		this.started++;
		return new Threads();
	}

	void pass(Duration duration) {
		Instant end = this.now.plus(duration);
		for (Entry next = next(end); next != null; next = next(end)) {
			this.entries.remove(next);
			this.now = next.at();
			next.task().run();
		}
		this.now = end;
	}

	private Entry next(Instant end) {
		return this.entries.stream()
			.filter((entry) -> !entry.at().isAfter(end))
			.min(Comparator.comparing(Entry::at))
			.orElse(null);
	}

	/**
	 * What is scheduled after a stop is not refused, so that nobody relies on that.
	 */
	private final class Threads extends MonitorThreads {

		Threads() {
			super(false);
		}

		@Override
		void schedule(Duration delay, Runnable task) {
			VirtualTime.this.entries.add(new Entry(VirtualTime.this.now.plus(delay), task));
		}

		@Override
		void execute(Runnable task) {
			if (VirtualTime.this.failure != null) {
				throw VirtualTime.this.failure;
			}
			task.run();
		}

	}

	private record Entry(Instant at, Runnable task) {

	}

}
