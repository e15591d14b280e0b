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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that writes the same bytes to whoever asks, whether they are HTTP or not, and
 * then hangs up or stays silent.
 */
public final class RawServer implements AutoCloseable {

	private final ServerSocket server;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final List<String> heads = new CopyOnWriteArrayList<>();

	private final byte[] answer;

	private final boolean hangUp;

	private RawServer(String answer, boolean hangUp) {
		this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
		this.hangUp = hangUp;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::serve);
	}

	public static RawServer thatHangsUpAfter(String answer) {
		return new RawServer(answer, true);
	}

	public static RawServer thatFallsSilentAfter(String answer) {
		return new RawServer(answer, false);
	}

	public String host() {
		return "http://127.0.0.1:" + this.server.getLocalPort();
	}

	/**
	 * Return the request lines and headers of what the server was asked, as they came.
	 */
	public List<String> heads() {
		return this.heads;
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.sockets.add(socket);
				// Not one after the other, because a client may open a connection in vain
				start(() -> answer(socket));
			}
			catch (IOException ex) {
				// The test is over
			}
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void answer(Socket socket) {
		try {
			String head = readHead(socket.getInputStream());
			if (head.isEmpty()) {
				return;
			}
			this.heads.add(head);
			socket.getOutputStream().write(this.answer);
			socket.getOutputStream().flush();
			if (this.hangUp) {
				socket.close();
			}
		}
		catch (IOException ex) {
			// The client has gone or the test is over
		}
	}

	private static String readHead(InputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		while (!head.toString().endsWith("\r\n\r\n")) {
			int next = input.read();
			if (next < 0) {
				break;
			}
			head.append((char) next);
		}
		return head.toString();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}
