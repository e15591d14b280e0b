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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SeparateRequestFactory}.
 */
class SeparateRequestFactoryTests {

	private static final URI ANY = URI.create("http://pili.example.com/v1/a");

	private final TestRequestFactory client = new TestRequestFactory();

	private final TestRequestFactory background = new TestRequestFactory();

	private final AtomicInteger backgroundBuilt = new AtomicInteger();

	private final LazyRequestFactory lazyBackground = new LazyRequestFactory(() -> {
		this.backgroundBuilt.incrementAndGet();
		return this.background;
	});

	private final SeparateRequestFactory separate = new SeparateRequestFactory(this.client, this.lazyBackground);

	@Test
	void backgroundCallsHaveAClientOfTheirOwn() {
		request();
		assertThat(this.client.requests()).hasSize(1);
		assertThat(this.backgroundBuilt).hasValue(0);
		inBackground(this::request);
		request();
		assertThat(this.background.requests()).hasSize(1);
		assertThat(this.client.requests()).hasSize(2);
	}

	@Test
	void onlyTheClientOfTheThreadIsBuilt() {
		AtomicInteger built = new AtomicInteger();
		SeparateRequestFactory separate = new SeparateRequestFactory(new LazyRequestFactory(() -> {
			built.incrementAndGet();
			return this.client;
		}), this.lazyBackground);
		inBackground(() -> {
			separate.build();
			separate.build();
			return null;
		});
		assertThat(this.backgroundBuilt).hasValue(1);
		assertThat(built).hasValue(0);
		separate.build();
		assertThat(built).hasValue(1);
		assertThat(this.backgroundBuilt).hasValue(1);
	}

	@Test
	void clientThatIsThereNeedNotBeBuilt() {
		this.separate.build();
		assertThat(this.backgroundBuilt).hasValue(0);
		assertThat(this.client.requests()).isEmpty();
	}

	@Test
	void bothClientsAreClosed() throws Exception {
		inBackground(this::request);
		this.separate.destroy();
		assertThat(this.client.timesClosed()).isEqualTo(1);
		assertThat(this.background.timesClosed()).isEqualTo(1);
	}

	@Test
	void clientOfBackgroundCallsThatWereNotMadeIsNotBuiltToCloseIt() throws Exception {
		this.separate.destroy();
		assertThat(this.client.timesClosed()).isEqualTo(1);
		assertThat(this.backgroundBuilt).hasValue(0);
		assertThatIllegalStateException().isThrownBy(() -> inBackground(this::request))
			.withMessage("The HTTP client is closed");
	}

	@Test
	void clientThatNeedsNoClosingIsLeftAlone() throws Exception {
		new SeparateRequestFactory(this.client::createRequest, this.lazyBackground).destroy();
		assertThat(this.client.timesClosed()).isZero();
	}

	@Test
	void clientIsClosedEvenIfThatOfBackgroundCallsCannotBe() {
		LazyRequestFactory broken = new LazyRequestFactory(Unclosable::new);
		broken.build();
		assertThatIllegalStateException().isThrownBy(() -> new SeparateRequestFactory(this.client, broken).destroy())
			.withMessage("stuck");
		assertThat(this.client.timesClosed()).isEqualTo(1);
	}

	private static <T> T inBackground(Supplier<T> calls) {
		return BackgroundCalls.run(() -> {
		}, calls);
	}

	private ClientHttpRequest request() {
		try {
			return this.separate.createRequest(ANY, HttpMethod.GET);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Unclosable implements ClientHttpRequestFactory, DisposableBean {

		@Override
		public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void destroy() {
			throw new IllegalStateException("stuck");
		}

	}

}
