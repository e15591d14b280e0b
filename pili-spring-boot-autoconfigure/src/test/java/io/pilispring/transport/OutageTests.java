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

package io.pilispring.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.RestartingServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests of what calls cost while PILI is down, and of how long an outage they survive.
 * With {@code -Doutage.seconds=60} an outage takes a minute, with the default settings.
 */
@Timeout(300)
class OutageTests {

	private static final int CALLS_PER_SECOND = 200;

	private static final int CALLERS = 64;

	private static final int SECONDS = Integer.getInteger("outage.seconds", 3);

	private static final int SCALE = 60 / SECONDS;

	private final LongAdder offered = new LongAdder();

	private final LongAdder begun = new LongAdder();

	private final LongAdder attempts = new LongAdder();

	private final LongAdder retries = new LongAdder();

	private final LongAdder nanosHeld = new LongAdder();

	private Duration latest = Duration.ZERO;

	private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();

	@ParameterizedTest
	@EnumSource
	void outageDoesNotMultiplyTheRequests(Outage outage) throws Exception {
		long begunInTime;
		try (RestartingServer server = RestartingServer.start()) {
			PiliTransport transport = transport(server.host(), HttpLibrary.HTTP_COMPONENTS).retry(scaled()).build();
			for (int i = 0; i < 50; i++) {
				transport.send(ApiRequest.get("/v1/a"));
			}
			this.attempts.reset();
			this.retries.reset();
			Closeable end = outage.begin(server);
			try {
				ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
				load(transport, callers, Duration.ofSeconds(SECONDS));
				begunInTime = this.begun.sum();
				callers.shutdown();
				assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
			}
			finally {
				end.close();
			}
		}
		double perCall = (double) this.attempts.sum() / this.begun.sum();
		System.out.printf(
				"Outage %s, %d s: %d calls of %d begun in time, %.3f requests a call, held %.0f ms, failures %s%n",
				outage, SECONDS, begunInTime, this.offered.sum(), perCall,
				this.nanosHeld.sum() / 1e6 / this.begun.sum(), new TreeMap<>(this.failures));
		assertThat(this.failures.values().stream().mapToInt(AtomicInteger::get).sum())
			.isEqualTo((int) this.begun.sum());
		assertThat(perCall).isLessThanOrEqualTo(1.1);
		assertThat(this.attempts.sum()).isEqualTo(this.begun.sum() + this.retries.sum());
	}

	// A budget and pauses that are to the test what the defaults are to a minute
	private static RetrySettings scaled() {
		return RetrySettings.create()
			.initialInterval(Duration.ofMillis(100 / SCALE))
			.jitter(Duration.ofMillis(50 / SCALE))
			.maxInterval(Duration.ofMillis(2000 / SCALE))
			.budget(RetryBudgetSettings.create().size(700 / SCALE));
	}

	// Again where the machine was so busy that it was another outage or another load
	@ParameterizedTest
	@EnumSource(HttpLibrary.class)
	void restartOfASecondFailsNoCall(HttpLibrary library) throws Exception {
		boolean asPlanned = false;
		for (int i = 0; i < 5 && !asPlanned; i++) {
			asPlanned = restart(library);
		}
		assumeThat(asPlanned).as("a restart of a second at a steady load").isTrue();
		assertThat(this.failures).isEmpty();
		assertThat(this.begun.sum()).isEqualTo(this.offered.sum()).isGreaterThan(200);
		assertThat(this.retries.sum()).isPositive();
	}

	private boolean restart(HttpLibrary library) throws Exception {
		reset();
		ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor();
		ExecutorService callers = Executors.newCachedThreadPool();
		try (RestartingServer server = RestartingServer.start()) {
			PiliTransport transport = transport(server.host(), library).build();
			restarts.schedule(server::stop, 500, TimeUnit.MILLISECONDS);
			restarts.schedule(server::restart, 1500, TimeUnit.MILLISECONDS);
			load(transport, callers, Duration.ofSeconds(2));
			callers.shutdown();
			assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
			System.out.printf(
					"Restart of %d ms, %s: %d calls, late by %d ms, %d retries, %.1f of the budget left, "
							+ "failures %s%n",
					server.lastOutage().toMillis(), library, this.begun.sum(), this.latest.toMillis(),
					this.retries.sum(), transport.retryBudget(ApiService.PILI).available(), this.failures);
			return server.lastOutage().toMillis() < 1100 && this.latest.toMillis() < 100;
		}
		finally {
			restarts.shutdownNow();
			callers.shutdownNow();
		}
	}

