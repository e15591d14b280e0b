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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

/**
 * A server that keeps connections alive, and can be stopped and started at the same port.
 */
public final class RestartingServer implements AutoCloseable {

	private final int port;

	private volatile int status = 200;

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
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	public synchronized void restart() {
		start(this.port);
	}

	@Override
	public void close() {
		stop();
	}

}
