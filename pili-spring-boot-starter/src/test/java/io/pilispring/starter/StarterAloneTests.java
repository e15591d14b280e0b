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

package io.pilispring.starter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

import io.pilispring.monitor.PiliMonitor;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application that has the starter and nothing else: what the starter can
 * work with, it must not need.
 */
class StarterAloneTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub");

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.actuate.endpoint.annotation.Endpoint",
			"org.springframework.boot.health.contributor.Health", "io.micrometer.core.instrument.MeterRegistry",
			"org.springframework.web.servlet.DispatcherServlet",
			"org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext" })
	void isAlone(String className) {
		assertThat(ClassUtils.isPresent(className, null)).isFalse();
	}

	@Test
	void hubIsThereAndNothingRuns() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(PiliHub.class);
			assertThat(context.getBean(PiliMonitor.class).isRunning()).isFalse();
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
