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

package io.pilispring.sample.console;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what protects the console, and for how it tells problems.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigurePiliSimulator
@TestPropertySource(properties = { "sample.console.missing-programs=nginx,ffmpeg", "pili.hub=test-hub",
		"pili.hubs.studio.hub=studio-live", "pili.hubs.studio.api-version=v2" })
class ConsoleProtectionTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@Autowired
	private PiliSimulator simulator;

	@LocalServerPort
	private int port;

	@Test
	void formsWithoutTokenAreRefused() throws Exception {
		SimulatedStream stream = this.simulator.createStream("protected");
		HttpResponse<String> response = post("/hubs/piliHub/streams/" + stream.id() + "/delete",
				UnaryOperator.identity());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(this.simulator.streams()).hasSize(1);
	}

	@Test
	void apiIsForProgramsAndNotForForeignPages() throws Exception {
		assertThat(post("/api/hubs/piliHub/streams", UnaryOperator.identity()).statusCode()).isEqualTo(201);
		assertThat(post("/api/hubs/piliHub/streams", (request) -> request.header("Origin", "https://example.com"))
			.statusCode()).isEqualTo(403);
		assertThat(post("/api/hubs/piliHub/streams", (request) -> request.header("Sec-Fetch-Site", "cross-site"))
			.statusCode()).isEqualTo(403);
		assertThat(this.simulator.streams()).hasSize(1);
	}

	@Test
	void foreignNamesOfThisMachineAreRefused() throws Exception {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream()
				.write("GET / HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.startsWith("HTTP/1.1 400");
		}
	}

	@Test
	void pagesAllowOnlyOwnScripts() throws Exception {
		HttpResponse<String> response = get("/hubs/piliHub");
		assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("script-src 'self';")
			.contains("default-src 'none'")
			.doesNotContain("unsafe");
		assertThat(response.body()).doesNotContain("style=").doesNotContain("onclick");
	}

	@Test
	void secretsStayOffThePages() throws Exception {
		SimulatedStream stream = this.simulator.createStream("with-secrets");
		stream.goLive();
		for (String path : new String[] { "", "/recordings", "/settings", "/delete", "/rates" }) {
			HttpResponse<String> response = get("/hubs/piliHub/streams/" + stream.id() + path);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).doesNotContain(this.simulator.secretKey()).doesNotContain(stream.publishKey());
		}
	}

	@Test
	void secretsOfVersionTwoStayOffThePages() throws Exception {
		SimulatedHub hub = this.simulator.hub("studio-live");
		hub.setPublishSecurity("static", "the-publish-key");
		hub.goLive("with-secrets");
		for (String path : new String[] { "", "/settings", "/streams/with-secrets", "/streams/with-secrets/recordings",
				"/streams/with-secrets/settings", "/streams/with-secrets/rates", "/streams/with-secrets/state" }) {
			HttpResponse<String> response = get("/hubs/studio" + path);
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			assertThat(response.body()).as(path)
				.doesNotContain(this.simulator.secretKey())
				.doesNotContain("the-publish-key");
		}
		assertThat(post("/hubs/studio/streams/with-secrets/disable", UnaryOperator.identity()).statusCode())
			.isEqualTo(403);
		assertThat(post("/hubs/studio/streams/with-secrets/publish-address", UnaryOperator.identity()).statusCode())
			.isEqualTo(403);
		assertThat(hub.stream("with-secrets").isLive()).isTrue();
	}

	@Test
	void missingProgramsAreNamed() throws Exception {
		assertThat(get("/hubs/piliHub").body()).contains("No real media").contains("nginx, ffmpeg");
	}

	@Test
	void problemsOfPiliAreToldInPlainWordsWithTheRequestId() throws Exception {
		HttpResponse<String> unknown = get("/hubs/piliHub/streams/z1.test-hub.unknown");
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(unknown.body()).contains("PILI does not know this").contains("Request id");
		this.simulator.wireMock()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/v1/streams"))
				.willReturn(WireMock.status(503)
					.withHeader("X-Reqid", "the-request-id")
					.withBody("{\"error\":503001,\"message\":\"<script>busy</script>\"}")));
		HttpResponse<String> server = get("/hubs/piliHub");
		assertThat(server.statusCode()).isEqualTo(502);
		assertThat(server.body()).contains("PILI has a problem of its own")
			.contains("the-request-id")
			.contains("&lt;script&gt;busy")
			.doesNotContain("<script>busy");
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).GET());
	}

	private HttpResponse<String> post(String path, UnaryOperator<HttpRequest.Builder> customizer) throws Exception {
		return send(customizer.apply(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.POST(HttpRequest.BodyPublishers.noBody())));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return HTTP.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
	}

}
