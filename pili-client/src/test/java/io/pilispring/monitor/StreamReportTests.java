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

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for reports from elsewhere between the rounds of a {@link HubMonitor}.
 */
@Timeout(30)
class StreamReportTests {

	private static final StreamMeasurement LIVE = StreamMeasurement.live().address("5.6.7.8:9").build();

	private final TestHub hub = new TestHub();

	private final List<StreamEvent> events = new CopyOnWriteArrayList<>();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private ApplicationEventPublisher publisher = (event) -> this.events.add((StreamEvent) event);

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void changeOfAWatchedStreamIsPublishedOnce() throws Exception {
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		this.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		run(monitor);
		assertThat(monitor.report(TestHub.id("cam1"), LIVE)).isTrue();
		assertThat(monitor.report(TestHub.id("cam1"), LIVE)).isFalse();
		assertThat(monitor.snapshot().stream("cam1").state()).isEqualTo(StreamState.CONNECTED);
		assertThat(monitor.snapshot().stream("cam1").measurement().address()).isEqualTo("5.6.7.8:9");
		this.hub.with("cam1", TestHub.live(9));
		run(monitor);
		assertThat(described()).containsExactly("Connected cam1");
		assertThat(monitor.snapshot().stream("cam1").measurement().bytesPerSecond()).isEqualTo(9);
		assertThat(monitor.report(TestHub.id("cam1"), StreamMeasurement.DISCONNECTED)).isTrue();
		this.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		run(monitor);
		assertThat(described()).containsExactly("Connected cam1", "Disconnected cam1");
	}

	@Test
	void changeThatTheMonitorSawFirstIsNotPublishedAgain() throws Exception {
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		this.hub.with("cam1", TestHub.live(9));
		run(monitor);
		assertThat(monitor.report(TestHub.id("cam1"), LIVE)).isFalse();
		this.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		run(monitor);
		assertThat(monitor.report(TestHub.id("cam1"), StreamMeasurement.DISCONNECTED)).isFalse();
		assertThat(described()).containsExactly("Connected cam1", "Disconnected cam1");
	}

	@Test
	void streamThatIsNotWatchedIsReportedToo() throws Exception {
		HubMonitor monitor = monitor(TestHub.settings());
		assertThat(monitor.report(TestHub.id("guest"), LIVE)).isTrue();
		run(monitor);
		assertThat(monitor.report(TestHub.id("guest"), LIVE)).isFalse();
		assertThat(monitor.snapshot().streams()).isEmpty();
		assertThat(monitor.report(TestHub.id("guest"), StreamMeasurement.DISCONNECTED)).isTrue();
		assertThat(monitor.report(TestHub.id("guest"), StreamMeasurement.DISCONNECTED)).isFalse();
		assertThat(described()).containsExactly("Connected guest", "Disconnected guest");
	}

	@Test
	void endOfAStreamThatIsNotKnownIsAChange() {
		HubMonitor monitor = monitor(TestHub.settings());
		assertThat(monitor.report(TestHub.id("guest"), StreamMeasurement.DISCONNECTED)).isTrue();
		assertThat(monitor.report(TestHub.id("guest"), StreamMeasurement.DISCONNECTED)).isFalse();
		assertThat(described()).containsExactly("Disconnected guest");
	}

	@Test
	void listenersAreNotifiedOfTheReportOfAWatchedStreamAlone() throws Exception {
		List<Long> connected = new ArrayList<>();
		HubMonitor monitor = monitor(TestHub.settings("cam1"), new SnapshotListener() {

			@Override
			public void onSnapshot(HubSnapshot before, HubSnapshot after) {
				connected.add(after.connectedStreams());
			}

		});
		this.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		run(monitor);
		connected.clear();
		monitor.report(TestHub.id("guest"), LIVE);
		assertThat(connected).isEmpty();
		monitor.report(TestHub.id("cam1"), LIVE);
		assertThat(connected).containsExactly(1L);
	}

	@Test
	void streamThatIsWatchedLaterIsNotPublishedAgain() throws Exception {
		HubMonitor monitor = monitor(TestHub.connectedSettings(10));
		assertThat(monitor.report(TestHub.id("a"), LIVE)).isTrue();
		this.hub.with("a", TestHub.live(9));
		run(monitor);
		assertThat(monitor.snapshot().streams()).containsOnlyKeys(TestHub.id("a"));
		this.hub.with("a", StreamMeasurement.DISCONNECTED);
		run(monitor);
		assertThat(monitor.snapshot().streams()).isEmpty();
		assertThat(monitor.report(TestHub.id("a"), StreamMeasurement.DISCONNECTED)).isFalse();
		this.hub.with("a", TestHub.live(9));
		run(monitor);
		assertThat(described()).containsExactly("Connected a", "Disconnected a", "Connected a");
	}

	@Test
	void responseThatIsOlderThanAReportDoesNotUndoIt() throws Exception {
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		this.hub.with("cam1", StreamMeasurement.DISCONNECTED);
		run(monitor);
		CountDownLatch requested = new CountDownLatch(1);
		CountDownLatch reported = new CountDownLatch(1);
		this.hub.duringMeasure = () -> {
			requested.countDown();
			await(reported);
		};
		Future<?> round = this.executor.submit(() -> {
			run(monitor);
			return null;
		});
		await(requested);
		monitor.report(TestHub.id("cam1"), LIVE);
		reported.countDown();
		round.get(20, TimeUnit.SECONDS);
		assertThat(monitor.snapshot().stream("cam1").state()).isEqualTo(StreamState.CONNECTED);
		assertThat(described()).containsExactly("Connected cam1");
	}

