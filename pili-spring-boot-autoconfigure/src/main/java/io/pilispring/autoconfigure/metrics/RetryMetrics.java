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

package io.pilispring.autoconfigure.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;

import io.pilispring.PiliException;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.PiliRetryListener;

/**
 * Counts retries.
 */
class RetryMetrics implements PiliRetryListener {

	private final ObjectProvider<MeterRegistry> registries;

	RetryMetrics(ObjectProvider<MeterRegistry> registries) {
		this.registries = registries;
	}

	@Override
	public void beforeRetry(ApiRequest request, PiliException failure) {
		this.registries.ifAvailable((registry) -> Counter.builder("pili.client.retries")
			.description("Number of times that calls were retried")
			.tag("method", request.method().name())
			.tag("uri", request.template())
			.tag("key", (request.hubKey() != null) ? request.hubKey() : "none")
			.tag("exception", failure.getClass().getSimpleName())
			.register(registry)
			.increment());
	}

}
