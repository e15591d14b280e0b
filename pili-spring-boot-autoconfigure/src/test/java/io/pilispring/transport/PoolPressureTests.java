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
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.hc.core5.util.Timeout;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;
import io.pilispring.autoconfigure.PiliTransportConfigurer;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.v1.MonitoredPiliHub;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests of calls that wait because the application itself uses every connection.
 */
@org.junit.jupiter.api.Timeout(120)
class PoolPressureTests {

	private static final int CONNECTIONS = 3;

	private final CountDownLatch release = new CountDownLatch(1);

	private final AtomicInteger held = new AtomicInteger();

	private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private HttpServer server;

	private PiliTransport impatient;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.release.countDown();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.connections.add(exchange.getRemoteAddress());
		this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
		if (exchange.getRequestURI().getPath().equals("/v1/held")) {
			this.held.incrementAndGet();
			await(this.release);
		}
		byte[] body = "{\"items\":[]}".getBytes();
		exchange.getRequestBody().readAllBytes();
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor" })
	void monitorDoesNotWaitForConnectionsOfTheApplication(String library) {
		run(library, "100ms", (builder) -> {
			PiliTransport transport = builder.build();
			hold(transport);
			assertThatExceptionOfType(PiliException.class).as("no connection is left")
				.isThrownBy(() -> this.impatient.send(ApiRequest.get("/v1/a")));
			PiliMonitor monitor = PiliMonitor.builder()
				.hub("piliHub", new MonitoredPiliHub(PiliHub.create("my-hub", transport)),
						MonitorSettings.builder().connected(true).interval(Duration.ofMillis(10)).build())
				.maxCallsPerSecond(100)
				.build();
			monitor.start();
			AtomicInteger rounds = new AtomicInteger();
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
				if (monitor.snapshot("piliHub").lastRound() != null) {
					assertThat(monitor.snapshot("piliHub").lastRound().failure()).isNull();
					rounds.incrementAndGet();
				}
				return rounds.get() >= 5;
			});
			monitor.stop();
			assertThat(this.release.getCount()).as("all connections were in use").isOne();
			transport.close();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty" })
	void waitThatTheCallTimeoutEndsWasNotSent(String library) {
		run(library, "20s", (builder) -> {
			PiliTransport transport = builder.callTimeout(Duration.ofSeconds(60)).build();
			hold(transport);
			PiliTransport hasty = builder.callTimeout(Duration.ofSeconds(1)).build();
			PiliTimeoutException failure = catchThrowableOfType(PiliTimeoutException.class,
					() -> hasty.send(ApiRequest.post("/v1/a").body("x")));
			assertThat(failure).hasMessage("POST /v1/a: aborted, because the call timeout has elapsed");
			assertThat(failure.notSent()).isTrue();
			releaseAndDrain(transport);
			assertThat(this.requests).as("not sent later either").doesNotContain("POST /v1/a");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty" })
	void interruptionWhileWaitingIsNoTimeoutAndWasNotSent(String library) {
		run(library, "20s", (builder) -> {
			AtomicInteger retries = new AtomicInteger();
			PiliTransport transport = builder.retry(() -> () -> 0L)
				.retryListener((retried, failed) -> retries.incrementAndGet())
				.build();
			hold(transport);
			// Jetty cannot be interrupted while it waits to write a body
			ApiRequest request = (library.equals("jetty")) ? ApiRequest.get("/v1/b")
					: ApiRequest.post("/v1/b").body("x");
			CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
			CompletableFuture<Throwable> failure = new CompletableFuture<>();
			Thread caller = new Thread(() -> {
				try {
					transport.send(request);
				}
				catch (Throwable ex) {
					interrupted.complete(Thread.currentThread().isInterrupted());
					failure.complete(ex);
				}
			});
			caller.start();
			Awaitility.await().until(() -> caller.getState().name().contains("WAITING"));
			caller.interrupt();
			assertThat(failure.get(30, TimeUnit.SECONDS)).isInstanceOf(PiliConnectionException.class)
				.isNotInstanceOf(PiliTimeoutException.class)
				.hasMessage(request + ": the thread was interrupted")
				.satisfies((ex) -> assertThat(((PiliConnectionException) ex).notSent()).isTrue());
			assertThat(interrupted.get()).isTrue();
			assertThat(retries).hasValue(0);
			releaseAndDrain(transport);
			assertThat(this.requests).as("not sent later either").doesNotContain(request.toString());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = "http-components")
	void waitForThePoolOpensNoMoreConnectionsAndFailsNoCreation(String library) {
		run(library, "100ms", (builder) -> {
			AtomicInteger retries = new AtomicInteger();
			PiliTransport transport = builder.callTimeout(Duration.ofSeconds(60))
				.retry(RetrySettings.create().initialInterval(Duration.ofMillis(20)))
				.retryListener((request, failure) -> retries.incrementAndGet())
				.build();
			hold(transport);
			long start = System.nanoTime();
			List<Future<ApiResponse>> calls = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				calls.add(this.executor.submit(() -> transport.send(ApiRequest.post("/v1/a").body("x"))));
			}
			// Several times as long as one attempt without retries would wait
			Awaitility.await().until(() -> System.nanoTime() - start > 500_000_000);
			this.release.countDown();
			for (Future<ApiResponse> call : calls) {
				assertThat(call.get(60, TimeUnit.SECONDS).body()).isEqualTo("{\"items\":[]}");
			}
			assertThat(this.requests.stream().filter("POST /v1/a"::equals)).as("each created once").hasSize(20);
			assertThat(this.connections).hasSize(CONNECTIONS);
			assertThat(retries).hasValue(0);
		});
	}

	// Whatever the HTTP client has kept in its queue is sent before the last of these
	private void releaseAndDrain(PiliTransport transport) {
		this.release.countDown();
		for (int i = 0; i < 20 * CONNECTIONS; i++) {
			transport.send(ApiRequest.get("/v1/drain"));
		}
	}

	private void hold(PiliTransport transport) {
		for (int i = 0; i < CONNECTIONS; i++) {
			this.executor.execute(() -> transport.send(ApiRequest.get("/v1/held")));
		}
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.held.get() == CONNECTIONS);
	}

	private void run(String library, String connectTimeout, ThrowingConsumer test) {
		ClientHttpRequestFactoryBuilder<?> small = small(library, connectTimeout);
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ImperativeHttpClientAutoConfiguration.class, PiliAutoConfiguration.class,
					PiliHttpAutoConfiguration.class))
			.withBean("small", ClientHttpRequestFactoryBuilder.class, () -> small)
			.withPropertyValues("pili.connect-timeout=" + connectTimeout, "pili.read-timeout=60s",
					"pili.retry.enabled=false")
			.run((context) -> {
				PiliTransportConfigurer configurer = context.getBean(PiliTransportConfigurer.class);
				String host = "http://127.0.0.1:" + this.server.getAddress().getPort();
				this.impatient = configurer.configure(PiliServer.transportBuilder(host))
					.callTimeout(Duration.ofMillis(300))
					.build();
				test.accept(configurer.configure(PiliServer.transportBuilder(host)));
			});
	}

	private static ClientHttpRequestFactoryBuilder<?> small(String library, String connectTimeout) {
		return switch (library) {
			case "jetty" -> ClientHttpRequestFactoryBuilder.jetty()
				.withHttpClientCustomizer((client) -> client.setMaxConnectionsPerDestination(CONNECTIONS));
			case "reactor" -> {
				ConnectionProvider pool = ConnectionProvider.create("small", CONNECTIONS);
				yield ClientHttpRequestFactoryBuilder.reactor().withHttpClientFactory(() -> HttpClient.create(pool));
			}
			default -> ClientHttpRequestFactoryBuilder.httpComponents()
				.withDefaultRequestConfigCustomizer((request) -> request
					.setConnectionRequestTimeout(Timeout.of(DurationStyle.detectAndParse(connectTimeout))))
				.withConnectionManagerCustomizer((manager) -> manager.setMaxConnPerRoute(CONNECTIONS));
		};
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A test with a transport.
	 */
	private interface ThrowingConsumer {

		void accept(PiliTransportBuilder builder) throws Exception;

	}

}
