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

package io.pilispring.integration;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.pilispring.PiliException;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamState;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.testsupport.FaultProxy;
import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A long run: callers of both versions, a monitor of many streams, and connections that
 * break every minute. Nothing fails, and nothing grows.
 */
@EnabledIfSystemProperty(named = "soak.seconds", matches = "[1-9]\\d*")
class SoakTests {

	private static final int THREADS = 16;

	private static final int STREAMS = 500;

	private static final long PAUSE = Duration.ofMillis(40).toNanos();

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong slowest = new AtomicLong();

	private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();

	@Test
	void nothingFailsAndNothingGrows() throws Exception {
		long seconds = Integer.getInteger("soak.seconds");
		try (PiliSimulator simulator = PiliSimulator.start();
				FaultProxy proxy = FaultProxy.before(URI.create(simulator.apiHost()).getPort());
				HubApplication application = HubApplication.start(simulator, proxy.address(),
						"pili.hubs.live.api-version=v2", "pili.monitor.connected=true",
						"pili.monitor.max-connected=1000", "pili.monitor.interval=1s",
						"pili.monitor.max-calls-per-second=1000")) {
			List<SimulatedStream> streams = IntStream.range(0, STREAMS)
				.mapToObj((i) -> simulator.createStream("stream-%04d".formatted(i)))
				.toList();
			streams.forEach(SimulatedStream::goLive);
			PiliMonitor monitor = application.bean(PiliMonitor.class);
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> monitor.snapshots()
					.values()
					.stream()
					.allMatch((hub) -> hub.connectedStreams() == STREAMS));
			run(application, streams, proxy, Math.max(seconds / 6, 1));
			long heapBefore = heapInUse(simulator);
			int threadsBefore = Thread.activeCount();
			long callsBefore = this.calls.get();
			run(application, streams, proxy, seconds);
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> monitor.snapshots()
					.values()
					.stream()
					.allMatch((hub) -> isUp(hub) && hub.connectedStreams() == STREAMS));
			long growth = heapInUse(simulator) - heapBefore;
			assertThat(this.failures).isEmpty();
			assertThat(growth).isLessThan(20_000_000);
			assertThat(Thread.activeCount()).isLessThanOrEqualTo(threadsBefore + 5);
			Figures.add("soak",
					"%d s, %d threads, 2 x %d streams watched: %d calls, 0 failed, slowest %d ms, heap %+.1f MB"
						.formatted(seconds, THREADS, STREAMS, this.calls.get() - callsBefore, this.slowest.get(),
								growth / 1e6));
		}
	}

	private static boolean isUp(HubSnapshot hub) {
		return hub.lastRound() != null && hub.lastRound().failure() == null
				&& hub.streams().values().stream().noneMatch((stream) -> stream.state() == StreamState.FROZEN);
	}

	private void run(HubApplication application, List<SimulatedStream> streams, FaultProxy proxy, long seconds)
			throws Exception {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		long minute = TimeUnit.SECONDS.toNanos(Math.min(60, Math.max(seconds / 3, 1)));
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> callers = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				callers.add(executor.submit(() -> {
					while (System.nanoTime() < end) {
						call(application.hub(), application.liveHub(), random(streams));
						LockSupport.parkNanos(PAUSE);
					}
				}));
			}
			for (long next = System.nanoTime() + minute; next < end; next += minute) {
				LockSupport.parkNanos(Math.max(next - System.nanoTime(), 0));
				proxy.dropConnections();
				random(streams).change(Push.defaults().withBytesPerSecond(1000 + next % 1000));
			}
			for (Future<?> caller : callers) {
				caller.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static SimulatedStream random(List<SimulatedStream> streams) {
		return streams.get(ThreadLocalRandom.current().nextInt(streams.size()));
	}

	private void call(PiliHub hub, LiveHub liveHub, SimulatedStream stream) {
		long start = System.nanoTime();
		try {
			switch (ThreadLocalRandom.current().nextInt(6)) {
				case 0 -> assertThat(hub.stream(stream.id()).status().connected()).isTrue();
				case 1 -> assertThat(hub.getStream(stream.id()).title()).isEqualTo(stream.title());
				case 2 -> assertThat(hub.statuses(List.of(stream.id()))).hasSize(1);
				case 3 -> assertThat(liveHub.stream(stream.title()).liveStatus()).isPresent();
				case 4 -> assertThat(liveHub.liveStatuses(List.of(stream.title()))).hasSize(1);
				default -> assertThat(liveHub.streams((spec) -> spec.pageSize(100)).limit(10)).hasSize(10);
			}
		}
		catch (PiliException | AssertionError ex) {
			this.failures.computeIfAbsent(String.valueOf(ex), (text) -> new AtomicLong()).incrementAndGet();
		}
		this.calls.incrementAndGet();
		this.slowest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
	}

	private static long heapInUse(PiliSimulator simulator) {
		// Its journal grows up to a limit
		simulator.wireMock().resetRequests();
		Runtime runtime = Runtime.getRuntime();
		long least = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			System.gc();
			least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
		}
		return least;
	}

}