	private void reset() {
		this.offered.reset();
		this.begun.reset();
		this.retries.reset();
		this.failures.clear();
		this.latest = Duration.ZERO;
	}

	@Test
	void callsAreRetriedAgainAfterAnOutage() throws Exception {
		try (RestartingServer server = RestartingServer.start()) {
			PiliTransport transport = transport(server.host(), HttpLibrary.SIMPLE)
				.retry(RetrySettings.create()
					.initialInterval(Duration.ofMillis(1))
					.maxInterval(Duration.ofMillis(2))
					.jitter(Duration.ZERO)
					.budget(RetryBudgetSettings.create().size(6).refill(0.5)))
				.build();
			RetryBudget budget = transport.retryBudget(ApiService.PILI);
			server.answer(503);
			for (int i = 0; i < 5; i++) {
				call(transport);
			}
			assertThat(this.attempts.sum()).isEqualTo(5 + 6);
			assertThat(budget.isExhausted()).isTrue();
			server.answer(200);
			for (int i = 0; i < 8; i++) {
				call(transport);
			}
			assertThat(budget.isExhausted()).isFalse();
			server.answer(503);
			this.retries.reset();
			call(transport);
			assertThat(this.retries.sum()).isEqualTo(4);
		}
	}

	private PiliTransportBuilder transport(String host, HttpLibrary library) {
		return PiliServer.transportBuilder(host).requestFactory((uri, method) -> {
			this.attempts.increment();
			return library.requestFactory().createRequest(uri, method);
		}).retry(RetrySettings.create()).retryListener((request, failure) -> this.retries.increment());
	}

	// As many calls each second as the callers begin, whatever becomes of them
	private void load(PiliTransport transport, ExecutorService callers, Duration duration) throws Exception {
		long start = System.nanoTime();
		long calls = CALLS_PER_SECOND * duration.toMillis() / 1000;
		for (long i = 0; i < calls; i++) {
			long wait = start + i * 1_000_000_000L / CALLS_PER_SECOND - System.nanoTime();
			if (wait > 0) {
				TimeUnit.NANOSECONDS.sleep(wait);
			}
			else if (-wait > this.latest.toNanos()) {
				this.latest = Duration.ofNanos(-wait);
			}
			this.offered.increment();
			callers.execute(() -> call(transport));
		}
	}

	private void call(PiliTransport transport) {
		this.begun.increment();
		long start = System.nanoTime();
		try {
			transport.send(ApiRequest.get("/v1/a"));
		}
		catch (PiliException ex) {
			this.failures.computeIfAbsent(ex.getClass().getSimpleName(), (name) -> new AtomicInteger())
				.incrementAndGet();
		}
		finally {
			this.nanosHeld.add(System.nanoTime() - start);
		}
	}

	/**
	 * How a server is down.
	 */
	enum Outage {

		UNAVAILABLE {

			@Override
			Closeable begin(RestartingServer server) {
				server.answer(503);
				return () -> {
				};
			}

		},

		TOO_MANY_REQUESTS {

			@Override
			Closeable begin(RestartingServer server) {
				server.answer(429);
				return () -> {
				};
			}

		},

		REFUSED {

			@Override
			Closeable begin(RestartingServer server) {
				server.stop();
				return () -> {
				};
			}

		},

		// As a load balancer does that has no server left
		HANGS_UP {

			@Override
			Closeable begin(RestartingServer server) throws IOException {
				server.stop();
				ServerSocket socket = new ServerSocket(server.port(), 200, InetAddress.getLoopbackAddress());
				Thread thread = new Thread(() -> hangUp(socket));
				thread.setDaemon(true);
				thread.start();
				return socket;
			}

		};

		abstract Closeable begin(RestartingServer server) throws IOException;

		private static void hangUp(ServerSocket server) {
			while (!server.isClosed()) {
				try (Socket socket = server.accept()) {
					socket.getInputStream().read();
				}
				catch (IOException ex) {
					// The client has gone, or the test is over
				}
			}
		}

	}

}
