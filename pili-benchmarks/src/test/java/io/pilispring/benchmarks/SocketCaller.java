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

package io.pilispring.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The floor: a socket, signing, and Jackson into a record.
 */
final class SocketCaller implements Caller {

	private static final String LENGTH = "Content-Length: ";

	private final String host;

	private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

	SocketCaller(String host) {
		this.host = host;
	}

	@Override
	public void get() throws IOException {
		call("GET", "/v1/streams/" + Wire.id(Wire.TITLE), new byte[0]);
	}

	@Override
	public void create() throws IOException {
		call("POST", "/v1/streams", Callers.createBody());
	}

	private void call(String method, String path, byte[] body) throws IOException {
		String type = (body.length > 0) ? "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n"
				: "";
		byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + this.host + "\r\n" + type + "Authorization: "
				+ Callers.authorization(method, path, this.host, body) + "\r\n\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		byte[] request = new byte[head.length + body.length];
		System.arraycopy(head, 0, request, 0, head.length);
		System.arraycopy(body, 0, request, head.length, body.length);
		Connection connection = this.idle.poll();
		if (connection == null) {
			connection = new Connection(this.host);
		}
		byte[] answer = connection.call(request);
		this.idle.add(connection);
		Wire.MAPPER.readValue(answer, Wire.BareStream.class);
	}

	private static final class Connection {

		private final Socket socket;

		private final InputStream input;

		private final byte[] line = new byte[1024];

		Connection(String host) throws IOException {
			int colon = host.indexOf(':');
			this.socket = new Socket(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)));
			this.socket.setTcpNoDelay(true);
			this.input = new BufferedInputStream(this.socket.getInputStream());
		}

		byte[] call(byte[] request) throws IOException {
			this.socket.getOutputStream().write(request);
			int length = 0;
			for (String header = line(); !header.isEmpty(); header = line()) {
				if (header.startsWith(LENGTH)) {
					length = Integer.parseInt(header.substring(LENGTH.length()));
				}
			}
			return this.input.readNBytes(length);
		}

		private String line() throws IOException {
			int length = 0;
			for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
				if (next < 0) {
					throw new EOFException();
				}
				this.line[length++] = (byte) next;
			}
			return new String(this.line, 0, length - 1, StandardCharsets.ISO_8859_1);
		}

	}

}
