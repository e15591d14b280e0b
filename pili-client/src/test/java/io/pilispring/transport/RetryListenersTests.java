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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.pilispring.CapturedLog;
import io.pilispring.PiliException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryListeners}.
 */
class RetryListenersTests {

	private static final ApiRequest GET = ApiRequest.get("/v1/a");

	private static final PiliException FAILURE = new PiliException("failed", null, null);

	private final List<String> events = new ArrayList<>();

	@Test
	void everyListenerIsNotifiedOfWhatHappens() {
		PiliRetryListener all = RetryListeners.of(List.of(listener("first"), listener("second")));
		all.beforeRetry(GET, FAILURE);
		assertThat(this.events).containsExactly("first retry", "second retry");
		this.events.clear();
		all.onBudgetExhausted(GET, FAILURE);
		assertThat(this.events).containsExactly("first exhausted", "second exhausted");
	}

	@Test
	void listenerThatThrowsDoesNotKeepTheOthersFromBeingNotified() {
		PiliRetryListener broken = new PiliRetryListener() {

			@Override
			public void beforeRetry(ApiRequest request, PiliException failure) {
				throw new IllegalStateException("broken retry");
			}

			@Override
			public void onBudgetExhausted(ApiRequest request, PiliException failure) {
				throw new IllegalStateException("broken exhausted");
			}

		};
		PiliRetryListener all = RetryListeners.of(List.of(broken, listener("other")));
		try (CapturedLog log = CapturedLog.of(RetryListeners.class)) {
			all.beforeRetry(GET, FAILURE);
			assertThat(log.text()).contains("A listener of retries failed").containsOnlyOnce("broken retry");
			all.onBudgetExhausted(GET, FAILURE);
			assertThat(log.text()).containsOnlyOnce("broken exhausted");
		}
		assertThat(this.events).containsExactly("other retry", "other exhausted");
	}

	@Test
	void listenerNeedNotCareForTheBudget() {
		PiliRetryListener retriesAlone = (request, failure) -> this.events.add("retry");
		RetryListeners.of(List.of(retriesAlone)).onBudgetExhausted(GET, FAILURE);
		assertThat(this.events).isEmpty();
	}

	private PiliRetryListener listener(String name) {
		return new PiliRetryListener() {

			@Override
			public void beforeRetry(ApiRequest request, PiliException failure) {
				add(name + " retry", request, failure);
			}

			@Override
			public void onBudgetExhausted(ApiRequest request, PiliException failure) {
				add(name + " exhausted", request, failure);
			}

		};
	}

	private void add(String event, ApiRequest request, PiliException failure) {
		assertThat(request).isSameAs(GET);
		assertThat(failure).isSameAs(FAILURE);
		this.events.add(event);
	}

}
