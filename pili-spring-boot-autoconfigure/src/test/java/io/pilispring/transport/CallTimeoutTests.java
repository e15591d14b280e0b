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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.pilispring.HostileServer;
import io.pilispring.HostileServer.Behaviour;
import io.pilispring.HttpLibrary;
import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests that a call ends within its time whatever the peer does. The timeouts of the HTTP
 * client are much longer than any of these tests may take.
 */
@ParameterizedClass
@EnumSource(HttpLibrary.class)
@Timeout(30)
class CallTimeoutTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	// Generous for a busy machine, and half of what the HTTP client would wait
	private static final Duration BOUND = Duration.ofSeconds(10);

	@Parameter
	HttpLibrary library;

	@ParameterizedTest
	@EnumSource(Behaviour.class)
	void callEndsWithinItsTime(Behaviour behaviour) throws IOException {
		assumeThat(isPromised(behaviour)).isTrue();
		try (HostileServer server = HostileServer.that(behaviour)) {
			PiliTransport transport = transport(server.host()).build();
			long start = System.nanoTime();
			assertThatExceptionOfType(typeFor(behaviour)).isThrownBy(() -> transport.send(get()))
				.satisfies(PiliServer::hasNoSecret);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
			assertThat(Thread.interrupted()).isFalse();
		}
	}

	// HttpURLConnection cannot be aborted while it reads what follows a chunked body, and
	// the JDK's client does not read it
	private boolean isPromised(Behaviour behaviour) {
		return behaviour != Behaviour.DRIPS_TRAILERS
				|| (this.library != HttpLibrary.SIMPLE && this.library != HttpLibrary.JDK);
	}

	@Test
	void whatFollowsTheBodyIsNotReadByTheClientOfTheJdk() throws IOException {
		assumeThat(this.library).isEqualTo(HttpLibrary.JDK);
		try (HostileServer server = HostileServer.that(Behaviour.DRIPS_TRAILERS)) {
			PiliTransport transport = PiliServer.transportBuilder(server.host())
				.requestFactory(this.library.requestFactory())
				.build();
			assertThat(transport.send(get()).body()).isEqualTo("x");
		}
	}

	@Test
	void callsOfOthersEndWhileSomeCannotBeAborted() throws Exception {
		assumeThat(this.library).isEqualTo(HttpLibrary.SIMPLE);
		ExecutorService executor = Executors.newCachedThreadPool();
		try (HostileServer endless = HostileServer.that(Behaviour.DRIPS_TRAILERS);
				HostileServer server = HostileServer.that(Behaviour.DRIPS_HEADERS)) {
			int calls = 2 * AbortThreads.MAX_PLATFORM_THREADS;
			PiliTransport stuck = transport(endless.host()).build();
			for (int i = 0; i < calls; i++) {
				executor.execute(() -> stuck.send(get()));
			}
			Awaitility.await().until(() -> endless.openConnections() == calls);
			PiliTransport transport = PiliServer.transportBuilder(server.host())
				.requestFactory(HttpLibrary.HTTP_COMPONENTS.requestFactory())
				.callTimeout(SHORT)
				.build();
			for (int i = 0; i < 5; i++) {
				assertThatExceptionOfType(PiliTimeoutException.class).isThrownBy(() -> transport.send(get()));
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	// Two clients do not wait for the answer after the eighth of these, or the first
	private static Class<? extends PiliException> typeFor(Behaviour behaviour) {
		return (behaviour != Behaviour.SAYS_WAIT) ? PiliTimeoutException.class : PiliException.class;
	}

	@Test
	void messageSaysThatTheTimeIsUp() throws IOException {
		try (HostileServer server = HostileServer.that(Behaviour.DRIPS_HEADERS)) {
			PiliTransport transport = transport(server.host()).build();
			assertThatExceptionOfType(PiliTimeoutException.class).isThrownBy(() -> transport.send(get()))
				.withMessage("GET /v1/a: aborted, because the call timeout has elapsed")
				.satisfies((ex) -> assertThat(ex.notSent()).isFalse());
		}
	}

	// A server that writes nothing would not notice
	@ParameterizedTest
	@EnumSource(names = "DRIPS_.*", mode = Mode.MATCH_ALL)
	void noConnectionIsLeftOpen(Behaviour behaviour) throws IOException {
		assumeThat(isPromised(behaviour)).isTrue();
		try (HostileServer server = HostileServer.that(behaviour)) {
			assertThatExceptionOfType(PiliTimeoutException.class)
				.isThrownBy(() -> transport(server.host()).build().send(ApiRequest.post("/v1/a").body("x")));
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> server.openConnections() == 0);
		}
	}

	@Test
	void connectionThatNobodyAcceptsIsGivenUp() throws IOException {
		List<Socket> waiting = new ArrayList<>();
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			fillBacklog(server, waiting);
			PiliTransport transport = transport("http://127.0.0.1:" + server.getLocalPort()).build();
			long start = System.nanoTime();
			assertThatExceptionOfType(PiliTimeoutException.class).isThrownBy(() -> transport.send(get()));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
		}
		finally {
			for (Socket socket : waiting) {
				socket.close();
			}
		}
	}

	private static void fillBacklog(ServerSocket server, List<Socket> waiting) throws IOException {
		for (int i = 0; i < 8; i++) {
			Socket socket = new Socket();
			waiting.add(socket);
			try {
				socket.connect(server.getLocalSocketAddress(), 200);
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	@Test
	void attemptsAndPausesTogetherEndWithinTheTime() throws IOException {
		AtomicInteger retries = new AtomicInteger();
		String host;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			host = "http://127.0.0.1:" + socket.getLocalPort();
		}
		PiliTransport transport = transport(host).retry(() -> () -> 20L)
			.retryListener((request, failure) -> retries.incrementAndGet())
			.build();
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> transport.send(get()))
			.satisfies((ex) -> assertThat(ex.notSent()).isTrue())
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSameSizeAs(new int[retries.get()]));
		assertThat(retries).hasPositiveValue();
	}

	@Test
	void threadThatWasInterruptedStaysInterrupted() throws IOException {
		try (HostileServer server = HostileServer.that(Behaviour.SAYS_NOTHING)) {
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(PiliConnectionException.class)
				.isThrownBy(() -> transport(server.host()).build().send(get()));
			boolean waitsInterruptibly = this.library != HttpLibrary.SIMPLE;
			assertThat(Thread.interrupted() || !waitsInterruptibly).isTrue();
		}
	}

	@Test
	void timeIsChecked() {
		for (Duration duration : new Duration[] { null, Duration.ZERO, Duration.ofMillis(-1), Duration.ofDays(2) }) {
			assertThatIllegalArgumentException().isThrownBy(() -> PiliTransport.builder().callTimeout(duration))
				.withMessage("'callTimeout' must be positive and at most a day, but is " + duration);
		}
	}

	private PiliTransportBuilder transport(String host) {
		return PiliServer.transportBuilder(host).requestFactory(this.library.requestFactory()).callTimeout(SHORT);
	}

	private static ApiRequest get() {
		return ApiRequest.get("/v1/a");
	}

}
