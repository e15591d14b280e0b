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
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

import io.pilispring.CapturedLog;
import io.pilispring.PiliConnectionException;
import io.pilispring.PiliServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DefaultPiliTransport} and its view for a hub.
 */
class DefaultPiliTransportTests {

	private static final ApiRequest GET = ApiRequest.get("/v1/a");

	private final TestRequestFactory client = new TestRequestFactory();

	private final PiliTransport transport = builder().requestFactory(this.client).build();

	@Test
	void closingClosesTheClient() {
		this.transport.close();
		assertThat(this.client.timesClosed()).isEqualTo(1);
	}

	@Test
	void closingClosesTheClientOfBackgroundCallsToo() {
		TestRequestFactory background = new TestRequestFactory();
		PiliTransport both = builder().requestFactory(this.client).backgroundRequestFactory(() -> background).build();
		BackgroundCalls.run(() -> {
		}, () -> both.send(GET));
		both.close();
		assertThat(this.client.timesClosed()).isEqualTo(1);
		assertThat(background.timesClosed()).isEqualTo(1);
	}

	@Test
	void clientThatNeedsNoClosingIsLeftAlone() {
		builder().requestFactory(this.client::createRequest).build().close();
		assertThat(this.client.timesClosed()).isZero();
	}

	@Test
	void clientThatCannotBeClosedIsLogged() {
		try (CapturedLog log = CapturedLog.of(DefaultPiliTransport.class)) {
			builder().requestFactory(new Unclosable()).build().close();
			assertThat(log.text()).contains("The HTTP client could not be closed").contains("stuck");
		}
	}

	@Test
	void viewForAHubIsOfTheSameTransportAndDoesNotCloseIt() {
		PiliTransport view = this.transport.forHub("archive");
		assertThat(view.apiHost()).isEqualTo("pili.example.com");
		assertThat(view.credentials()).isSameAs(this.transport.credentials());
		for (ApiService service : ApiService.values()) {
			assertThat(view.retryBudget(service)).isSameAs(this.transport.retryBudget(service));
		}
		view.close();
		assertThat(this.client.timesClosed()).isZero();
		assertThat(view.send(GET).body()).isEqualTo("{}");
	}

	@Test
	void viewOfAViewIsForTheOtherHub() {
		ApiRequest request = ApiRequest.get("/v1/a");
		this.transport.forHub("archive").forHub("live").send(request);
		assertThat(request.hubKey()).isEqualTo("live");
	}

	@Test
	void budgetsOfTheServicesAreOfTheirHosts() {
		assertThat(this.transport.retryBudget(ApiService.PILI)).asString().contains("host=pili.example.com");
		assertThat(this.transport.retryBudget(ApiService.FOP)).asString().contains("host=fop.example.com");
	}

	@Test
	void attemptEndsWithTheCall() {
		List<@Nullable CallAttempt> attempts = new ArrayList<>();
		AtomicInteger calls = new AtomicInteger();
		PiliTransport transport = builder().requestFactory(new TestRequestFactory(() -> {
			attempts.add(CallAttempt.current());
			if (calls.incrementAndGet() > 1) {
				throw new IOException("cut off");
			}
			return TestRequestFactory.response(200, "{}");
		})).build();
		transport.send(GET);
		assertThat(CallAttempt.current()).isNull();
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> transport.send(GET));
		assertThat(CallAttempt.current()).isNull();
		assertThat(attempts).hasSize(2).doesNotContainNull().doesNotHaveDuplicates();
	}

	@Test
	void attemptThatHasEndedIsNotKept() {
		List<WeakReference<CallAttempt>> attempts = new ArrayList<>();
		PiliTransport transport = builder().requestFactory(new TestRequestFactory(() -> {
			attempts.add(new WeakReference<>(CallAttempt.current()));
			return TestRequestFactory.response(200, "{}");
		})).build();
		transport.send(GET);
		assertThat(attempts).hasSize(1);
		Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> {
			System.gc();
			return attempts.get(0).refersTo(null);
		});
		assertThat(transport.apiHost()).isEqualTo("pili.example.com");
	}

	private static PiliTransportBuilder builder() {
		return PiliServer.transportBuilder("http://pili.example.com").fopApiHost("http://fop.example.com");
	}

	private static final class Unclosable implements ClientHttpRequestFactory, DisposableBean {

		@Override
		public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void destroy() throws IOException {
			throw new IOException("stuck");
		}

	}

}
