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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.client.MockClientHttpResponse;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.RawServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HttpExchange}.
 */
@Timeout(120)
class HttpExchangeTests {

	private static final int MAX = 8 * 1024 * 1024;

	private static final ApiRequest GET = ApiRequest.get("/v1/a");

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8191, 8192, 8193, MAX - 1, MAX })
	void bodyIsReadWhole(int size) throws IOException {
		String body = text(size);
		assertThat(answered("Content-Length: " + size + "\r\n\r\n" + body)).isEqualTo(body);
		assertThat(answered("Transfer-Encoding: chunked\r\n\r\n" + chunk(body) + "0\r\n\r\n")).isEqualTo(body);
		assertThat(answered("Connection: close\r\n\r\n" + body)).isEqualTo(body);
	}

	@Test
	void bodyBeyondTheLimitIsNotRead() {
		String body = text(MAX + 1);
		for (String answer : new String[] { "Content-Length: " + body.length() + "\r\n\r\n" + body,
				"Transfer-Encoding: chunked\r\n\r\n" + chunk(body) + "0\r\n\r\n", "\r\n" + body }) {
			assertThatExceptionOfType(PiliUnreadableResponseException.class).isThrownBy(() -> answered(answer))
				.withMessageContaining("(more than 8388608 bytes)");
		}
	}

	@Test
	void emptyBodyIsAResponseIfItsLengthIsKnown() throws IOException {
		assertThat(answered("Content-Length: 0\r\n\r\n")).isEmpty();
		assertThat(answered("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "Connection: close\r\n\r\n", "Connection: cl", "Content-Length: 10\r\n\r\nhello",
			"Content-Length: 10\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n10\r\nhello" })
	void responseThatIsCutOffIsNone(String answer) {
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> answered(answer))
			.withMessageStartingWith("GET /v1/a: not reached or cut off: ")
			.satisfies((ex) -> assertThat(ex.notSent()).isFalse());
	}

	@Test
	void emptyBodyWithoutALengthIsAResponseIfNoneIsExpected() throws IOException {
		for (String answer : new String[] { "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n" }) {
			try (RawServer server = RawServer.thatHangsUpAfter(answer)) {
				PiliTransport transport = PiliServer.transportBuilder(server.host()).build();
				assertThat(transport.send(ApiRequest.get("/v1/a").acceptEmptyResponse()).body()).isEmpty();
			}
		}
	}

	@Test
	void responseThatNeverHasABodyIsNotCutOff() throws IOException {
		try (RawServer server = RawServer
			.thatFallsSilentAfter("HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\n\r\n")) {
			PiliTransport transport = PiliServer.transportBuilder(server.host()).build();
			assertThatExceptionOfType(PiliException.class).isThrownBy(() -> transport.send(GET))
				.isExactlyInstanceOf(PiliException.class)
				.withMessage("GET /v1/a: 304");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "7", "8", "4711", "8388608", "8388609", "5000000000" })
	void lengthOfAnEncodedBodyDoesNotLimitIt(String length) {
		// The byte that follows the first seven is zero
		String body = "1234567\u0000" + text(3000);
		MockClientHttpResponse response = response(body, length);
		response.getHeaders().set("Content-Encoding", "gzip");
		assertThat(send(response)).isEqualTo(body);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "8388607", "8388608", "8388609", "8388610", "5000000000" })
	void bodyBeyondTheLimitIsRefusedWhateverItsLengthSays(String length) {
		assertThatExceptionOfType(PiliUnreadableResponseException.class)
			.isThrownBy(() -> send(response(text(MAX + 2), length)))
			.withMessageContaining("(more than 8388608 bytes)");
	}

	@Test
	void bodyThatIsCutOffAtTheLimitIsCutOff() {
		assertThat(send(response(text(MAX), "8388608"))).hasSize(MAX);
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> send(response(text(MAX), "8388609")))
			.withMessageContaining("The response is cut off");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "4000000", "8388608", "8388609" })
	void noMoreIsReadThanOneByteBeyondTheLimit(String length) {
		AtomicInteger read = new AtomicInteger();
		InputStream endless = new InputStream() {

			@Override
			public int read() {
				read.incrementAndGet();
				return 'x';
			}

			@Override
			public int read(byte[] bytes, int offset, int count) {
				Arrays.fill(bytes, offset, offset + count, (byte) 'x');
				read.addAndGet(count);
				return count;
			}

		};
		assertThatExceptionOfType(PiliUnreadableResponseException.class)
			.isThrownBy(() -> send(response(endless, length)));
		assertThat(read).hasValue(MAX + 1);
	}

	@Test
	void exchangeIsAbortedIfItsBodyIsNotReadToTheEnd() {
		AtomicInteger aborted = new AtomicInteger();
		for (int size : new int[] { MAX, MAX + 1 }) {
			PiliTransport transport = transport(new TestRequestFactory(() -> {
				CallAttempt.abortWith(aborted::incrementAndGet);
				return response(text(size), null);
			}));
			if (size == MAX) {
				assertThat(transport.send(GET).body()).hasSize(size);
				assertThat(aborted).hasValue(0);
			}
			else {
				assertThatExceptionOfType(PiliUnreadableResponseException.class).isThrownBy(() -> transport.send(GET));
				assertThat(aborted).hasValue(1);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void bodyThatDoesNotEndIsClosedWhenTheTimeIsUp(boolean endsWhenClosed) {
		UnendingBody body = new UnendingBody(endsWhenClosed);
		PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
			.requestFactory(new TestRequestFactory(() -> response(body, null)))
			.callTimeout(Duration.ofMillis(100))
			.build();
		assertThatExceptionOfType(PiliTimeoutException.class).isThrownBy(() -> transport.send(GET))
			.withMessage("GET /v1/a: aborted, because the call timeout has elapsed");
		assertThat(body.leftOpen).isFalse();
	}

	private static String answered(String answer) throws IOException {
		try (RawServer server = RawServer.thatHangsUpAfter("HTTP/1.1 200 OK\r\n" + answer)) {
			return PiliServer.transportBuilder(server.host()).build().send(GET).body();
		}
	}

	private static String send(MockClientHttpResponse response) {
		return transport(new TestRequestFactory(() -> response)).send(GET).body();
	}

	private static PiliTransport transport(TestRequestFactory client) {
		return PiliServer.transportBuilder("http://pili.example.com").requestFactory(client).build();
	}

	private static MockClientHttpResponse response(String body, @Nullable String length) {
		return response(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), length);
	}

	private static MockClientHttpResponse response(InputStream body, @Nullable String length) {
		MockClientHttpResponse response = new MockClientHttpResponse(body, 200);
		if (length != null && !length.isEmpty()) {
			response.getHeaders().set("Content-Length", length);
		}
		return response;
	}

	private static String chunk(String body) {
		return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
	}

	// Not all the same, so that no part can stand for another
	private static String text(int length) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append((char) ('a' + i % 23));
		}
		return text.toString();
	}

	/**
	 * A body that comes to no end until it is closed, whether the thread is interrupted
	 * or not.
	 */
	private static final class UnendingBody extends InputStream {

		private final CountDownLatch closed = new CountDownLatch(1);

		private final boolean endsWhenClosed;

		private volatile boolean leftOpen;

		private UnendingBody(boolean endsWhenClosed) {
			this.endsWhenClosed = endsWhenClosed;
		}

		@Override
		public int read() throws IOException {
			this.leftOpen = !isClosedWithin(Duration.ofSeconds(30));
			if (this.endsWhenClosed) {
				return -1;
			}
			throw new IOException("closed");
		}

		private boolean isClosedWithin(Duration limit) {
			long end = System.nanoTime() + limit.toNanos();
			boolean interrupted = false;
			try {
				while (true) {
					try {
						return this.closed.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
					}
					catch (InterruptedException ex) {
						interrupted = true;
					}
				}
			}
			finally {
				if (interrupted) {
					Thread.currentThread().interrupt();
				}
			}
		}

		@Override
		public void close() {
			this.closed.countDown();
		}

	}

}
