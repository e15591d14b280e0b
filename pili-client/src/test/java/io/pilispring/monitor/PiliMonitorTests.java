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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import io.pilispring.PiliError;
import io.pilispring.PiliTooManyRequestsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PiliMonitor}, in virtual time.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PiliMonitorTests {

	private final TestHub hub = new TestHub().with("cam1", TestHub.live(1));

	private final List<Object> events = new CopyOnWriteArrayList<>();

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
	void roundsAreNotAllTheSameTimeApart() {
		List<Instant> starts = new ArrayList<>();
		this.hub.duringMeasure = () -> starts.add(this.time.now);
		PiliMonitor monitor = monitor(true, Map.of("piliHub", this.hub));
		monitor.start();
		this.time.pass(Duration.ofMinutes(10));
		Set<Duration> pauses = new HashSet<>();
		for (int i = 1; i < starts.size(); i++) {
			pauses.add(Duration.between(starts.get(i - 1), starts.get(i)));
		}
		assertThat(pauses).anyMatch((pause) -> pause.compareTo(Duration.ofMillis(29_500)) > 0)
			.allMatch((pause) -> pause.compareTo(Duration.ofSeconds(33)) <= 0);
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
		assertThat(monitor.snapshot("one").stream("cam1")).isNotNull();
		assertThat(monitor.snapshot("one").stream("nope")).isNull();
		assertThat(monitor.snapshot("one").key()).isEqualTo("one");
		assertThatIllegalArgumentException().isThrownBy(() -> monitor.snapshot("three"))
			.withMessageContaining("'three'")
			.withMessageContaining("one, two");
	}

	@Test
	void samplesGrowStale() {
		PiliMonitor monitor = monitor(true, Map.of("piliHub", this.hub));
		Instant seenAt = this.time.now;
		assertThat(monitor.isStale("piliHub", seenAt)).isFalse();
		this.time.now = seenAt.plusSeconds(90);
		assertThat(monitor.isStale("piliHub", seenAt)).isFalse();
		this.time.now = seenAt.plusSeconds(91);
		assertThat(monitor.isStale("piliHub", seenAt)).isTrue();
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
		this.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.events).hasSize(2).last().isInstanceOf(StreamDisconnectedEvent.class);
		assertThat(monitor.snapshot("piliHub").stream("cam1").state()).isEqualTo(StreamState.DISCONNECTED);
	}

	@Test
	void restartDuringARoundLeavesOneLoop() {
		PiliMonitor monitor = monitor(true, Map.of("piliHub", this.hub));
		this.hub.duringMeasure = () -> {
			this.hub.duringMeasure = () -> {
			};
			monitor.stop();
			monitor.start();
		};
		monitor.start();
		this.time.pass(Duration.ofSeconds(2));
		int rounds = this.hub.batchSizes.size();
		this.time.pass(Duration.ofMinutes(10));
		assertThat(this.hub.batchSizes.size() - rounds).isBetween(18, 23);
	}

	@RepeatedTest(5)
	void restartsAtAnyMomentLeaveOneLoop() throws Exception {
		PiliMonitor monitor = PiliMonitor.builder()
			.hub("piliHub", this.hub,
					MonitorSettings.builder()
						.streams(List.of(TestHub.id("cam1")))
						.interval(Duration.ofMillis(20))
						.build())
			.maxCallsPerSecond(10_000)
			.build();
		for (int i = 0; i < 20; i++) {
			monitor.start();
			int rounds = this.hub.batchSizes.size();
			Awaitility.await()
				.pollInterval(Duration.ofMillis(1))
				.atMost(Duration.ofSeconds(30))
				.until(() -> this.hub.batchSizes.size() > rounds);
			monitor.stop();
		}
		monitor.start();
		assertThat(this.hub.mostUnderWay).hasValue(1);
		monitor.stop();
		int rounds = this.hub.batchSizes.size();
		Awaitility.await().during(Duration.ofMillis(100)).until(() -> this.hub.batchSizes.size() <= rounds + 1);
	}

	@Test
	void whateverIsThrownBetweenTwoRoundsTheNextComes() {
		PiliMonitor monitor = builder(Map.of("piliHub", this.hub)).publisher((event) -> {
			throw new StackOverflowError();
		}).build();
		monitor.start();
		this.time.pass(Duration.ofSeconds(1));
		for (String wait : List.of("999999999", "9223372036", "251000000000")) {
			this.hub.failure = new PiliTooManyRequestsException("GET /v1/streams",
					new PiliError(429, null, null, null, Duration.ofSeconds(Long.parseLong(wait))));
			this.time.pass(Duration.ofMinutes(6));
			assertThat(failure(monitor)).isSameAs(this.hub.failure);
			this.hub.failure = null;
			this.time.pass(Duration.ofMinutes(6));
			assertThat(failure(monitor)).as(wait).isNull();
		}
		this.time.failure = new OutOfMemoryError("unable to create native thread");
		this.time.pass(Duration.ofMinutes(1));
		int rounds = this.hub.batchSizes.size();
		this.time.failure = null;
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.hub.batchSizes).hasSizeGreaterThan(rounds);
	}

	@Test
	void nothingIsPublishedAfterTheStop() {
		PiliMonitor monitor = monitor(true, Map.of("piliHub", this.hub));
		this.hub.duringMeasure = monitor::stop;
		monitor.start();
		this.time.pass(Duration.ofMinutes(5));
		assertThat(this.events).isEmpty();
		assertThat(monitor.snapshot("piliHub").streams()).isEmpty();
		assertThat(this.hub.batchSizes).hasSize(1);
	}

	@Test
	void monitorWithoutHubsDoesNotRun() {
		PiliMonitor monitor = monitor(true, Map.of());
		monitor.start();
		assertThat(monitor.isRunning()).isFalse();
		assertThat(this.time.started).isZero();
	}

	@Test
	void startsWithTheApplicationUnlessSwitchedOff() {
		assertThat(builder(Map.of()).build().isAutoStartup()).isTrue();
		assertThat(builder(Map.of()).autoStartup(false).build().isAutoStartup()).isFalse();
	}

	@Test
	void streamOfAnotherHubIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PiliMonitor.builder()
				.hub("piliHub", this.hub, MonitorSettings.builder().streams(List.of("z1.other.cam1")).build()))
			.withMessageContaining("'z1.other.cam1'")
			.withMessageContaining(TestHub.HUB);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PiliMonitor.builder()
				.hub("one", this.hub, TestHub.settings())
				.hub("one", this.hub, TestHub.settings()))
			.withMessageContaining("'one'");
	}

	@Test
	void idOfAStreamThatIsNotValidIsNamed() {
		TestHub strict = new TestHub() {

			@Override
			public boolean mayHave(String idOrTitle) {
				throw new IllegalArgumentException("an id has no spaces");
			}

		};
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PiliMonitor.builder().hub("piliHub", strict, TestHub.settings("a b")))
			.withMessage("'streams' has 'a b': an id has no spaces");
	}

	@Test
	void settingsAreThoseOfTheHub() {
		MonitorSettings settings = TestHub.settings("cam1");
		assertThat(PiliMonitor.builder().hub("piliHub", this.hub, settings).build().settings("piliHub"))
			.isSameAs(settings);
	}

	@Test
	void whatInstancesShareIsNotNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> PiliMonitor.builder().storeFailurePolicy(null))
			.withMessage("'storeFailurePolicy' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> PiliMonitor.builder().eventDelivery(null))
			.withMessage("'eventDelivery' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> new HubLease(null, 1, true, Duration.ZERO))
			.withMessage("'owner' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> new HubLease("this", 1, true, null))
			.withMessage("'remaining' must not be null");
	}

	@Test
	void allHubsShareOneLimitOfCalls() throws Exception {
		Map<String, MonitoredHub> hubs = new LinkedHashMap<>();
		List<TestHub> all = new ArrayList<>();
		for (int i = 0; i < 11; i++) {
			all.add(new TestHub());
			hubs.put("hub" + i, all.get(i));
		}
		long start = System.nanoTime();
		PiliMonitor.Builder builder = PiliMonitor.builder().maxCallsPerSecond(10);
		hubs.forEach(
				(key, hub) -> builder.hub(key, hub, MonitorSettings.builder().interval(Duration.ofMillis(10)).build()));
		PiliMonitor monitor = builder.build();
		monitor.start();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> all.stream().mapToInt((hub) -> hub.requests.get()).sum() >= 11);
		// A lower bound of the wait, which no slow machine can break
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000);
		monitor.stop();
	}

	@Test
	void hubThatHangsDelaysNoOther() {
		CountDownLatch blackHole = new CountDownLatch(1);
		TestHub hanging = new TestHub();
		hanging.duringMeasure = () -> await(blackHole);
		PiliMonitor.Builder builder = PiliMonitor.builder();
		for (int i = 0; i < 10; i++) {
			builder.hub("hub" + i, (i == 4) ? hanging : new TestHub().with("cam1", TestHub.live(1)),
					MonitorSettings.builder()
						.streams(List.of(TestHub.id("cam1")))
						.interval(Duration.ofMillis(20))
						.build());
		}
		PiliMonitor monitor = builder.publisher(this.events::add).maxCallsPerSecond(10_000).build();
		monitor.start();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> monitor.snapshots().values().stream().filter((hub) -> hub.lastRound() != null).count() == 9);
		assertThat(monitor.snapshot("hub4").lastRound()).isNull();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.events.size() == 9);
		assertThat(this.events).extracting((event) -> ((StreamEvent) event).hubKey())
			.containsExactlyInAnyOrder("hub0", "hub1", "hub2", "hub3", "hub5", "hub6", "hub7", "hub8", "hub9");
		blackHole.countDown();
		monitor.stop();
	}

	@Test
	void stopDoesNotWaitForAListenerThatTakesLong() throws Exception {
		CountDownLatch listening = new CountDownLatch(1);
		CountDownLatch never = new CountDownLatch(1);
		AtomicBoolean interrupted = new AtomicBoolean();
		this.hub.with("cam2", TestHub.live(1));
		PiliMonitor monitor = PiliMonitor.builder()
			.hub("piliHub", this.hub, TestHub.settings("cam1", "cam2"))
			.publisher((event) -> {
				this.events.add(event);
				listening.countDown();
				try {
					never.await();
				}
				catch (InterruptedException ex) {
					interrupted.set(true);
				}
			})
			.build();
		monitor.start();
		assertThat(listening.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(CompletableFuture.runAsync(monitor::stop)).succeedsWithin(Duration.ofSeconds(10));
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilTrue(interrupted);
		assertThat(this.events).as("no event after the stop").hasSize(1);
	}

	@Test
	void realThreadsStartAndEndWithTheMonitor() throws Exception {
		List<Thread> threads = new CopyOnWriteArrayList<>();
		CountDownLatch blackHole = new CountDownLatch(1);
		this.hub.duringMeasure = () -> {
			threads.add(Thread.currentThread());
			await(blackHole);
		};
		PiliMonitor monitor = PiliMonitor.builder().hub("piliHub", this.hub, TestHub.settings("cam1")).build();
		monitor.start();
		monitor.start();
		assertThat(monitor.isRunning()).isTrue();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !threads.isEmpty());
		assertThat(threads).singleElement().satisfies((thread) -> assertThat(thread.isDaemon()).isTrue());
		monitor.stop();
		monitor.stop();
		threads.get(0).join(30_000);
		assertThat(threads.get(0).isAlive()).as("interrupted by the stop").isFalse();
		assertThat(blackHole.getCount()).isOne();
	}

	@Test
	void timerIsADaemonAndEndsWithTheMonitor() {
		Set<Thread> before = timers();
		PiliMonitor monitor = PiliMonitor.builder().hub("piliHub", this.hub, TestHub.settings("cam1")).build();
		monitor.start();
		Set<Thread> started = timers();
		started.removeAll(before);
		assertThat(started).singleElement().satisfies((thread) -> assertThat(thread.isDaemon()).isTrue());
		monitor.stop();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !started.iterator().next().isAlive());
	}

	private static Set<Thread> timers() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("pili-monitor-timer"))
			.collect(Collectors.toCollection(HashSet::new));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void callsRunOnVirtualThreadsWhereAskedFor() {
		List<String> threads = new CopyOnWriteArrayList<>();
		this.hub.duringMeasure = () -> threads.add(Thread.currentThread().toString());
		PiliMonitor monitor = PiliMonitor.builder()
			.hub("piliHub", this.hub, TestHub.settings("cam1"))
			.virtualThreads(true)
			.build();
		monitor.start();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !threads.isEmpty());
		monitor.stop();
		assertThat(threads).allMatch((thread) -> thread.startsWith("VirtualThread"));
	}

	private RuntimeException failure(PiliMonitor monitor) {
		return monitor.snapshot("piliHub").lastRound().failure();
	}

	private PiliMonitor monitor(boolean needed, Map<String, MonitoredHub> hubs) {
		return builder(hubs).needed(() -> needed).build();
	}

	private PiliMonitor.Builder builder(Map<String, MonitoredHub> hubs) {
		PiliMonitor.Builder builder = PiliMonitor.builder()
			.publisher(this.events::add)
			.threads(this.time::threads)
			.time(() -> this.time.now)
			.maxCallsPerSecond(100_000);
		hubs.forEach((key, hub) -> builder.hub(key, hub, TestHub.settings("cam1")));
		return builder;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(60, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
