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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.test.util.ReflectionTestUtils;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliServerException;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.testsupport.FaultProxy;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads and many faults: every answer is right, every failure has its reason, and
 * nothing is left over.
 */
class FaultyLoadTests {

	private static final Set<String> OWN_THREADS = Set.of("httpclient", "pili", "idle-connection");

	private static final long CALL_TIMEOUT_MILLIS = 20_000;

	private static final long TOLERANCE_MILLIS = 10_000;

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong slowest = new AtomicLong();

	private final Map<String, AtomicLong> explained = new ConcurrentHashMap<>();

	private final Map<String, AtomicLong> unexplained = new ConcurrentHashMap<>();

	@Test
	void tenThousandCallsLeaveNothingOver() throws Exception {
		long heapBefore;
		try (PiliSimulator simulator = PiliSimulator.start();
				FaultProxy proxy = FaultProxy.before(URI.create(simulator.apiHost()).getPort())) {
			try (HubApplication application = start(simulator, proxy)) {
				run(application.hub(), 16, 2_000, Duration.ofMinutes(1));
				heapBefore = heapInUse(simulator);
				this.calls.set(0);
				proxy.atRandom(0.1, 1);
				run(application.hub(), 16, 10_000, Duration.ofMinutes(5));
				proxy.calmDown();
				Awaitility.await().until(() -> leasedConnections(application) == 0);
			}
			assertThat(ownThreads()).isEmpty();
			assertThat(this.unexplained).isEmpty();
			Awaitility.await().until(() -> proxy.openConnections() == 0);
			long growth = heapInUse(simulator) - heapBefore;
			assertThat(growth).isLessThan(20_000_000);
			Figures.add("ten thousand calls", figures(proxy) + ", connections leased at the end 0, threads left 0"
					+ ", heap afterwards %+.1f MB".formatted(growth / 1e6));
		}
	}

	@Test
	void loadWithFaultsIsAnsweredRight() throws Exception {
		Duration duration = Duration.ofSeconds(Integer.getInteger("load.seconds", 60));
		try (PiliSimulator simulator = PiliSimulator.start();
				FaultProxy proxy = FaultProxy.before(URI.create(simulator.apiHost()).getPort());
				HubApplication application = start(simulator, proxy)) {
			proxy.atRandom(0.02, 2);
			run(application.hub(), 64, Long.MAX_VALUE, duration.dividedBy(4));
			long heapBefore = heapInUse(simulator);
			run(application.hub(), 64, Long.MAX_VALUE, duration.dividedBy(4).multipliedBy(3));
			proxy.calmDown();
			long growth = heapInUse(simulator) - heapBefore;
			assertThat(this.unexplained).isEmpty();
			assertThat(growth).isLessThan(30_000_000);
			Awaitility.await().until(() -> leasedConnections(application) == 0);
			Figures.add("load", "64 threads, " + duration.toSeconds() + " s: " + figures(proxy)
					+ ", heap %+.1f MB".formatted(growth / 1e6));
		}
	}

	private HubApplication start(PiliSimulator simulator, FaultProxy proxy) {
		return HubApplication.start(simulator, proxy.address(), "pili.retry.initial-interval=2ms",
				"pili.retry.jitter=1ms", "pili.retry.max-retries=6", "pili.read-timeout=2s",
				"pili.call-timeout=" + CALL_TIMEOUT_MILLIS + "ms");
	}

	private void run(PiliHub hub, int threads, long calls, Duration duration) throws Exception {
		long end = System.nanoTime() + duration.toNanos();
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<?>> callers = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				callers.add(executor.submit(() -> {
					while (this.calls.get() < calls && System.nanoTime() < end) {
						live(hub);
					}
				}));
			}
			for (Future<?> caller : callers) {
				caller.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	// The life of a stream; only its creation may fail
	private void live(PiliHub hub) {
		PiliStream stream = create(hub);
		if (stream == null) {
			return;
		}
		String id = stream.id();
		String key = "key-" + System.nanoTime();
		check("update", () -> stream.update((spec) -> spec.publishKey(key)).publishKey().equals(key));
		check("get", () -> {
			PiliStream again = hub.getStream(id);
			return again.id().equals(id) && key.equals(again.publishKey());
		});
		check("status", () -> !stream.status().connected());
		check("statuses", () -> hub.statuses(List.of(id)).keySet().equals(Set.of(id)));
		check("disable", () -> {
			stream.disable();
			return true;
		});
		check("segments", () -> stream.segments().segments().isEmpty());
		check("delete", () -> {
			stream.delete();
			return true;
		});
	}

	private PiliStream create(PiliHub hub) {
		long start = System.nanoTime();
		try {
			PiliStream stream = hub.createStream((spec) -> spec.publishSecurity(PublishSecurity.DYNAMIC));
			count(start);
			return stream;
		}
		catch (PiliConnectionException | PiliServerException ex) {
			count(start);
			this.explained.computeIfAbsent(ex.getClass().getSimpleName(), (name) -> new AtomicLong()).incrementAndGet();
		}
		catch (RuntimeException ex) {
			unexplained("create " + ex);
		}
		return null;
	}

	private void check(String call, Check check) {
		long start = System.nanoTime();
		try {
			if (!check.isRight()) {
				unexplained(call + ": wrong answer");
			}
		}
		catch (PiliException ex) {
			unexplained(call + ": " + ex);
		}
		count(start);
	}

	private void count(long start) {
		this.calls.incrementAndGet();
		long millis = (System.nanoTime() - start) / 1_000_000;
		this.slowest.accumulateAndGet(millis, Math::max);
		if (millis > CALL_TIMEOUT_MILLIS + TOLERANCE_MILLIS) {
			unexplained("did not end within its time");
		}
	}

	private void unexplained(String what) {
		this.unexplained.computeIfAbsent(what, (name) -> new AtomicLong()).incrementAndGet();
	}

	private String figures(FaultProxy proxy) {
		return "%d calls, faults %s, wrong answers 0, unexplained errors 0, failed creations %s, slowest %d ms of %d"
			.formatted(this.calls.get(), proxy.injected(), new TreeMap<>(this.explained), this.slowest.get(),
					CALL_TIMEOUT_MILLIS);
	}

	private static int leasedConnections(HubApplication application) throws IOException {
		Object transport = application.bean(PiliTransport.class);
		ClientHttpRequestFactory factory = (ClientHttpRequestFactory) ReflectionTestUtils.getField(transport,
				"requestFactory");
		Object request = factory.createRequest(URI.create("http://localhost"), HttpMethod.GET);
		Object pool = ReflectionTestUtils.getField(ReflectionTestUtils.getField(request, "httpClient"), "connManager");
		Object stats = ReflectionTestUtils.invokeMethod(pool, "getTotalStats");
		Integer leased = ReflectionTestUtils.invokeMethod(stats, "getLeased");
		return leased;
	}

	private static List<String> ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> OWN_THREADS.stream().anyMatch(name.toLowerCase()::startsWith))
			.filter((name) -> !name.startsWith("pili-simulator"))
			.collect(Collectors.toList());
	}

	// Without what the simulator remembers
	private static long heapInUse(PiliSimulator simulator) {
		simulator.reset();
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/**
	 * A call whose answer can be judged.
	 */
	interface Check {

		boolean isRight();

	}

}
