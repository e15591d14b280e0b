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
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;

import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AbortThreads}.
 */
@Timeout(120)
class AbortThreadsTests {

	private static final int CALLS = 400;

	private final Set<Thread> abortThreads = ConcurrentHashMap.newKeySet();

	@Test
	void manyLateCallsAreAbortedByAFewThreads() throws Exception {
		PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
			.requestFactory(this::hangs)
			.callTimeout(Duration.ofSeconds(1))
			.build();
		ExecutorService callers = Executors.newFixedThreadPool(CALLS);
		try {
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < CALLS; i++) {
				calls.add(callers.submit(() -> assertThatExceptionOfType(PiliTimeoutException.class)
					.isThrownBy(() -> transport.send(ApiRequest.get("/v1/a")))));
			}
			for (Future<?> call : calls) {
				call.get();
			}
		}
		finally {
			callers.shutdownNow();
		}
		assertThat(this.abortThreads).isNotEmpty();
		if (Runtime.version().feature() >= 24) {
			assertThat(this.abortThreads).allMatch((thread) -> thread.toString().startsWith("VirtualThread"));
		}
		else {
			assertThat(this.abortThreads).hasSizeLessThanOrEqualTo(AbortThreads.MAX_PLATFORM_THREADS)
				.allMatch(Thread::isDaemon)
				.allMatch((thread) -> thread.getName().startsWith("pili-abort-"));
		}
		Awaitility.await()
			.atMost(60, TimeUnit.SECONDS)
			.until(() -> this.abortThreads.stream().noneMatch(Thread::isAlive));
	}

	private ClientHttpRequest hangs(URI uri, HttpMethod method) {
		return new MockClientHttpRequest(method, uri) {

			@Override
			protected ClientHttpResponse executeInternal() throws IOException {
				CountDownLatch aborted = new CountDownLatch(1);
				Thread caller = Thread.currentThread();
				CallAttempt.abortWith(() -> {
					// A call that is late already aborts its exchange itself
					if (Thread.currentThread() != caller) {
						AbortThreadsTests.this.abortThreads.add(Thread.currentThread());
					}
					// Long enough for others to come meanwhile
					Awaitility.await().pollDelay(5, TimeUnit.MILLISECONDS).until(() -> true);
					aborted.countDown();
				});
				try {
					aborted.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				throw new IOException("aborted");
			}

		};
	}

}
