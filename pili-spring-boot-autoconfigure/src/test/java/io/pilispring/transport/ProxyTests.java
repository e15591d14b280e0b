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

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.RawServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for proxies, with the clients that use the JVM's.
 */
class ProxyTests {

	@AfterEach
	void forgetProxy() {
		for (String name : List.of("https.proxyHost", "https.proxyPort", "http.proxyHost", "http.proxyPort")) {
			System.clearProperty(name);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "HTTP_COMPONENTS", "JDK", "SIMPLE" })
	void signatureDoesNotReachTheProxy(HttpLibrary library) throws Exception {
		try (RawServer proxy = RawServer.thatHangsUpAfter("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n")) {
			System.setProperty("https.proxyHost", "127.0.0.1");
			System.setProperty("https.proxyPort", String.valueOf(URI.create(proxy.host()).getPort()));
			PiliTransport transport = PiliServer.transportBuilder("https://pili.example.com")
				.requestFactory(library.requestFactory())
				.build();
			assertThatExceptionOfType(PiliException.class)
				.isThrownBy(() -> transport.send(ApiRequest.post("/v1/streams").body("x")))
				.satisfies(PiliServer::hasNoSecret);
			assertThat(proxy.heads()).isNotEmpty()
				.allSatisfy((head) -> assertThat(head).startsWith("CONNECT pili.example.com:443 ")
					.doesNotContainIgnoringCase("authorization")
					.doesNotContain("Qiniu"));
		}
	}

	// The parts of Apache's client that a direct call leaves out work through a proxy
	@ParameterizedTest
	@EnumSource(names = { "HTTP_COMPONENTS", "JDK", "SIMPLE" })
	void proxyWithoutTunnelIsAskedForTheWholeUri(HttpLibrary library) throws Exception {
		try (RawServer proxy = RawServer
			.thatHangsUpAfter("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")) {
			System.setProperty("http.proxyHost", "127.0.0.1");
			System.setProperty("http.proxyPort", String.valueOf(URI.create(proxy.host()).getPort()));
			PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
				.requestFactory(library.requestFactory())
				.build();
			assertThat(transport.send(ApiRequest.get("/v1/a")).body()).isEqualTo("{}");
			assertThat(transport.send(ApiRequest.get("/v1/a")).body()).isEqualTo("{}");
			assertThat(proxy.heads()).hasSize(2)
				.allSatisfy((head) -> assertThat(head).startsWith("GET http://pili.example.com/v1/a HTTP/1.1")
					.containsIgnoringCase("Host: pili.example.com")
					.contains("Qiniu "));
		}
	}

}
