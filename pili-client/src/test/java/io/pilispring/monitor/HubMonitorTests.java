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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.PiliError;
import io.pilispring.PiliServerException;
import io.pilispring.monitor.HubSnapshot.Round;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HubMonitor}.
 */
@Timeout(30)
class HubMonitorTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private final TestHub hub = new TestHub();

	private final List<StreamEvent> events = new CopyOnWriteArrayList<>();

	private final List<Round> rounds = new CopyOnWriteArrayList<>();

	private final AtomicInteger turns = new AtomicInteger();

	private final AtomicBoolean active = new AtomicBoolean(true);

	private final ExecutorService executor = Executors.newCachedThreadPool();

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void nothingIsKnownBeforeTheFirstRound() {
		HubSnapshot snapshot = monitor(TestHub.settings("cam1")).snapshot();
		assertThat(snapshot.hub()).isEqualTo(TestHub.HUB);
		assertThat(snapshot.apiHost()).isEqualTo("pili.example.com");
		assertThat(snapshot.lastRound()).isNull();
		assertThat(snapshot.sampledAt()).isNull();
		assertThat(snapshot.streams()).isEmpty();
	}

	@Test
	void namedStreamsAreFoundOnceAndSampledEveryRound() throws Exception {
		this.hub.with("cam1", TestHub.live(1000)).with("other", TestHub.live(1));
		HubMonitor monitor = monitor(TestHub.settings("cam1", TestHub.id("cam2")));
		run(monitor);
		run(monitor);
		assertThat(monitor.snapshot().streams()).containsOnlyKeys(TestHub.id("cam1"), TestHub.id("cam2"));
		assertThat(monitor.snapshot().stream("cam1")).satisfies((stream) -> {
			assertThat(stream.state()).isEqualTo(StreamState.CONNECTED);
			assertThat(stream.measurement().bytesPerSecond()).isEqualTo(1000);
			assertThat(stream.title()).isEqualTo("cam1");
			assertThat(stream.sampledAt()).isEqualTo(NOW);
		});
		assertThat(monitor.snapshot().stream(TestHub.id("cam1"))).isSameAs(monitor.snapshot().stream("cam1"));
		assertThat(monitor.snapshot().stream("cam2").state()).isEqualTo(StreamState.DISCONNECTED);
		assertThat(monitor.snapshot().connectedStreams()).isOne();
		assertThat(this.hub.searches).hasValue(2);
		assertThat(this.hub.probes).hasValue(0);
	}

	@Test
	void streamThatDoesNotExistYetIsLookedForAgain() throws Exception {
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		run(monitor);
		assertThat(monitor.snapshot().named()).isEmpty();
		assertThat(monitor.snapshot().sampledAt()).isEqualTo(NOW);
		this.hub.with("cam1", TestHub.live(1));
		run(monitor);
		assertThat(monitor.snapshot().named()).containsEntry("cam1", TestHub.id("cam1"));
	}

	@Test
	void hubAloneIsProbed() throws Exception {
		run(monitor(TestHub.settings()));
		assertThat(this.hub.probes).hasValue(1);
		assertThat(this.rounds).singleElement().satisfies((round) -> assertThat(round.failure()).isNull());
	}

	@Test
	void whateverIsLiveIsWatchedUpToACap() throws Exception {
		this.hub.with("a", TestHub.live(9)).with("b", TestHub.live(9)).with("c", TestHub.live(9));
		this.hub.with("d", StreamMeasurement.DISCONNECTED);
		HubMonitor monitor = monitor(TestHub.connectedSettings(2));
		run(monitor);
		assertThat(monitor.snapshot().streams()).containsOnlyKeys(TestHub.id("a"), TestHub.id("b"));
	}

	@Test
	void streamThatLeavesTheListOfLiveOnesIsNoLongerWatched() throws Exception {
		this.hub.with("a", TestHub.live(9)).with("b", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.connectedSettings(10));
		run(monitor);
		this.hub.with("a", StreamMeasurement.DISCONNECTED);
		run(monitor);
		assertThat(monitor.snapshot().streams()).containsOnlyKeys(TestHub.id("b"));
		assertThat(this.events).extracting(this::describe)
			.containsExactly("Connected a", "Connected b", "Disconnected a");
	}

	@Test
	void batchesHoldAHundredAndRunSideBySide() throws Exception {
		String[] ids = new String[250];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = TestHub.id("cam" + i);
		}
		CyclicBarrier together = new CyclicBarrier(3);
		this.hub.duringMeasure = () -> await(together);
		run(monitor(TestHub.settings(ids)));
		assertThat(this.hub.batchSizes).containsExactlyInAnyOrder(100, 100, 50);
		assertThat(this.hub.mostUnderWay).hasValue(3);
	}

	@Test
	void noMoreCallsThanAllowedAreUnderWay() throws Exception {
		String[] ids = new String[2000];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = TestHub.id("cam" + i);
		}
		run(monitor(TestHub.settings(ids)));
		assertThat(this.hub.batchSizes).hasSize(20);
		assertThat(this.hub.mostUnderWay.get()).isLessThanOrEqualTo(4);
	}

	@Test
	void failedRoundKeepsWhatWasSeenAndTellsNothingOfStreams() throws Exception {
		this.hub.with("cam1", TestHub.live(1));
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		run(monitor);
		this.hub.failure = new PiliServerException("POST /v1/statuses", new PiliError(503, null, "busy", "r1"));
		run(monitor);
		assertThat(monitor.snapshot().lastRound().failure()).isSameAs(this.hub.failure);
		assertThat(monitor.snapshot().stream("cam1").state()).isEqualTo(StreamState.CONNECTED);
		assertThat(this.events).hasSize(1);
		this.hub.failure = null;
		run(monitor);
		assertThat(monitor.snapshot().lastRound().failure()).isNull();
		assertThat(this.events).hasSize(1);
	}

	@Test
	void eventsFireOncePerChangeUnderFlapping() throws Exception {
		HubMonitor monitor = monitor(TestHub.settings(TestHub.id("cam1")));
		double[] rates = { -1, 9, 9, 0, 0, 9, -1, -1, 9, 0, -1 };
		for (double rate : rates) {
			this.hub.with("cam1", (rate < 0) ? StreamMeasurement.DISCONNECTED : TestHub.live(rate));
			run(monitor);
		}
		assertThat(this.events).extracting(this::describe)
			.containsExactly("Connected cam1", "Frozen cam1", "Resumed cam1", "Disconnected cam1", "Connected cam1",
					"Frozen cam1", "Disconnected cam1");
	}

	@Test
	void silenceEndsTheRoundBeforeTheCallReturns() throws Exception {
		CountDownLatch blackHole = new CountDownLatch(1);
		CountDownLatch told = new CountDownLatch(1);
		this.hub.duringMeasure = () -> await(blackHole);
		MonitorSettings settings = MonitorSettings.builder()
			.streams(List.of(TestHub.id("cam1")))
			.timeout(Duration.ofMillis(20))
			.build();
		HubMonitor monitor = monitor(settings, new SnapshotListener() {

			@Override
			public void onRound(HubSnapshot snapshot, Round round) {
				told.countDown();
			}

		});
		Future<Round> round = this.executor.submit(() -> run(monitor));
		assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(round).isNotDone();
		assertThat(monitor.snapshot().lastRound().failure()).isInstanceOf(RoundTimeoutException.class)
			.hasMessageContaining("PT0.02S");
		blackHole.countDown();
		assertThat(round.get(20, TimeUnit.SECONDS).failure()).isInstanceOf(RoundTimeoutException.class);
		assertThat(this.rounds).as("told once").hasSize(1);
		assertThat(monitor.snapshot().streams()).as("an answer that came too late").isEmpty();
	}

	@Test
	void nothingIsToldAfterTheStop() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.hub.with("cam1", TestHub.live(1));
		this.hub.duringMeasure = () -> {
			started.countDown();
			await(answer);
		};
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		Future<Round> round = this.executor.submit(() -> run(monitor));
		assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
		this.active.set(false);
		answer.countDown();
		round.get(20, TimeUnit.SECONDS);
		assertThat(this.events).isEmpty();
		assertThat(monitor.snapshot().streams()).isEmpty();
		this.active.set(true);
		run(monitor);
		assertThat(this.events).as("told once, after the restart").hasSize(1);
	}

	@Test
	void eventsThatAStopLeavesUntoldAreToldAfterTheNextStart() throws Exception {
		this.hub.with("cam1", TestHub.live(1)).with("cam2", TestHub.live(1)).with("cam3", TestHub.live(1));
		HubMonitor monitor = monitor(TestHub.settings("cam1", "cam2", "cam3"), (event) -> {
			this.events.add((StreamEvent) event);
			this.active.set(this.events.size() != 1);
		});
		run(monitor);
		assertThat(this.events).extracting(this::describe).containsExactly("Connected cam1");
		this.active.set(true);
		this.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		run(monitor);
		assertThat(this.events).extracting(this::describe)
			.containsExactly("Connected cam1", "Connected cam2", "Connected cam3", "Disconnected cam1");
	}

	@Test
	void listenerThatTakesLongHoldsNoLock() throws Exception {
		this.hub.with("cam1", TestHub.live(1));
		CountDownLatch telling = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		HubMonitor monitor = monitor(TestHub.settings("cam1"), (event) -> {
			telling.countDown();
			await(goOn);
		});
		Future<Round> round = this.executor.submit(() -> run(monitor));
		assertThat(telling.await(20, TimeUnit.SECONDS)).isTrue();
		HubLoop loop = new HubLoop(monitor, null, null);
		this.executor.submit(loop::stop).get(20, TimeUnit.SECONDS);
		assertThat(round).isNotDone();
		goOn.countDown();
		round.get(20, TimeUnit.SECONDS);
	}

	@Test
	void eventListenerThatFailsDoesNotCostTheOthersTheirs() throws Exception {
		this.hub.with("cam1", TestHub.live(1)).with("cam2", TestHub.live(1));
		List<Throwable> failures = List.of(new IllegalStateException("broken listener"), new StackOverflowError());
		HubMonitor monitor = monitor(TestHub.settings("cam1", "cam2"), (event) -> {
			this.events.add((StreamEvent) event);
			sneakyThrow(failures.get(this.events.size() - 1));
		});
		assertThat(run(monitor).failure()).isNull();
		assertThat(this.events).extracting(this::describe).containsExactly("Connected cam1", "Connected cam2");
	}

	@Test
	void streamThatEndedBeforeItLeftTheListIsDisconnectedOnce() throws Exception {
		this.hub.with("a", TestHub.live(9)).with("b", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.connectedSettings(10));
		run(monitor);
		this.hub.duringPage = () -> this.hub.duringMeasure = () -> this.hub.with("a", StreamMeasurement.DISCONNECTED);
		run(monitor);
		this.hub.duringPage = () -> {
		};
		run(monitor);
		assertThat(monitor.snapshot().streams()).containsOnlyKeys(TestHub.id("b"));
		assertThat(this.events).extracting(this::describe)
			.containsExactly("Connected a", "Connected b", "Disconnected a");
	}

	@Test
	void failedRoundTellsNothingOfStreamsThatLeftTheList() throws Exception {
		this.hub.with("a", TestHub.live(9)).with("b", TestHub.live(9));
		HubMonitor monitor = monitor(TestHub.connectedSettings(10));
		run(monitor);
		this.events.clear();
		this.hub.with("a", StreamMeasurement.DISCONNECTED);
		this.hub.duringMeasure = () -> {
			throw new IllegalStateException("cut off");
		};
		assertThat(run(monitor).failure()).hasMessage("cut off");
		assertThat(this.events).isEmpty();
		assertThat(monitor.snapshot().streams()).containsOnlyKeys(TestHub.id("a"), TestHub.id("b"));
	}

	@Test
	void failedListingForgetsNoNamedStream() throws Exception {
		this.hub.with("cam1", TestHub.live(9));
		HubMonitor monitor = monitor(MonitorSettings.builder().streams(List.of("cam1")).connected(true).build());
		run(monitor);
		this.hub.duringPage = () -> {
			throw new IllegalStateException("no list");
		};
		run(monitor);
		this.hub.duringPage = () -> {
		};
		run(monitor);
		assertThat(this.hub.searches).hasValue(1);
	}

	@Test
	void answersAreSeenBeforeTheEndOfALongRound() throws Exception {
		String[] ids = new String[200];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = TestHub.id("cam" + i);
		}
		CountDownLatch blackHole = new CountDownLatch(1);
		AtomicInteger batches = new AtomicInteger();
		this.hub.duringMeasure = () -> {
			if (batches.incrementAndGet() == 2) {
				await(blackHole);
			}
		};
		HubMonitor monitor = monitor(TestHub.settings(ids));
		Future<Round> round = this.executor.submit(() -> run(monitor));
		Awaitility.await().until(() -> monitor.snapshot().streams().size() == 100);
		assertThat(round).isNotDone();
		blackHole.countDown();
		round.get(20, TimeUnit.SECONDS);
		assertThat(monitor.snapshot().streams()).hasSize(200);
	}

	@Test
	void listingLongerThanTheTimeoutIsNoSilence() throws Exception {
		this.hub.with("a", TestHub.live(9));
		this.hub.pages = 5;
		this.hub.duringPage = () -> pause(Duration.ofMillis(100));
		HubMonitor monitor = monitor(MonitorSettings.builder().connected(true).timeout(Duration.ofMillis(400)).build());
		assertThat(run(monitor).failure()).isNull();
	}

	@Test
	void roundLongerThanTheTimeoutIsNoSilence() throws Exception {
		String[] ids = new String[500];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = TestHub.id("cam" + i);
		}
		this.hub.duringMeasure = () -> pause(Duration.ofMillis(100));
		HubMonitor monitor = monitor(
				MonitorSettings.builder().streams(List.of(ids)).concurrency(1).timeout(Duration.ofMillis(400)).build());
		assertThat(run(monitor).failure()).isNull();
	}

	@Test
	void nobodyIsSilentBeforeTheFirstRequest() throws Exception {
		TestHub slow = new TestHub() {

			@Override
			public void probe() {
				// As while the HTTP client is built
				pause(Duration.ofMillis(100));
				super.probe();
			}

		};
		HubMonitor monitor = monitor(slow, MonitorSettings.builder().timeout(Duration.ofMillis(20)).build());
		assertThat(run(monitor).failure()).isNull();
	}

	@Test
	void everyRequestWaitsForItsTurn() throws Exception {
		String[] ids = new String[250];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = TestHub.id("cam" + i);
		}
		this.hub.pages = 4;
		run(monitor(MonitorSettings.builder().streams(List.of(ids)).connected(true).build()));
		// A look-up of each stream, the pages of the list, and the batches
		assertThat(this.hub.requests).hasValue(250 + 4 + 3);
		assertThat(this.turns).hasValue(this.hub.requests.get());
		run(monitor(TestHub.settings()));
		assertThat(this.turns).as("the probe").hasValue(this.hub.requests.get()).hasValue(258);
	}

	@Test
	void hubIsNotProbedWhereStreamsAreListed() throws Exception {
		run(monitor(TestHub.connectedSettings(10)));
		assertThat(this.hub.probes).hasValue(0);
	}

	@Test
	void errorOfAHubIsAFailureOfTheRound() throws Exception {
		this.hub.error = new StackOverflowError("deep");
		assertThat(run(monitor(TestHub.settings("cam1"))).failure()).hasMessageContaining("StackOverflowError")
			.hasCause(this.hub.error);
		assertThat(run(monitor(TestHub.settings(TestHub.id("cam1")))).failure()).hasCause(this.hub.error);
	}

	@Test
	void roundEndsWhereThereAreNoThreads() throws Exception {
		AtomicInteger threads = new AtomicInteger();
		HubMonitor monitor = monitor(TestHub.settings(TestHub.id("cam1")));
		Round round = monitor.run(this.active::get, (task) -> {
			if (threads.incrementAndGet() > 1) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			this.executor.execute(task);
		});
		assertThat(round.failure()).hasMessageContaining("native thread");
	}

	@Test
	void answersAfterTheEndOfAGivenUpRoundChangeNothing() throws Exception {
		String[] ids = new String[200];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = TestHub.id("cam" + i);
			this.hub.with("cam" + i, TestHub.live(1));
		}
		CountDownLatch blackHole = new CountDownLatch(1);
		this.hub.duringMeasure = () -> await(blackHole);
		HubMonitor monitor = monitor(
				MonitorSettings.builder().streams(List.of(ids)).timeout(Duration.ofMillis(20)).build());
		Future<Round> round = this.executor.submit(() -> run(monitor));
		Awaitility.await().until(() -> !this.rounds.isEmpty());
		blackHole.countDown();
		round.get(20, TimeUnit.SECONDS);
		assertThat(monitor.snapshot().streams()).isEmpty();
		assertThat(this.events).isEmpty();
		assertThat(this.rounds).hasSize(1);
	}

	@Test
	void resultsBeforeTheEndOfAGivenUpRoundCount() {
		String[] ids = new String[200];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = TestHub.id("cam" + i);
		}
		CountDownLatch blackHole = new CountDownLatch(1);
		CountDownLatch secondBatch = new CountDownLatch(1);
		AtomicInteger batches = new AtomicInteger();
		this.hub.duringMeasure = () -> {
			if (batches.incrementAndGet() == 2) {
				secondBatch.countDown();
				await(blackHole);
			}
		};
		RoundCalls calls = new RoundCalls(this.hub,
				MonitorSettings.builder().streams(List.of(ids)).concurrency(1).build(), () -> {
				}, this.executor, () -> NOW);
		calls.start(Map.of());
		await(secondBatch);
		calls.cancel(new RoundTimeoutException(Duration.ofSeconds(10)));
		assertThat(calls.takeResults()).hasSize(100);
		blackHole.countDown();
	}

	@Test
	void responseIsProgressWhileAnotherCallHangs() {
		String[] ids = IntStream.range(0, 200).mapToObj((i) -> TestHub.id("cam" + i)).toArray(String[]::new);
		AtomicLong nanos = new AtomicLong();
		CountDownLatch hangs = new CountDownLatch(1);
		CountDownLatch blackHole = new CountDownLatch(1);
		AtomicInteger batches = new AtomicInteger();
		this.hub.duringMeasure = () -> {
			if (batches.incrementAndGet() == 1) {
				await(hangs);
				nanos.set(Duration.ofSeconds(10).toNanos());
			}
			else {
				hangs.countDown();
				await(blackHole);
			}
		};
		RoundCalls calls = new RoundCalls(this.hub,
				MonitorSettings.builder().streams(List.of(ids)).concurrency(2).build(), () -> {
				}, this.executor, () -> NOW, nanos::get);
		calls.start(Map.of());
		Awaitility.await().until(() -> !calls.takeResults().isEmpty());
		nanos.set(Duration.ofSeconds(25).toNanos());
		assertThat(calls.isSilentFor(Duration.ofSeconds(15))).isFalse();
		assertThat(calls.isSilentFor(Duration.ofSeconds(14))).isTrue();
		blackHole.countDown();
	}

	@Test
	void callThatWaitsForItsTurnIsNoSilence() throws Exception {
		this.hub.with("cam1", TestHub.live(1));
		CountDownLatch waiting = new CountDownLatch(1);
		CountDownLatch turn = new CountDownLatch(1);
		CountDownLatch measuring = new CountDownLatch(1);
		CountDownLatch blackHole = new CountDownLatch(1);
		this.hub.duringMeasure = () -> {
			measuring.countDown();
			await(blackHole);
		};
		RoundCalls calls = new RoundCalls(this.hub, TestHub.settings("cam1"), () -> {
			// The first is the look-up
			if (this.turns.incrementAndGet() == 2) {
				waiting.countDown();
				await(turn);
			}
		}, this.executor, () -> NOW);
		calls.start(Map.of());
		await(waiting);
		assertThat(calls.isSilentFor(Duration.ZERO)).isFalse();
		turn.countDown();
		await(measuring);
		Awaitility.await().until(() -> calls.isSilentFor(Duration.ZERO));
		assertThat(calls.isSilentFor(Duration.ofMinutes(1))).isFalse();
		blackHole.countDown();
		assertThat(calls.awaitDone(Duration.ofSeconds(20))).isTrue();
		assertThat(calls.failure()).isNull();
	}

	@Test
	void turnThatFailsDoesNotHideSilence() throws Exception {
		RoundCalls calls = new RoundCalls(this.hub, TestHub.settings("cam1", "cam2"), () -> {
			if (this.turns.incrementAndGet() == 2) {
				throw new IllegalStateException("interrupted");
			}
		}, this.executor, () -> NOW);
		calls.start(Map.of());
		assertThat(calls.awaitDone(Duration.ofSeconds(20))).isTrue();
		assertThat(calls.failure()).hasMessage("interrupted");
		Awaitility.await().until(() -> calls.isSilentFor(Duration.ZERO));
	}

	@ParameterizedTest
	@CsvSource({ "99,1", "100,1", "101,2", "300,3", "400,4", "2000,4" })
	void threadsAreThatOfTheListAndAtMostOneForEachBatch(int streams, int expected) throws Exception {
		List<String> ids = IntStream.range(0, streams).mapToObj((i) -> TestHub.id("cam" + i)).toList();
		AtomicInteger threads = new AtomicInteger();
		monitor(MonitorSettings.builder().streams(ids).concurrency(4).build()).run(() -> true, (task) -> {
			threads.incrementAndGet();
			this.executor.execute(task);
		});
		assertThat(threads).hasValue(1 + expected);
	}

	@Test
	void listenerThatFailsDoesNotCostTheOthersTheirs() throws Exception {
		this.hub.with("cam1", TestHub.live(1));
		run(monitor(TestHub.settings("cam1"), new SnapshotListener() {

			@Override
			public void onSnapshot(HubSnapshot before, HubSnapshot after) {
				throw new IllegalStateException("broken listener");
			}

		}));
		assertThat(this.events).hasSize(1);
	}

	@Test
	void anyExceptionOfAHubIsAFailureOfTheRound() throws Exception {
		this.hub.failure = new IllegalStateException("a bug");
		Round round = run(monitor(TestHub.settings("cam1")));
		assertThat(round.failure()).hasMessage("a bug");
	}

	private HubMonitor monitor(MonitorSettings settings, SnapshotListener... others) {
		return monitor(this.hub, settings, (event) -> this.events.add((StreamEvent) event), others);
	}

	private HubMonitor monitor(TestHub hub, MonitorSettings settings) {
		return monitor(hub, settings, (event) -> this.events.add((StreamEvent) event));
	}

	private HubMonitor monitor(MonitorSettings settings, ApplicationEventPublisher publisher) {
		return monitor(this.hub, settings, publisher);
	}

	private HubMonitor monitor(TestHub hub, MonitorSettings settings, ApplicationEventPublisher publisher,
			SnapshotListener... others) {
		List<SnapshotListener> listeners = new ArrayList<>(List.of(others));
		listeners.add(new SnapshotListener() {

			@Override
			public void onRound(HubSnapshot snapshot, Round round) {
				HubMonitorTests.this.rounds.add(round);
			}

		});
		return new HubMonitor("piliHub", hub, settings, this.turns::incrementAndGet, () -> NOW, listeners, publisher);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneakyThrow(Throwable failure) throws T {
		throw (T) failure;
	}

	private static void pause(Duration duration) {
		await(new CountDownLatch(1), duration);
	}

	private Round run(HubMonitor monitor) throws InterruptedException {
		return monitor.run(this.active::get, this.executor);
	}

	private String describe(StreamEvent event) {
		return event.getClass().getSimpleName().replaceAll("Stream|Event", "") + " " + event.stream().title();
	}

	private static void await(CountDownLatch latch) {
		await(latch, Duration.ofSeconds(20));
	}

	private static void await(CountDownLatch latch, Duration limit) {
		try {
			latch.await(limit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(20, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException("not side by side", ex);
		}
	}

}
