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

import io.pilispring.PiliException;

/**
 * Listener that is notified of retries.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PiliRetryListener {

	/**
	 * Called before a call is retried, in the calling thread.
	 * @param request the request
	 * @param failure why the last attempt failed
	 */
	void beforeRetry(ApiRequest request, PiliException failure);

	/**
	 * Called if a call would have been retried, but is not because the
	 * {@link RetryBudget} is exhausted, in the calling thread.
	 * @param request the request
	 * @param failure why the last attempt failed
	 */
	default void onBudgetExhausted(ApiRequest request, PiliException failure) {
	}

}