	@Test
	void listThatIsOlderThanAReportDoesNotDropTheStream() throws Exception {
		HubMonitor monitor = monitor(MonitorSettings.builder().connected(true).build());
		this.hub.with("a", TestHub.live(9));
		run(monitor);
		monitor.report(TestHub.id("a"), StreamMeasurement.DISCONNECTED);
		this.hub.with("a", StreamMeasurement.DISCONNECTED);
		CountDownLatch requested = new CountDownLatch(1);
		CountDownLatch reported = new CountDownLatch(1);
		this.hub.duringPage = () -> {
			requested.countDown();
			await(reported);
		};
		Future<?> round = this.executor.submit(() -> {
			run(monitor);
			return null;
		});
		await(requested);
		monitor.report(TestHub.id("a"), LIVE);
		reported.countDown();
		round.get(20, TimeUnit.SECONDS);
		assertThat(described()).containsExactly("Connected a", "Disconnected a", "Connected a");
	}

	@Test
	void frozenStreamIsStillLive() throws Exception {
		HubMonitor monitor = monitor(TestHub.settings("cam1"));
		this.hub.with("cam1", TestHub.live(9));
		run(monitor);
		this.hub.with("cam1", TestHub.live(0));
		run(monitor);
		assertThat(monitor.report(TestHub.id("cam1"), LIVE)).isFalse();
		assertThat(monitor.snapshot().stream("cam1").state()).isEqualTo(StreamState.FROZEN);
	}

	@Test
	void eventsOfAStreamStayInOrderWhileAListenerIsSlow() throws Exception {
		CountDownLatch received = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		this.publisher = (event) -> {
			if (event instanceof StreamConnectedEvent) {
				received.countDown();
				await(released);
			}
			this.events.add((StreamEvent) event);
		};
		HubMonitor monitor = monitor(TestHub.settings());
		Future<?> first = this.executor.submit(() -> monitor.report("a", LIVE));
		await(received);
		Future<?> second = this.executor.submit(() -> monitor.report("a", StreamMeasurement.DISCONNECTED));
		second.get(20, TimeUnit.SECONDS);
		assertThat(this.events).isEmpty();
		released.countDown();
		first.get(20, TimeUnit.SECONDS);
		assertThat(described()).containsExactly("Connected a", "Disconnected a");
	}

	@Test
	void listenerThatFailsDoesNotFailTheReport() {
		this.publisher = (event) -> {
			throw new IllegalStateException("listener");
		};
		HubMonitor monitor = monitor(TestHub.settings());
		assertThat(monitor.report("a", LIVE)).isTrue();
		this.publisher = (event) -> this.events.add((StreamEvent) event);
		assertThat(monitor.report("a", StreamMeasurement.DISCONNECTED)).isTrue();
		assertThat(described()).containsExactly("Disconnected a");
	}

	@Test
	void onlySoManyStreamsAreRemembered() {
		StreamReports reports = new StreamReports();
		for (int i = 0; i <= StreamReports.MAX_REMEMBERED; i++) {
			reports.put("s" + i, StreamState.CONNECTED);
		}
		assertThat(reports.state("s0")).isNull();
		assertThat(reports.state("s1")).isEqualTo(StreamState.CONNECTED);
		assertThat(reports.isNewer("s1", System.nanoTime())).isFalse();
		assertThat(reports.isNewer("s1", System.nanoTime() - 60_000_000_000L)).isTrue();
	}

	@Test
	void monitorNeedNotRun() {
		PiliMonitor monitor = PiliMonitor.builder()
			.hub("main", this.hub, TestHub.settings())
			.publisher((event) -> this.publisher.publishEvent(event))
			.needed(() -> false)
			.build();
		assertThat(monitor.report("main", TestHub.id("a"), LIVE)).isTrue();
		assertThat(this.events).singleElement().satisfies((event) -> {
			assertThat(event.hubKey()).isEqualTo("main");
			assertThat(event.hub()).isEqualTo(TestHub.HUB);
			assertThat(event.stream().title()).isEqualTo("a");
		});
		assertThatIllegalArgumentException().isThrownBy(() -> monitor.report("other", "a", LIVE));
		assertThatIllegalArgumentException().isThrownBy(() -> monitor.report("main", null, LIVE));
		assertThatIllegalArgumentException().isThrownBy(() -> monitor.report("main", "a", null));
	}

	private List<String> described() {
		return this.events.stream()
			.map((event) -> event.getClass().getSimpleName().replaceAll("Stream|Event", "") + " "
					+ event.stream().title())
			.toList();
	}

	private HubMonitor monitor(MonitorSettings settings, SnapshotListener... listeners) {
		return new HubMonitor("main", this.hub, settings, () -> {
		}, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), List.of(listeners),
				(event) -> this.publisher.publishEvent(event));
	}

	private void run(HubMonitor monitor) throws InterruptedException {
		assertThat(monitor.run(() -> true, this.executor).failure()).isNull();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
