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
import java.net.InetAddress;
import java.net.ServerSocket;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.Assert;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;
import io.pilispring.RawServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParameterizedClass
@EnumSource(HttpLibrary.class)
class ConnectionFailureTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	@Parameter
	HttpLibrary library;

	@Test
	void connectionRefused() throws IOException {
		String host = hostWhereNobodyListens();
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> call(host))
			.isNotInstanceOf(PiliTimeoutException.class)
			.withMessageStartingWith("GET /v1/streams/z1.test-hub.title: not reached or cut off: ")
			.satisfies(PiliServer::hasNoSecret);
	}

	@Test
	void silence() throws IOException {
		try (RawServer server = RawServer.thatFallsSilentAfter("")) {
			assertThatExceptionOfType(PiliTimeoutException.class).isThrownBy(() -> callImpatiently(server.host()))
				.withMessageStartingWith("GET /v1/streams/z1.test-hub.title: no response in time: ")
				.satisfies(PiliServer::hasNoSecret);
		}
	}

	// The JDK's client does not tell why it gave up on the body
	@ParameterizedTest
	@ValueSource(ints = { 200, 500 })
	void silenceAmidTheBody(int status) throws IOException {
		String answer = "HTTP/1.1 " + status + " OK\r\nContent-Length: 100\r\n\r\n{\"id\":";
		try (RawServer server = RawServer.thatFallsSilentAfter(answer)) {
			assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> callImpatiently(server.host()))
				.satisfies((ex) -> assertThat(ex instanceof PiliTimeoutException)
					.isEqualTo(this.library != HttpLibrary.JDK))
				.satisfies(PiliServer::hasNoSecret);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "what?\r\n\r\n", "\u0000\u0001\u0002\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n",
			"HTTP/1.1 42 OK\r\n\r\n", "HTTP/1.1 -1 OK\r\n\r\n", "HTTP/1.1 1000 OK\r\n\r\n" })
	void answerThatIsNoHttp(String answer) throws IOException {
		try (RawServer server = RawServer.thatHangsUpAfter(answer)) {
			assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> call(server.host()))
				.isNotInstanceOf(PiliTimeoutException.class)
				.satisfies(PiliServer::hasNoSecret);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "6\r\n{\"id\":", "zz\r\n", "" })
	void chunksThatAreCutOff(String chunks) throws IOException {
		String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
		try (RawServer server = RawServer.thatHangsUpAfter(answer)) {
			assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> call(server.host()))
				.satisfies(PiliServer::hasNoSecret);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":",
			"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Len", "HTTP/1.1 200 OK\r\n" })
	void answerThatIsCutOff(String answer) throws IOException {
		try (RawServer server = RawServer.thatHangsUpAfter(answer)) {
			assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> call(server.host()))
				.isNotInstanceOf(PiliTimeoutException.class)
				.satisfies(PiliServer::hasNoSecret);
		}
	}

	@Test
	void emptyAnswerIsNotCutOffWhereNoneIsNeeded() throws IOException {
		try (RawServer server = RawServer.thatHangsUpAfter("HTTP/1.1 200 OK\r\n\r\n")) {
			PiliTransport transport = PiliServer.transportBuilder(server.host())
				.requestFactory(this.library.requestFactory())
				.build();
			assertThat(transport.send(ApiRequest.delete("/v1/a").acceptEmptyResponse()).body()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200", "HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\n{\"error\":",
			"HTTP/1.1 200 OK\r\nContent-Length: no\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}" })
	void answerThatClientsReadDifferently(String answer) throws IOException {
		try (RawServer server = RawServer.thatHangsUpAfter(answer)) {
			assertThatExceptionOfType(PiliException.class).isThrownBy(() -> call(server.host()))
				.satisfies(PiliServer::hasNoSecret);
		}
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void fault(Fault fault) {
		this.pili.answer(WireMock.aResponse().withFault(fault));
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> call(this.pili.host()))
			.isNotInstanceOf(PiliTimeoutException.class)
			.satisfies(PiliServer::hasNoSecret);
	}

	private void call(String host) {
		send(PiliServer.transportBuilder(host).requestFactory(this.library.requestFactory()));
	}

	private void callImpatiently(String host) {
		send(PiliServer.transportBuilder(host).requestFactory(this.library.impatientRequestFactory()));
	}

	private void send(PiliTransportBuilder builder) {
		builder.build().send(ApiRequest.get("/v1/streams/{id}", "z1.test-hub.title")).read(Named.class);
	}

	private static String hostWhereNobodyListens() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return "http://127.0.0.1:" + socket.getLocalPort();
		}
	}

	record Named(String id) {

		Named {
			Assert.hasText(id, "no id");
		}

	}

}
