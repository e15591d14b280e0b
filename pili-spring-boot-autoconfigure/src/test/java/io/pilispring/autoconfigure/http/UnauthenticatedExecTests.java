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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.pilispring.RawServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class UnauthenticatedExecTests {

	private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

	private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();

	private final BasicCredentialsProvider logins = new BasicCredentialsProvider();

	private final CloseableHttpClient client = HttpClients.custom()
		.setConnectionManager(this.pool)
		.setDefaultCredentialsProvider(this.logins)
		.disableAutomaticRetries()
		.replaceExecInterceptor(ChainElement.PROTOCOL.name(), new UnauthenticatedExec())
		.build();

	@AfterEach
	void close() throws IOException {
		this.client.close();
	}

	@Test
	void answerThatIsReadGivesItsConnectionBack() throws Exception {
		try (RawServer server = RawServer.thatFallsSilentAfter(ANSWER); ClassicHttpResponse response = get(server)) {
			hasConnections(1, 0);
			assertThat(response.getEntity().getContent().readAllBytes()).hasSize(2);
			hasConnections(0, 1);
		}
		hasConnections(0, 1);
	}

	@Test
	void answerThatIsClosedGivesItsConnectionBack() throws Exception {
		try (RawServer server = RawServer.thatFallsSilentAfter(ANSWER); ClassicHttpResponse response = get(server)) {
			InputStream content = response.getEntity().getContent();
			assertThat(content.read()).isEqualTo('{');
			content.close();
			hasConnections(0, 1);
		}
	}

	@Test
	void answerThatIsWrittenElsewhereGivesItsConnectionBack() throws Exception {
		try (RawServer server = RawServer.thatFallsSilentAfter(ANSWER); ClassicHttpResponse response = get(server)) {
			ByteArrayOutputStream output = new ByteArrayOutputStream();
			response.getEntity().writeTo(output);
			assertThat(output).hasToString("{}");
			hasConnections(0, 1);
		}
	}

	@Test
	void answerWithoutBodyGivesItsConnectionBack() throws Exception {
		try (RawServer server = RawServer.thatFallsSilentAfter("HTTP/1.1 204 No Content\r\n\r\n");
				ClassicHttpResponse response = get(server)) {
			assertThat(response.getCode()).isEqualTo(204);
			hasConnections(0, 1);
		}
	}

	@Test
	void answerThatIsCutOffEndsItsConnection() throws Exception {
		try (RawServer server = RawServer.thatHangsUpAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}")) {
			InputStream content = get(server).getEntity().getContent();
			assertThatIOException().isThrownBy(content::readAllBytes);
			hasConnections(0, 0);
		}
	}

	@Test
	void answerThatIsLeftEndsItsConnection() throws Exception {
		try (RawServer server = RawServer.thatFallsSilentAfter(ANSWER)) {
			get(server).close();
			hasConnections(0, 0);
		}
	}

	@Test
	void serverThatAsksForALoginGetsNone() throws Exception {
		this.logins.setCredentials(new AuthScope(null, -1),
				new UsernamePasswordCredentials("user", "password".toCharArray()));
		try (RawServer server = RawServer
			.thatHangsUpAfter("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"pili\"\r\nContent-Length: 0\r\n\r\n");
				ClassicHttpResponse response = get(server)) {
			assertThat(response.getCode()).isEqualTo(401);
			assertThat(server.heads()).singleElement().asString().doesNotContain("Authorization");
		}
	}

	private ClassicHttpResponse get(RawServer server) throws IOException {
		return this.client.executeOpen(null, new HttpGet(server.host() + "/v1/streams/z1.hub.title"), null);
	}

	private void hasConnections(int leased, int available) {
		assertThat(this.pool.getTotalStats().getLeased()).isEqualTo(leased);
		assertThat(this.pool.getTotalStats().getAvailable()).isEqualTo(available);
	}

}
