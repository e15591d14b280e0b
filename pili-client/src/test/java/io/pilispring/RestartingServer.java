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

package io.pilispring;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;

/**
 * A server that keeps connections alive, and can be stopped and started at the same port.
 */
public final class RestartingServer implements AutoCloseable {

	private final int port;

	private volatile int status = 200;

	private long stoppedAt;

	private volatile Duration lastOutage = Duration.ZERO;

	private HttpServer server;

	private ExecutorService executor;

	private RestartingServer() {
		start(0);
		this.port = this.server.getAddress().getPort();
	}

	public static RestartingServer start() {
		return new RestartingServer();
	}

	private void start(int port) {
		this.server = Awaitility.await()
			.pollInterval(Duration.ofMillis(10))
			.atMost(Duration.ofSeconds(10))
			.ignoreExceptionsInstanceOf(BindException.class)
			.until(() -> HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500),
					Objects::nonNull);
		this.executor = Executors.newCachedThreadPool();
		this.server.setExecutor(this.executor);
		this.server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			byte[] body = "{}".getBytes();
			exchange.sendResponseHeaders(this.status, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	public int port() {
		return this.port;
	}

	public String host() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * Answer every request with this status.
	 */
	public void answer(int status) {
		this.status = status;
	}

	/**
	 * Close all connections and refuse new ones.
	 */
	public synchronized void stop() {
		this.stoppedAt = System.nanoTime();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	public synchronized void restart() {
		start(this.port);
		this.lastOutage = Duration.ofNanos(System.nanoTime() - this.stoppedAt);
	}

	/**
	 * Return how long the last restart really took.
	 */
	public Duration lastOutage() {
		return this.lastOutage;
	}

	@Override
	public void close() {
		stop();
	}

}
