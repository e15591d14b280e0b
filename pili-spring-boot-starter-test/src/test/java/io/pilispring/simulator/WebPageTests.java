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
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a web page that is open in a browser on this machine can do to the
 * simulator: nothing.
 */
class WebPageTests {

	private static PiliSimulator simulator;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		simulator = PiliSimulator.builder().start();
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@ParameterizedTest
	@CsvSource({ "GET, mappings", "POST, mappings", "DELETE, mappings", "POST, mappings/save", "GET, requests",
			"POST, reset", "POST, shutdown", "GET, settings", "POST, settings", "GET, files", "PUT, files/a.json",
			"POST, recordings/start", "GET, docs", "GET, webapp", "GET, health", "GET, version",
			"GET, certs/wiremock-ca.crt", "OPTIONS, mappings" })
	void adminApiIsClosed(String method, String path) throws Exception {
		String proxy = "{\"request\":{\"method\":\"ANY\"},\"response\":{\"proxyBaseUrl\":\"http://example.com\"}}";
		HttpResponse<String> response = send(
				request("/__admin/" + path).method(method, BodyPublishers.ofString(proxy)));
		assertThat(response.statusCode()).isIn(401, 404);
		assertThat(response.body()).doesNotContain("pili-simulator", "mappings\" :");
		assertThat(send(request("/v1/streams?hub=x").GET()).body()).contains("401");
		assertThat(simulator.wireMock().getStubMappings()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example.com", "null", "http://192.0.2.1",
			"http://localhost.evil.example.com", "file://", "chrome-extension://abc" })
	void requestOfAnotherOriginIsRejected(String origin) throws Exception {
		assertThat(send(request("/status/get/prefop?id=x").header("Origin", origin).GET()).statusCode()).isEqualTo(403);
		assertThat(send(request("/v2/hubs").header("Origin", origin).GET()).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:80", "http://app.localhost" })
	void requestOfThisMachineIsNot(String origin) throws Exception {
		assertThat(send(request("/status/get/prefop?id=x").header("Origin", origin).GET()).statusCode()).isEqualTo(612);
	}

	@ParameterizedTest
	@CsvSource({ "evil.example.com, 403", "192.0.2.1:80, 403", "127.0.0.1.evil.example.com, 403", "localhost:1, 612",
			"127.0.0.1, 612", "[::1]:5, 612" })
	void nameThatLeadsHereIsRejectedUnlessTheRequestIsSigned(String host, int status) throws Exception {
		assertThat(raw("GET /status/get/prefop?id=x HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 " + status);
	}

	@Test
	void stubCannotReachAnotherMachine() throws Exception {
		simulator.wireMock()
			.stubFor(WireMock.get("/elsewhere").willReturn(WireMock.aResponse().proxiedFrom("http://192.0.2.1")));
		try {
			HttpResponse<String> response = send(request("/elsewhere").GET());
			assertThat(response.statusCode()).isEqualTo(500);
			assertThat(response.body()).contains("denied in WireMock");
		}
		finally {
			simulator.reset();
		}
	}

	@Test
	void stubReachesThisMachine() throws Exception {
		int port;
		try (ServerSocket closed = new ServerSocket(0)) {
			port = closed.getLocalPort();
		}
		simulator.wireMock()
			.stubFor(WireMock.get("/here").willReturn(WireMock.aResponse().proxiedFrom("http://127.0.0.1:" + port)));
		try {
			assertThat(send(request("/here").GET()).body()).doesNotContain("denied in WireMock");
		}
		finally {
			simulator.reset();
		}
	}

	private static HttpRequest.Builder request(String target) {
		return HttpRequest.newBuilder(URI.create(simulator.apiHost() + target));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private static String raw(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", URI.create(simulator.apiHost()).getPort())) {
			socket.setSoTimeout(30_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
