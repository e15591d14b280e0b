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
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that Jetty or WireMock cannot read.
 */
class UnreadableRequestTests {

	private PiliSimulator simulator;

	private TestClient client;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.start();
		this.client = new TestClient(this.simulator);
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?hub=%zz", "?%zz", "?hub=%", "?hub=%2", "?hub=test-hub&title=%%32", "?hub=%-1" })
	void malformedQueryIsRefusedLikeAnyOther(String query) throws IOException {
		Answer unsigned = exchange("GET /v1/streams" + query + " HTTP/1.1\r\n" + host(), "");
		assertThat(unsigned.status()).isEqualTo(401);
		assertThat(unsigned.json().get("message").stringValue()).isEqualTo("invalid authorization");
		Answer signed = exchange(signed("GET", "/v1/streams" + query), "");
		assertThat(signed.status()).isEqualTo(400);
		assertThat(signed.json().get("message").stringValue()).isEqualTo("malformed query");
	}

	@ParameterizedTest
	@CsvSource({ "GET,/v1/streams/z1.test-hub.abcd?%zz,404", "DELETE,/v1/streams/z1.test-hub.abcd?%zz,404",
			"GET,/v1/streams/z1.test-hub.abcd?a=%zz&,404", "GET,/v1/streams/z1.test-hub.abcd/segments?start=%,400",
			"PUT,/v1/streams?%zz,405", "GET,/nowhere?%zz,404" })
	void malformedQueryIsSignedAsItStandsOnTheRequestLine(String method, String target, int status) throws IOException {
		assertThat(exchange(signed(method, target), "").status()).isEqualTo(status);
	}

	@Test
	void version2AnswersWithItsOwnErrorBody() throws IOException {
		assertThat(exchange("GET /v2/hubs?%zz HTTP/1.1\r\n" + host(), "").json().get("error").stringValue())
			.isEqualTo("unauthorized");
		Answer signed = exchange(signed("GET", "/v2/hubs/test-hub/streams?prefix=%zz"), "");
		assertThat(signed.status()).isEqualTo(400);
		assertThat(signed.json().get("error").stringValue()).isEqualTo("bad request");
		Answer unreadable = exchange("POST /v2/hubs/test-hub/streams HTTP/1.1\r\n" + host()
				+ "Content-Type: multipart/form-data\r\nContent-Length: 3\r\n", "%zz");
		assertThat(unreadable.status()).isIn(400, 401);
		assertThat(unreadable.json().get("error").isString()).isTrue();
		Answer compressed = exchange("POST /v2/hubs/test-hub/streams HTTP/1.1\r\n" + host()
				+ "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n", "%zz");
		assertThat(compressed.status()).isEqualTo(400);
		assertThat(compressed.json().get("error").stringValue()).isEqualTo("bad request");
	}

	@Test
	void malformedQueryIsRefusedWhereNoSignatureIsNeeded() throws IOException {
		Answer answer = exchange("GET /status/get/prefop?id=%zz HTTP/1.1\r\n" + host(), "");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("error").intValue()).isEqualTo(400001);
	}

	@Test
	void stubsAndJournalSeeRequestsWithAMalformedQuery() throws IOException {
		this.simulator.wireMock()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/v1/streams"))
				.withQueryParam("hub", WireMock.equalTo("%zz"))
				.willReturn(WireMock.aResponse().withStatus(503).withHeader("X-Reqid", "mine").withBody("{}")));
		assertThat(exchange("GET /v1/streams?hub=%zz HTTP/1.1\r\n" + host(), "").status()).isEqualTo(503);
		this.simulator.wireMock().verify(1, WireMock.getRequestedFor(WireMock.urlPathEqualTo("/v1/streams")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json; charset=nope", "application/json; charset=", ";;;charset=nope",
			"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=nope",
			"multipart/form-data" })
	void bodyThatCannotBeReadIsABadRequest(String contentType) throws IOException {
		Answer answer = exchange(
				"POST /v1/streams HTTP/1.1\r\n" + host() + "Content-Type: " + contentType + "\r\nContent-Length: 3\r\n",
				"%zz");
		assertThat(answer.status()).isIn(400, 401);
		assertThat(answer.json().get("error").intValue()).isEqualTo(answer.status() * 1000 + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Encoding: gzip", "Transfer-Encoding: chunked" })
	void bodyInAnotherEncodingThanItSaysIsABadRequest(String header) throws IOException {
		String length = (header.startsWith("Transfer")) ? "" : "Content-Length: 4\r\n";
		Answer answer = exchange("POST /v1/streams HTTP/1.1\r\n" + host() + "Content-Type: application/json\r\n"
				+ length + header + "\r\n", "zz\r\n");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("error").intValue()).isEqualTo(400001);
		assertThat(answer.json().get("message").stringValue()).startsWith("the request cannot be read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /v1/streams/%zz HTTP/1.1\r\nHost: a", "PUT /v1/streams/%00 HTTP/1.1\r\nHost: a",
			"GET /../../v1 HTTP/1.1\r\nHost: a", "GET /v1/streams HTTP/1.1\r\nAccept: a",
			"GET /v1/streams HTTP/1.1\r\nHost: a\r\nHost: b", "OPTIONS * HTTP/1.1\r\nHost: a:1",
			"GET * HTTP/1.1\r\nHost: a", "GET http://b/v1/streams HTTP/1.1\r\nHost: a", "nonsense\r\nHost: a" })
	void headThatCannotBeReadIsABadRequest(String head) throws IOException {
		Answer answer = exchange(head + "\r\nConnection: close\r\n", "");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("error").intValue()).isEqualTo(400001);
		assertThat(answer.json().get("message").stringValue()).startsWith("the request cannot be read");
	}

	private String host() {
		return "Host: " + this.client.authority() + "\r\nConnection: close\r\n";
	}

	private String signed(String method, String target) {
		return method + " " + target + " HTTP/1.1\r\n" + host() + "Authorization: "
				+ this.client.authorization(method, target, null, null) + "\r\n";
	}

	private Answer exchange(String head, String body) throws IOException {
		URI address = URI.create(this.simulator.apiHost());
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).contains("\r\nX-Reqid: ").doesNotContain("\tat ", "<html>");
			int status = Integer.parseInt(answer.substring(9, 12));
			assertThat(answer.toLowerCase(Locale.ROOT).contains("\r\ncontent-type: application/json\r\n"))
				.isEqualTo(status != 503);
			return new Answer(status, TestClient.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4)));
		}
	}

	private record Answer(int status, JsonNode json) {

	}

}
