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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LazyRequestFactory}.
 */
@Timeout(60)
class LazyRequestFactoryTests {

	private static final URI ANY = URI.create("http://pili.example.com/v1/a");

	private final TestRequestFactory client = new TestRequestFactory();

	private final AtomicInteger built = new AtomicInteger();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final LazyRequestFactory lazy = new LazyRequestFactory(this::client);

	private ClientHttpRequestFactory client() {
		this.built.incrementAndGet();
		return this.client;
	}

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	@Test
	void firstRequestBuildsTheClientAndOthersUseIt() throws IOException {
		assertThat(this.built).hasValue(0);
		this.lazy.createRequest(ANY, HttpMethod.GET);
		assertThat(this.lazy.createRequest(ANY, HttpMethod.DELETE).getMethod()).isEqualTo(HttpMethod.DELETE);
		assertThat(this.built).hasValue(1);
		assertThat(this.client.requests()).extracting((request) -> request.getMethod().name())
			.containsExactly("GET", "DELETE");
		assertThat(this.lazy.build()).isSameAs(this.client);
		assertThat(this.built).hasValue(1);
	}

	@Test
	void manyThreadsBuildItOnce() throws Exception {
		int threads = 16;
		CountDownLatch started = new CountDownLatch(threads);
		LazyRequestFactory slow = new LazyRequestFactory(() -> {
			await(started);
			this.built.incrementAndGet();
			return new TestRequestFactory();
		});
		List<Future<ClientHttpRequestFactory>> builds = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			builds.add(this.executor.submit(() -> {
				started.countDown();
				return slow.build();
			}));
		}
		ClientHttpRequestFactory first = builds.get(0).get();
		for (Future<ClientHttpRequestFactory> build : builds) {
			assertThat(build.get()).isSameAs(first);
		}
		assertThat(this.built).hasValue(1);
	}

	@Test
	void clientThatCouldNotBeBuiltIsBuiltByTheNextRequest() throws IOException {
		LazyRequestFactory failsOnce = new LazyRequestFactory(() -> {
			if (this.built.incrementAndGet() == 1) {
				throw new IllegalStateException("no certificate");
			}
			return this.client;
		});
		assertThatIllegalStateException().isThrownBy(() -> failsOnce.createRequest(ANY, HttpMethod.GET))
			.withMessage("no certificate");
		failsOnce.createRequest(ANY, HttpMethod.GET);
		assertThat(this.client.requests()).hasSize(1);
	}

	@Test
	void clientIsClosed() throws Exception {
		this.lazy.build();
		inAnotherThread(this.lazy::destroy);
		assertThat(this.client.timesClosed()).isEqualTo(1);
	}

	@Test
	void clientThatNeedsNoClosingIsLeftAlone() throws Exception {
		LazyRequestFactory lazy = new LazyRequestFactory(() -> this.client::createRequest);
		lazy.build();
		lazy.destroy();
		assertThat(this.client.timesClosed()).isZero();
	}

	@Test
	void clientThatWasNeverUsedIsNeitherBuiltNorClosed() throws Exception {
		this.lazy.destroy();
		inAnotherThread(
				() -> assertThatIllegalStateException().isThrownBy(() -> this.lazy.createRequest(ANY, HttpMethod.GET))
					.withMessage("The HTTP client is closed"));
		assertThat(this.built).hasValue(0);
		assertThat(this.client.timesClosed()).isZero();
	}

	@Test
	void closingWaitsForTheClientThatIsBeingBuilt() throws Exception {
		CountDownLatch building = new CountDownLatch(1);
		CountDownLatch closing = new CountDownLatch(1);
		LazyRequestFactory slow = new LazyRequestFactory(() -> {
			building.countDown();
			await(closing);
			return this.client;
		});
		Future<?> build = this.executor.submit(slow::build);
		await(building);
		Future<?> close = this.executor.submit(() -> {
			closing.countDown();
			slow.destroy();
			return null;
		});
		build.get();
		close.get();
		assertThat(this.client.timesClosed()).isEqualTo(1);
	}

	// A lock that this thread still holds would keep the other one waiting
	private void inAnotherThread(Task task) throws Exception {
		this.executor.submit(() -> {
			task.run();
			return null;
		}).get(20, TimeUnit.SECONDS);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Task {

		void run() throws Exception;

	}

}
