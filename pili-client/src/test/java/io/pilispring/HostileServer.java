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
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server that never comes to an end, in one of many ways.
 */
public final class HostileServer implements AutoCloseable {

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	private final ServerSocket server;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Behaviour behaviour;

	private HostileServer(Behaviour behaviour) {
		this.behaviour = behaviour;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	public static HostileServer that(Behaviour behaviour) {
		return new HostileServer(behaviour);
	}

	public String host() {
		return "http://127.0.0.1:" + this.server.getLocalPort();
	}

	/**
	 * Return how many connections there are that no client has closed.
	 */
	public long openConnections() {
		return this.sockets.stream().filter((socket) -> !socket.isClosed()).count();
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.sockets.add(socket);
				start(() -> serve(socket));
			}
			catch (IOException ex) {
				// The test is over
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			InputStream input = socket.getInputStream();
			input.read();
			Writer writer = new Writer(socket.getOutputStream());
			writer.write(this.behaviour.start);
			while (!Thread.currentThread().isInterrupted()) {
				writer.write(this.behaviour.repeated);
				if (this.closed.await(this.behaviour.pauseMillis, TimeUnit.MILLISECONDS)) {
					return;
				}
			}
		}
		catch (IOException ex) {
			// The client has gone
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "hostile-server");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	private record Writer(OutputStream output) {

		void write(String text) throws IOException {
			this.output.write(text.getBytes(StandardCharsets.ISO_8859_1));
			this.output.flush();
		}

	}

	/**
	 * What a server does for ever.
	 */
	public enum Behaviour {

		SAYS_NOTHING("", "", 20),

		DRIPS_ITS_HEAD(OK, "x", 20),

		DRIPS_HEADERS(OK, "x: y\r\n", 20),

		DRIPS_ITS_BODY(OK + "Content-Length: 1000000\r\n\r\n", " ", 20),

		DRIPS_CHUNKS(OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n", 20),

		DRIPS_TRAILERS(OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n", "x: y\r\n", 20),

		DRIPS_AN_ERROR("HTTP/1.1 500 No\r\nContent-Length: 1000000\r\n\r\n", " ", 20),

		SAYS_WAIT("", "HTTP/1.1 100 Continue\r\n\r\n", 20),

		STOPS_AFTER_ITS_HEAD(OK + "Content-Length: 10\r\n\r\n", "", 20);

		private final String start;

		private final String repeated;

		private final long pauseMillis;

		Behaviour(String start, String repeated, long pauseMillis) {
			this.start = start;
			this.repeated = repeated;
			this.pauseMillis = pauseMillis;
		}

	}

}
