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

package io.pilispring.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RequestSender}.
 */
class RequestSenderTests {

	private final RequestSender sender = new RequestSender();

	private ServerSocket server;

	@BeforeEach
	void listen() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.server.setSoTimeout(30_000);
	}

	@AfterEach
	void stop() throws IOException {
		this.server.close();
	}

	@Test
	void responseIsAwaitedForTheTimeoutOnly() throws Exception {
		CompletableFuture<Integer> status = send(Duration.ofMillis(50));
		try (Socket silent = this.server.accept()) {
			assertThat(silent.isConnected()).isTrue();
			assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(RequestSender.NO_RESPONSE);
		}
	}

	@Test
	void whatIsInProgressCanBeAborted() throws Exception {
		CompletableFuture<Integer> status = send(Duration.ofMinutes(10));
		try (Socket silent = this.server.accept()) {
			readRequest(silent);
			this.sender.abort();
			assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(RequestSender.NO_RESPONSE);
		}
	}

	@Test
	void requestWithABodyIsNotRepeatedByItself() throws Exception {
		CompletableFuture<Integer> status = send(Duration.ofSeconds(30));
		try (Socket rude = this.server.accept()) {
			readRequest(rude);
		}
		assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(RequestSender.NO_RESPONSE);
		this.server.setSoTimeout(100);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this.server::accept);
	}

	@Test
	void connectionIsClosedAfterTheResponse() throws Exception {
		CompletableFuture<Integer> status = send(Duration.ofSeconds(30));
		try (Socket socket = this.server.accept()) {
			readRequest(socket);
			socket.getOutputStream().write("HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n".getBytes());
			assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(201);
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	void whatCannotBeSentHasNoResponse() {
		for (String url : new String[] { "nonsense", "http://127.0.0.1:1/", "http:///" }) {
			assertThat(this.sender.send(new OutgoingRequest("GET", url, Map.of(), new byte[0], Duration.ofSeconds(30))))
				.as(url)
				.isEqualTo(RequestSender.NO_RESPONSE);
		}
	}

	private CompletableFuture<Integer> send(Duration timeout) {
		OutgoingRequest request = new OutgoingRequest("POST", "http://127.0.0.1:" + this.server.getLocalPort() + "/",
				Map.of("X-Test", "1"), new byte[] { 'e', 'n', 'd' }, timeout);
		return CompletableFuture.supplyAsync(() -> this.sender.send(request));
	}

	private static void readRequest(Socket socket) throws IOException {
		socket.setSoTimeout(30_000);
		InputStream in = socket.getInputStream();
		StringBuilder text = new StringBuilder();
		while (!text.toString().endsWith("\r\n\r\nend")) {
			int next = in.read();
			assertThat(next).isNotNegative();
			text.append((char) next);
		}
		assertThat(text).contains("X-Test: 1", "Connection: close");
	}

}
