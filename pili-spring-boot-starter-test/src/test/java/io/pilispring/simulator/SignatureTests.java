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
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

	private static PiliSimulator simulator;

	private static TestClient client;

	@BeforeAll
	static void start() {
		simulator = PiliSimulator.builder().credentials("test-ak", "test-sk").start();
		client = new TestClient(simulator);
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	static Stream<JsonNode> goldenRequests() throws IOException {
		return StreamSupport.stream(golden().get("authorization").spliterator(), false);
	}

	static JsonNode golden() throws IOException {
		try (InputStream in = SignatureTests.class.getResourceAsStream("/golden-v1.json")) {
			return TestClient.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	@ParameterizedTest
	@MethodSource("goldenRequests")
	void takesTheGoldenSignatureOverTheWire(JsonNode golden) throws IOException {
		assertThat(status(golden, golden.get("authorization").stringValue())).isNotIn(401, 599);
	}

	@ParameterizedTest
	@MethodSource("goldenRequests")
	void refusesTheGoldenSignatureWithOneCharacterChanged(JsonNode golden) throws IOException {
		String authorization = golden.get("authorization").stringValue();
		int position = authorization.length() - 5;
		char other = (authorization.charAt(position) != 'A') ? 'A' : 'B';
		String changed = authorization.substring(0, position) + other + authorization.substring(position + 1);
		assertThat(status(golden, changed)).isEqualTo(401);
	}

	@Test
	void refusesAnUnsignedRequestWithPilisErrorBody() {
		TestClient.Answer answer = client.unsigned("GET", "/v1/streams?hub=test-hub");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json().get("error").intValue()).isEqualTo(401001);
		assertThat(answer.text("message")).isNotBlank();
		assertThat(answer.reqId()).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Qiniu", "Qiniu test-ak", "Qiniu test-ak:", "Qiniu other:%s", "qiniu test-ak:%s",
			"QBox test-ak:%s", "Qiniu test-ak:%s=", "Qiniu  test-ak:%s" })
	void refusesMalformedAuthorization(String form) throws IOException {
		String good = client.authorization("GET", "/v1/streams?hub=test-hub", null, null);
		String signature = good.substring(good.indexOf(':') + 1);
		String head = "GET /v1/streams?hub=test-hub HTTP/1.1\r\nHost: " + client.authority() + "\r\nAuthorization: "
				+ form.formatted(signature) + "\r\nConnection: close\r\n\r\n";
		assertThat(exchange(head, "")).isEqualTo(401);
	}

	@Test
	void verifiesTheTargetAsItStandsOnTheRequestLine() {
		assertThat(client.get("/v1/streams?hub=test-hub&title=a%20b").status()).isEqualTo(200);
		assertThat(client.get("/v1/streams?hub=test%2Dhub").status()).isEqualTo(200);
		assertThat(client.get("/v1/streams/z1.test%2Dhub.abcd").status()).isEqualTo(400);
		assertThat(client.get("/v1/streams/a%2Fb").status()).isEqualTo(400);
		assertThat(client.get("/v1/streams?hub=test-hub&").status()).isEqualTo(200);
	}

	@Test
	void verifiesBeforeAnythingElse() {
		assertThat(client.unsigned("GET", "/nowhere").status()).isEqualTo(401);
		assertThat(client.unsigned("PUT", "/v1/streams").status()).isEqualTo(401);
		assertThat(client.get("/nowhere").status()).isEqualTo(404);
	}

	@Test
	void takesAGetWithContentTypeAndBody() throws IOException {
		String authorization = client.authorization("GET", "/v1/streams?hub=test-hub", "application/json", "{}");
		String head = "GET /v1/streams?hub=test-hub HTTP/1.1\r\nHost: " + client.authority()
				+ "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nAuthorization: " + authorization
				+ "\r\nConnection: close\r\n\r\n";
		assertThat(exchange(head, "{}")).isEqualTo(200);
	}

	@Test
	void tellsALoneQuestionMarkFromNone() throws IOException {
		assertThat(exchange(get("/v1/streams/z1.test-hub.abcd?", "/v1/streams/z1.test-hub.abcd"), "")).isEqualTo(401);
		assertThat(exchange(get("/v1/streams/z1.test-hub.abcd", "/v1/streams/z1.test-hub.abcd?"), "")).isEqualTo(401);
		assertThat(exchange(get("/v1/streams/z1.test-hub.abcd?", "/v1/streams/z1.test-hub.abcd?"), "")).isEqualTo(404);
	}

	private static String get(String target, String signedTarget) {
		return "GET " + target + " HTTP/1.1\r\nHost: " + client.authority() + "\r\nAuthorization: "
				+ client.authorization("GET", signedTarget, null, null) + "\r\nConnection: close\r\n\r\n";
	}

	private static int status(JsonNode golden, String authorization) throws IOException {
		URI uri = URI.create(golden.get("url").stringValue());
		String target = uri.getRawPath() + ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "");
		String body = (golden.get("body").isNull()) ? "" : golden.get("body").stringValue();
		StringBuilder head = new StringBuilder();
		head.append(golden.get("method").stringValue()).append(' ').append(target).append(" HTTP/1.1\r\n");
		head.append("Host: ").append(uri.getAuthority()).append("\r\nConnection: close\r\n");
		head.append("Authorization: ").append(authorization).append("\r\n");
		if (!golden.get("content_type").isNull()) {
			head.append("Content-Type: ").append(golden.get("content_type").stringValue()).append("\r\n");
			head.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
		}
		return exchange(head.append("\r\n").toString(), body);
	}

	private static int exchange(String head, String body) throws IOException {
		URI address = URI.create(simulator.apiHost());
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
			assertThat(answer).contains("X-Reqid: ");
			return Integer.parseInt(answer.substring(9, 12));
		}
	}

}
