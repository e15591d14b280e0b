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

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.client.ResourceAccessException;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of which exceptions of HTTP clients mean that nothing was sent: that nothing is
 * created twice depends on it.
 */
@SuppressWarnings("serial")
class ConnectionFailureCauseTests {

	private static final ApiRequest CREATE = ApiRequest.post("/v1/streams").body("x");

	private final ConnectionUse connection = new ConnectionUse(false, false);

	private final CallAttempt attempt = CallAttempt.start(System.nanoTime() + 60_000_000_000L, this.connection);

	@AfterEach
	void end() {
		this.attempt.end();
	}

	static Stream<IOException> withoutConnection() {
		return Stream.of(new ConnectException("refused"), new UnknownHostException("pili"),
				new NoRouteToHostException("no route"), new HttpConnectTimeoutException("connect"),
				new ConnectionRequestTimeoutException(), new ConnectTimeoutException(),
				new PoolAcquireTimeoutException(), new PoolAcquirePendingLimitException(),
				new IOException(new UnresolvedAddressException()));
	}

	@ParameterizedTest
	@MethodSource("withoutConnection")
	void nothingWasSentWithoutAConnection(IOException cause) {
		assertThat(failure(cause).notSent()).isTrue();
		assertThat(failure(new IOException("wrapped", cause)).notSent()).isTrue();
	}

	static Stream<IOException> withConnection() {
		return Stream.of(new SocketException("reset"), new EOFException(), new SocketTimeoutException("read"),
				new HttpTimeoutException("request"), new IOException(new TimeoutException()),
				new ReadTimeoutException(), new SSLHandshakeException("closed"), new IOException("whatever"));
	}

	@ParameterizedTest
	@MethodSource("withConnection")
	void requestMayHaveBeenSentOtherwise(IOException cause) {
		assertThat(failure(cause).notSent()).isFalse();
	}

	@ParameterizedTest
	@MethodSource("withConnection")
	void nothingWasSentWhileTheClientWaitedForAConnection(IOException cause) {
		this.attempt.waitsForConnection();
		assertThat(failure(cause).notSent()).isTrue();
		this.attempt.hasConnection();
		assertThat(failure(cause).notSent()).isFalse();
	}

	@Test
	void timeoutsAreTimeouts() {
		for (IOException cause : new IOException[] { new SocketTimeoutException("read"),
				new HttpTimeoutException("request"), new IOException(new TimeoutException()),
				new ReadTimeoutException() }) {
			assertThat(failure(cause)).isInstanceOf(PiliTimeoutException.class)
				.hasMessageStartingWith("POST /v1/streams: no response in time: ");
		}
		assertThat(failure(new ConnectException("refused"))).isExactlyInstanceOf(PiliConnectionException.class);
	}

	@Test
	void certificateIsNamed() {
		assertThat(failure(new IOException(new CertificateException("expired"))))
			.isExactlyInstanceOf(PiliConnectionException.class)
			.hasMessageStartingWith("POST /v1/streams: certificate refused: ");
	}

	@Test
	void causeIsThatOfTheClient() {
		SocketException cause = new SocketException("reset");
		assertThat(failure(cause)).hasCause(cause)
			.hasMessage("POST /v1/streams: not reached or cut off: SocketException: reset");
		assertThat(failure(new EOFException())).hasMessage("POST /v1/streams: not reached or cut off: EOFException");
	}

	@Test
	void failureWithoutACauseIsItsOwn() {
		ResourceAccessException failure = new ResourceAccessException("failed");
		assertThat(ConnectionFailure.toException(CREATE, failure, this.attempt)).hasCause(failure)
			.hasMessage("POST /v1/streams: not reached or cut off: ResourceAccessException: failed");
	}

	@Test
	void interruptionIsNoTimeout() {
		Thread.currentThread().interrupt();
		assertThat(failure(new SocketTimeoutException("interrupted")))
			.isExactlyInstanceOf(PiliConnectionException.class)
			.hasMessage("POST /v1/streams: the thread was interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

	private PiliConnectionException failure(IOException cause) {
		return ConnectionFailure.toException(CREATE, new ResourceAccessException("failed", cause), this.attempt);
	}

	// Named as those of libraries that are not there

	private static final class ConnectionRequestTimeoutException extends IOException {

	}

	private static final class ConnectTimeoutException extends IOException {

	}

	private static final class PoolAcquireTimeoutException extends IOException {

	}

	private static final class PoolAcquirePendingLimitException extends IOException {

	}

	private static final class ReadTimeoutException extends IOException {

	}

}
