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
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The body is given up after 8 MiB, but to close the answer some clients read what is
 * left of it.
 */
@ParameterizedClass
@EnumSource(HttpLibrary.class)
class EndlessResponseTests {

	@Parameter
	HttpLibrary library;

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 500 No\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n" })
	@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
	void endlessBodyIsNotReadToItsEnd(String head) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread thread = new Thread(() -> serve(server, head));
			thread.setDaemon(true);
			thread.start();
			PiliTransport transport = PiliServer.transportBuilder("http://127.0.0.1:" + server.getLocalPort())
				.requestFactory(this.library.requestFactory())
				.build();
			assertThatExceptionOfType(PiliException.class)
				.isThrownBy(() -> transport.send(ApiRequest.get("/v1/streams/{id}", "z.h.t")));
		}
	}

	private static void serve(ServerSocket server, String head) {
		byte[] chunk = new byte[64 * 1024];
		while (!server.isClosed()) {
			try (Socket socket = server.accept()) {
				OutputStream output = socket.getOutputStream();
				output.write(head.getBytes(StandardCharsets.US_ASCII));
				while (!server.isClosed()) {
					output.write(chunk);
				}
			}
			catch (IOException ex) {
				// The client has had enough
			}
		}
	}

}
