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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BackgroundCalls}.
 */
class BackgroundCallsTests {

	private static final ApiRequest GET = ApiRequest.get("/v1/a");

	private final List<String> events = new ArrayList<>();

	private final List<Integer> statuses = new ArrayList<>();

	private final TestRequestFactory client = new TestRequestFactory(() -> {
		this.events.add("request");
		return TestRequestFactory.response((this.statuses.isEmpty()) ? 200 : this.statuses.remove(0), "{}");
	});

	private final Runnable callback = () -> this.events.add("before");

	@Test
	void callbackIsThatOfTheThreadWhileItMakesCalls() throws InterruptedException {
		AtomicReference<Runnable> ofAnother = new AtomicReference<>(this.callback);
		assertThat(BackgroundCalls.beforeRequest()).isNull();
		String result = BackgroundCalls.run(this.callback, () -> {
			assertThat(BackgroundCalls.beforeRequest()).isSameAs(this.callback);
			join(new Thread(() -> ofAnother.set(BackgroundCalls.beforeRequest())));
			return "result";
		});
		assertThat(result).isEqualTo("result");
		assertThat(BackgroundCalls.beforeRequest()).isNull();
		assertThat(ofAnother).hasValue(null);
	}

	private static void join(Thread thread) {
		thread.start();
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void innerCallsHaveTheirOwnCallback() {
		Runnable inner = () -> {
		};
		BackgroundCalls.run(this.callback, () -> {
			BackgroundCalls.run(inner, () -> assertThat(BackgroundCalls.beforeRequest()).isSameAs(inner));
			return assertThat(BackgroundCalls.beforeRequest()).isSameAs(this.callback);
		});
		assertThat(BackgroundCalls.beforeRequest()).isNull();
	}

	@Test
	void callbackEndsWithCallsThatFail() {
		assertThatIllegalStateException().isThrownBy(() -> BackgroundCalls.run(this.callback, () -> {
			throw new IllegalStateException("failed");
		}));
		assertThat(BackgroundCalls.beforeRequest()).isNull();
	}

	@Test
	void argumentsAreRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> BackgroundCalls.run(null, () -> "result"))
			.withMessage("'beforeRequest' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> BackgroundCalls.run(this.callback, null))
			.withMessage("'calls' must not be null");
	}

	@Test
	void callbackRunsBeforeEachRequestAfterTheClientIsBuilt() {
		PiliTransport transport = transportBuilder().lazyRequestFactory(() -> {
			this.events.add("build");
			return this.client;
		}).build();
		BackgroundCalls.run(this.callback, () -> List.of(transport.send(GET), transport.send(GET)));
		transport.send(GET);
		assertThat(this.events).containsExactly("build", "before", "request", "before", "request", "request");
	}

	@Test
	void callbackRunsAfterTheClientOfBackgroundCallsIsBuilt() {
		TestRequestFactory other = new TestRequestFactory();
		PiliTransport transport = transportBuilder().requestFactory(other).backgroundRequestFactory(() -> {
			this.events.add("build");
			return this.client;
		}).build();
		BackgroundCalls.run(this.callback, () -> transport.send(GET));
		assertThat(this.events).containsExactly("build", "before", "request");
		assertThat(other.requests()).isEmpty();
		transport.send(GET);
		assertThat(other.requests()).hasSize(1);
	}

	@Test
	void callsAreNotRetriedAfterAPause() {
		this.statuses.addAll(List.of(503, 503));
		PiliTransport transport = transportBuilder().requestFactory(this.client).retry(RetrySettings.create()).build();
		assertThatExceptionOfType(PiliServerException.class)
			.isThrownBy(() -> BackgroundCalls.run(this.callback, () -> transport.send(GET)));
		assertThat(this.events).containsExactly("before", "request");
	}

	@Test
	void callbackRunsBeforeTheRetryAfterABrokenConnectionToo() {
		TestRequestFactory breaks = new TestRequestFactory(() -> {
			this.events.add("request");
			if (this.events.size() == 4) {
				throw new EOFException();
			}
			return TestRequestFactory.response(200, "{}");
		});
		PiliTransport transport = transportBuilder().requestFactory(breaks).build();
		BackgroundCalls.run(this.callback, () -> List.of(transport.send(GET), transport.send(GET)));
		assertThat(this.events).containsExactly("before", "request", "before", "request", "before", "request");
	}

	@Test
	void callbackThatThrowsEndsTheCall() {
		PiliTransport transport = transportBuilder().requestFactory(this.client).build();
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> BackgroundCalls.run(() -> {
			throw new PiliException("stopped", null, null);
		}, () -> transport.send(GET))).withMessage("stopped");
		assertThat(this.events).isEmpty();
	}

	private static PiliTransportBuilder transportBuilder() {
		return PiliServer.transportBuilder("http://pili.example.com");
	}

}
