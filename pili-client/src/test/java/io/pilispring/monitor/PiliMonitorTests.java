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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PiliMonitor}, in virtual time.
 */
class PiliMonitorTests {

	private final TestHub hub = new TestHub().with("cam1", TestHub.live(1));

	private final List<Object> events = new ArrayList<>();

	private final VirtualTime time = new VirtualTime();

	@Test
	void roundsFollowEachOtherFromStartToStop() {
		PiliMonitor monitor = monitor(true, Map.of("piliHub", this.hub));
		assertThat(this.hub.batchSizes).as("before the start").isEmpty();
		monitor.start();
		assertThat(this.hub.batchSizes).as("at the start, nothing waits for PILI").isEmpty();
		this.time.pass(Duration.ofMillis(999));
		assertThat(this.hub.batchSizes).as("while the application starts").isEmpty();
		this.time.pass(Duration.ofMillis(1));
		assertThat(this.hub.batchSizes).hasSize(1);
		this.time.pass(Duration.ofSeconds(34));
		assertThat(this.hub.batchSizes).hasSize(2);
		this.time.pass(Duration.ofMinutes(5));
		assertThat(this.hub.batchSizes).hasSizeBetween(10, 14);
		int rounds = this.hub.batchSizes.size();
		monitor.stop();
		this.time.pass(Duration.ofMinutes(5));
		assertThat(this.hub.batchSizes).hasSize(rounds);
		assertThat(monitor.isRunning()).isFalse();
	}

	@Test
	void healthFollowsWithinTwoIntervals() {
		PiliMonitor monitor = monitor(true, Map.of("piliHub", this.hub));
		monitor.start();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(failure(monitor)).isNull();
		this.hub.failure = new IllegalStateException("gone");
		this.time.pass(Duration.ofSeconds(60));
		assertThat(failure(monitor)).hasMessage("gone");
		this.time.pass(Duration.ofHours(1));
		this.hub.failure = null;
		this.time.pass(Duration.ofSeconds(60));
		assertThat(failure(monitor)).isNull();
	}

	@Test
	void nothingRunsIfNobodyReads() {
		PiliMonitor monitor = monitor(false, Map.of("piliHub", this.hub));
		monitor.start();
		this.time.pass(Duration.ofHours(1));
		assertThat(monitor.isRunning()).isFalse();
		assertThat(this.hub.batchSizes).isEmpty();
		assertThat(this.time.started).isZero();
	}

	@Test
	void eachHubIsMonitoredOnItsOwn() {
		TestHub broken = new TestHub();
		broken.failure = new IllegalStateException("broken");
		Map<String, MonitoredHub> hubs = new LinkedHashMap<>();
		hubs.put("one", this.hub);
		hubs.put("two", broken);
		PiliMonitor monitor = monitor(true, hubs);
		monitor.start();
		this.time.pass(Duration.ofMinutes(1));
		assertThat(monitor.snapshots()).containsOnlyKeys("one", "two");
		assertThat(monitor.snapshots().get("one").lastRound().failure()).isNull();
		assertThat(monitor.snapshots().get("two").lastRound().failure()).hasMessage("broken");
		assertThat(monitor.stream("cam1")).isNotNull();
		assertThat(monitor.stream("nope")).isNull();
	}

	@Test
	void samplesGrowStale() {
		PiliMonitor monitor = monitor(true, Map.of("piliHub", this.hub));
		Instant seenAt = this.time.now;
		assertThat(monitor.isStale(seenAt)).isFalse();
		this.time.now = seenAt.plusSeconds(90);
		assertThat(monitor.isStale(seenAt)).isFalse();
		this.time.now = seenAt.plusSeconds(91);
		assertThat(monitor.isStale(seenAt)).isTrue();
	}

	@Test
	void startAfterAStopGoesOnWithoutTellingTwice() {
		PiliMonitor monitor = monitor(true, Map.of("piliHub", this.hub));
		monitor.start();
		this.time.pass(Duration.ofSeconds(1));
		monitor.stop();
		monitor.start();
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.events).singleElement().isInstanceOf(StreamConnectedEvent.class);
		assertThat(this.hub.batchSizes).hasSizeGreaterThan(1);
	}

	@Test
	void realThreadsStartAndEndWithTheMonitor() throws Exception {
		PiliMonitor monitor = new PiliMonitor(Map.of("piliHub", this.hub), TestHub.settings("cam1"), this.events::add,
				List.of(), () -> true, false);
		monitor.start();
		monitor.start();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> monitor.stream("cam1") != null);
		monitor.stop();
		monitor.stop();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().startsWith("pili-monitor")));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void callsRunOnVirtualThreadsWhereAskedFor() {
		List<String> threads = new CopyOnWriteArrayList<>();
		this.hub.duringMeasure = () -> threads.add(Thread.currentThread().toString());
		PiliMonitor monitor = new PiliMonitor(Map.of("piliHub", this.hub), TestHub.settings("cam1"), this.events::add,
				List.of(), () -> true, true);
		monitor.start();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> monitor.stream("cam1") != null);
		monitor.stop();
		assertThat(threads).isNotEmpty().allMatch((thread) -> thread.startsWith("VirtualThread"));
	}

	private RuntimeException failure(PiliMonitor monitor) {
		return monitor.snapshots().get("piliHub").lastRound().failure();
	}

	private PiliMonitor monitor(boolean needed, Map<String, MonitoredHub> hubs) {
		return new PiliMonitor(hubs, TestHub.settings("cam1"), this.events::add, List.of(), () -> needed, this.time,
				() -> this.time.now);
	}

	/**
	 * Runs everything in the calling thread when its time has come.
	 */
	private static final class VirtualTime extends MonitorThreads {

		private final List<Entry> entries = new ArrayList<>();

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		private int started;

		VirtualTime() {
			super(false);
		}

		void pass(Duration duration) {
			Instant end = this.now.plus(duration);
			for (Entry next = next(end); next != null; next = next(end)) {
				this.entries.remove(next);
				this.now = next.at();
				run(next.task());
			}
			this.now = end;
		}

		private Entry next(Instant end) {
			return this.entries.stream()
				.filter((entry) -> !entry.at().isAfter(end))
				.min(Comparator.comparing(Entry::at))
				.orElse(null);
		}

		private void run(Task task) {
			try {
				task.run();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		void start() {
			this.started++;
		}

		@Override
		void schedule(Duration delay, Task task) {
			this.entries.add(new Entry(this.now.plus(delay), task));
		}

		@Override
		void execute(Runnable task) {
			task.run();
		}

		@Override
		void stop() {
			this.entries.clear();
		}

		private record Entry(Instant at, Task task) {

		}

	}

}
