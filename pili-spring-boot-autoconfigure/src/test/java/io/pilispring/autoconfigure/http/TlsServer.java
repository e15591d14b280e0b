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

package io.pilispring.autoconfigure.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import io.pilispring.Signature;

/**
 * A server in the place of PILI that speaks TLS alone, and that tells a client why it
 * refuses it.
 */
final class TlsServer implements AutoCloseable {

	private static final String ANSWER = """
			HTTP/1.1 200 OK\r
			Content-Type: application/json\r
			Content-Length: 26\r
			\r
			{"id":"z1.test-hub.title"}""";

	private final SSLContext context;

	private final SSLParameters parameters = new SSLParameters();

	private final ServerSocket server;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	TlsServer(SSLContext context, boolean clientCertificateNeeded, String... protocols) throws IOException {
		this.context = context;
		this.parameters.setProtocols(protocols);
		this.parameters.setNeedClientAuth(clientCertificateNeeded);
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(this::accept);
	}

	private static void start(Runnable runnable) {
		Thread thread = new Thread(runnable, "tls-server");
		thread.setDaemon(true);
		thread.start();
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

	private void serve(Socket plain) {
		try (plain) {
			try {
				SSLSocket socket = (SSLSocket) this.context.getSocketFactory()
					.createSocket(plain, null, plain.getPort(), false);
				socket.setUseClientMode(false);
				socket.setSSLParameters(this.parameters);
				socket.startHandshake();
				while (answer(socket)) {
					socket.getOutputStream().flush();
				}
			}
			catch (SSLException ex) {
				// To close with bytes unread would take the alert from the client
				plain.shutdownOutput();
				plain.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
		}
		catch (IOException ex) {
			// The client has gone
		}
	}

	private boolean answer(SSLSocket socket) throws IOException {
		InputStream input = socket.getInputStream();
		String head = readHead(input);
		if (head.isEmpty()) {
			return false;
		}
		String[] requestLine = head.substring(0, head.indexOf('\r')).split(" ");
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		head.lines()
			.skip(1)
			.filter((line) -> line.contains(":"))
			.forEach((line) -> headers.put(line.substring(0, line.indexOf(':')),
					line.substring(line.indexOf(':') + 1).strip()));
		byte[] body = input.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
		this.asked.add(new Asked(headers.get("Authorization"),
				Signature.of(requestLine[0], requestLine[1], headers.get("Host"), headers.get("Content-Type"), body)));
		socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
		return true;
	}

	private static String readHead(InputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		while (!head.toString().endsWith("\r\n\r\n")) {
			int next = input.read();
			if (next < 0) {
				return "";
			}
			head.append((char) next);
		}
		return head.toString();
	}

	String host() {
		return "https://localhost:" + this.server.getLocalPort();
	}

	/**
	 * Return what the server was asked over connections that both sides agreed to.
	 */
	List<Asked> asked() {
		return this.asked;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	record Asked(String authorization, String expectedAuthorization) {

	}

}
