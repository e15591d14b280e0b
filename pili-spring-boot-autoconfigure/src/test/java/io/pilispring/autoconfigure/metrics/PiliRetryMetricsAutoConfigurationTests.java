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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import io.pilispring.PiliServerException;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.PiliRetryListener;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PiliRetryMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
				PiliRetryMetricsAutoConfiguration.class))
		.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=hub", "pili.retry.max-retries=2",
				"pili.retry.initial-interval=1ms", "pili.retry.jitter=0");

	@Test
	void retriesAreCounted() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean(ClientHttpRequestFactoryBuilder.class, () -> (settings) -> (uri, method) -> {
				MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
				request.setResponse(new MockClientHttpResponse(new byte[0], HttpStatus.BAD_GATEWAY));
				return request;
			})
			.run((context) -> {
				PiliTransport transport = context.getBean(PiliTransport.class);
				assertThatExceptionOfType(PiliServerException.class)
					.isThrownBy(() -> transport.send(ApiRequest.get("/v1/streams/{id}", "z1.a.b")));
				assertThatExceptionOfType(PiliServerException.class)
					.isThrownBy(() -> transport.send(ApiRequest.post("/v1/streams").body("x")));
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("pili.client.retries")
					.tags("method", "GET", "uri", "/v1/streams/{id}", "exception", "PiliServerException")
					.counter()
					.count()).isEqualTo(2);
				assertThat(registry.get("pili.client.retries").counters()).hasSize(1);
			});
	}

	@Test
	void retryBudgetIsAGaugeAndDeniedRetriesAreCounted() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withConfiguration(AutoConfigurations.of(PiliHubAutoConfiguration.class))
			.withPropertyValues("pili.retry.budget.size=3", "pili.hubs.other.hub=other-hub",
					"pili.hubs.unlimited.hub=third", "pili.hubs.unlimited.retry.budget.enabled=false")
			.withBean(ClientHttpRequestFactoryBuilder.class, () -> (settings) -> (uri, method) -> {
				MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
				request.setResponse(new MockClientHttpResponse(new byte[0], HttpStatus.BAD_GATEWAY));
				return request;
			})
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(budget(registry, "piliHub", "pili")).isEqualTo(3);
				assertThat(registry.find("pili.client.retries.denied").counters()).isEmpty();
				PiliHub hub = context.getBean(PiliHub.class);
				for (int i = 0; i < 2; i++) {
					assertThatExceptionOfType(PiliServerException.class).isThrownBy(() -> hub.getStream("z1.a.b"));
				}
				assertThat(budget(registry, "piliHub", "pili")).isZero();
				assertThat(budget(registry, "other", "pili")).as("of the same account").isZero();
				assertThat(budget(registry, "piliHub", "fop")).isEqualTo(3);
				assertThat(registry.get("pili.client.retry.budget").gauges()).hasSize(4);
				assertThat(registry.get("pili.client.retries").tags("key", "piliHub").counter().count()).isEqualTo(3);
				assertThat(registry.get("pili.client.retries.denied")
					.tags("method", "GET", "uri", "/v1/streams/{id}", "key", "piliHub", "exception",
							"PiliServerException")
					.counter()
					.count()).isEqualTo(1);
			});
	}

	private static double budget(MeterRegistry registry, String key, String service) {
		return registry.get("pili.client.retry.budget").tags("key", key, "service", service).gauge().value();
	}

	@Test
	void backsOffWithoutARegistry() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PiliRetryListener.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PiliRetryListener.class));
	}

	@Test
	void backsOffWhereDisabled() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withPropertyValues("pili.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PiliRetryListener.class));
	}

}
