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

package io.pilispring.autoconfigure;

import java.util.List;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;

import io.pilispring.autoconfigure.PiliProperties.Retry;
import io.pilispring.transport.PiliRetryListener;
import io.pilispring.transport.PiliTransportBuilder;

/**
 * How long calls may take and how often they are tried again.
 *
 * @param properties where that is said
 * @param retryListeners who is told of retries
 */
record CallSettings(PiliProperties properties, List<PiliRetryListener> retryListeners) {

	void apply(PiliTransportBuilder builder) {
		builder.callTimeout(this.properties.getCallTimeout());
		builder.retryListener((request, failure) -> this.retryListeners
			.forEach((listener) -> listener.beforeRetry(request, failure)));
		if (this.properties.getRetry().isEnabled()) {
			builder.retry(backOff(this.properties.getRetry()));
		}
		else {
			builder.withoutRetry();
		}
	}

	private static BackOff backOff(Retry retry) {
		try {
			return RetryPolicy.builder()
				.maxRetries(retry.getMaxRetries())
				.delay(retry.getInitialInterval())
				.multiplier(retry.getMultiplier())
				.maxDelay(retry.getMaxInterval())
				.jitter(retry.getJitter())
				.build()
				.getBackOff();
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'pili.retry': " + ex.getMessage(), ex);
		}
	}

}
