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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

import io.pilispring.PiliException;
import io.pilispring.autoconfigure.http.RetryBudgetListener;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.ApiService;
import io.pilispring.transport.PiliRetryListener;
import io.pilispring.transport.RetryBudget;

/**
 * Counts retries, and shows how many are left.
 */
class RetryMetrics implements PiliRetryListener, RetryBudgetListener, SmartInitializingSingleton {

	private final ObjectProvider<MeterRegistry> registries;

	private final List<Consumer<MeterRegistry>> gauges = new ArrayList<>();

	private boolean initialized;

	RetryMetrics(ObjectProvider<MeterRegistry> registries) {
		this.registries = registries;
	}

	@Override
	public void beforeRetry(ApiRequest request, PiliException failure) {
		count("pili.client.retries", "Number of times that calls were retried", request, failure);
	}

	@Override
	public void onBudgetExhausted(ApiRequest request, PiliException failure) {
		count("pili.client.retries.denied",
				"Number of times that calls were not retried because the retry budget was exhausted", request, failure);
	}

	private void count(String name, String description, ApiRequest request, PiliException failure) {
		this.registries.ifAvailable((registry) -> Counter.builder(name)
			.description(description)
			.tag("method", request.method().name())
			.tag("uri", request.template())
			.tag("key", (request.hubKey() != null) ? request.hubKey() : "none")
			.tag("exception", failure.getClass().getSimpleName())
			.register(registry)
			.increment());
	}

	@Override
	public synchronized void onRetryBudget(String key, ApiService service, RetryBudget budget) {
		Consumer<MeterRegistry> gauge = (registry) -> Gauge
			.builder("pili.client.retry.budget", budget, RetryBudget::available)
			.description("Number of retries that are available")
			.tag("key", key)
			.tag("service", service.name().toLowerCase(Locale.ROOT))
			.register(registry);
		if (this.initialized) {
			this.registries.ifAvailable(gauge);
		}
		else {
			this.gauges.add(gauge);
		}
	}

	// Not before, because a registry may need beans that need a hub
	@Override
	public synchronized void afterSingletonsInstantiated() {
		this.initialized = true;
		this.registries.ifAvailable((registry) -> this.gauges.forEach((gauge) -> gauge.accept(registry)));
		this.gauges.clear();
	}

}
