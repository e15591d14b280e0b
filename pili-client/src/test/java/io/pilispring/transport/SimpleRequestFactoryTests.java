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
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.cert.Certificate;
import java.time.Duration;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.HostileServer;
import io.pilispring.HostileServer.Behaviour;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SimpleRequestFactory}.
 */
@Timeout(60)
class SimpleRequestFactoryTests {

	private static final Duration CONNECT = Duration.ofSeconds(7);

	private static final Duration READ = Duration.ofSeconds(8);

	private final TestConnection connection = new TestConnection();

	@Test
	void connectionHasTheTimeLimits() throws IOException {
		factory(CONNECT, READ).prepareConnection(this.connection, "GET");
		assertThat(this.connection.getConnectTimeout()).isEqualTo(7000);
		assertThat(this.connection.getReadTimeout()).isEqualTo(8000);
		factory(Duration.ZERO, Duration.ZERO).prepareConnection(this.connection, "GET");
		assertThat(this.connection.getConnectTimeout()).isZero();
		assertThat(this.connection.getReadTimeout()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "DELETE" })
	void redirectIsNotFollowed(String method) throws IOException {
		this.connection.setInstanceFollowRedirects(true);
		factory(CONNECT, READ).prepareConnection(this.connection, method);
		assertThat(this.connection.getInstanceFollowRedirects()).isFalse();
		assertThat(this.connection.getRequestMethod()).isEqualTo(method);
	}

	@Test
	void timeOfTheCallIsAnUpperLimit() throws IOException {
		inAttempt(Duration.ofSeconds(5), () -> {
			factory(CONNECT, READ).prepareConnection(this.connection, "GET");
			assertThat(this.connection.getConnectTimeout()).isBetween(1, 5000);
			assertThat(this.connection.getReadTimeout()).isBetween(1, 5000);
			factory(Duration.ZERO, Duration.ZERO).prepareConnection(this.connection, "GET");
			assertThat(this.connection.getConnectTimeout()).isBetween(1, 5000);
			assertThat(this.connection.getReadTimeout()).isBetween(1, 5000);
		});
		inAttempt(Duration.ofDays(100), () -> {
			factory(CONNECT, READ).prepareConnection(this.connection, "GET");
			assertThat(this.connection.getConnectTimeout()).isEqualTo(7000);
			assertThat(this.connection.getReadTimeout()).isEqualTo(8000);
			factory(Duration.ZERO, Duration.ZERO).prepareConnection(this.connection, "GET");
			assertThat(this.connection.getReadTimeout()).isEqualTo(Integer.MAX_VALUE);
		});
	}

	@Test
	void limitOfACallWhoseTimeIsUpIsNotNone() throws IOException {
		inAttempt(Duration.ofNanos(-1), () -> {
			factory(Duration.ZERO, READ).prepareConnection(this.connection, "GET");
			assertThat(this.connection.getConnectTimeout()).isEqualTo(1);
			assertThat(this.connection.getReadTimeout()).isEqualTo(1);
		});
	}

	@Test
	void exchangeIsAbortedByDisconnecting() throws IOException {
		inAttempt(Duration.ofMinutes(1), () -> {
			factory(CONNECT, READ).prepareConnection(this.connection, "GET");
			assertThat(this.connection.disconnected).isFalse();
			CallAttempt.current().abandon();
			assertThat(this.connection.disconnected).isTrue();
		});
	}

	@Test
	void socketFactoryIsThatOfTheBundleOrTheDefault() throws Exception {
		SSLSocketFactory own = SSLContext.getDefault().getSocketFactory();
		new SimpleRequestFactory(CONNECT, READ, own).prepareConnection(this.connection, "GET");
		assertThat(this.connection.getSSLSocketFactory()).isSameAs(own);
		TestConnection other = new TestConnection();
		factory(CONNECT, READ).prepareConnection(other, "GET");
		assertThat(other.getSSLSocketFactory()).isSameAs(HttpsURLConnection.getDefaultSSLSocketFactory());
	}

	@Test
	void socketFactoryIsNotForConnectionsWithoutTls() throws Exception {
		HttpURLConnection plain = (HttpURLConnection) URI.create("http://pili.example.com").toURL().openConnection();
		new SimpleRequestFactory(CONNECT, READ, SSLContext.getDefault().getSocketFactory()).prepareConnection(plain,
				"GET");
		assertThat(plain.getReadTimeout()).isEqualTo(8000);
	}

	@Test
	void noReadTimeoutDoesNotDefeatTheTimeOfTheCall() throws IOException {
		try (HostileServer server = HostileServer.that(Behaviour.SAYS_NOTHING)) {
			PiliTransport transport = PiliServer.transportBuilder(server.host())
				.requestFactory(new SimpleRequestFactory(Duration.ZERO, Duration.ZERO, null))
				.callTimeout(Duration.ofMillis(300))
				.build();
			long start = System.nanoTime();
			assertThatExceptionOfType(PiliTimeoutException.class)
				.isThrownBy(() -> transport.send(ApiRequest.get("/v1/a")));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
		}
	}

	private static SimpleRequestFactory factory(Duration connectTimeout, Duration readTimeout) {
		return new SimpleRequestFactory(connectTimeout, readTimeout, null);
	}

	private static void inAttempt(Duration time, Preparation preparation) throws IOException {
		CallAttempt attempt = CallAttempt.start(System.nanoTime() + time.toNanos(), new ConnectionUse(false, false));
		try {
			preparation.run();
		}
		finally {
			attempt.end();
		}
	}

	private interface Preparation {

		void run() throws IOException;

	}

	/**
	 * A connection that is never opened.
	 */
	private static final class TestConnection extends HttpsURLConnection {

		private boolean disconnected;

		private TestConnection() {
			super(null);
		}

		@Override
		public void connect() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void disconnect() {
			this.disconnected = true;
		}

		@Override
		public boolean usingProxy() {
			return false;
		}

		@Override
		public String getCipherSuite() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Certificate[] getLocalCertificates() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Certificate[] getServerCertificates() {
			throw new UnsupportedOperationException();
		}

	}

}
