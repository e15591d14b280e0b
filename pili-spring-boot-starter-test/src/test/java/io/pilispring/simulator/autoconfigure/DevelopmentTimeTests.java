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

package io.pilispring.simulator.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.simulator.PiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

class DevelopmentTimeTests {

	@Test
	void runsTheApplicationWithASimulator() {
		try (ConfigurableApplicationContext context = SpringApplication.from(Application::main)
			.with(PiliSimulatorConfiguration.class)
			.run("--spring.main.banner-mode=off")
			.getApplicationContext()) {
			assertThat(context.getBean(PiliConnectionDetails.class).getApiHost())
				.isEqualTo(context.getBean(PiliSimulator.class).apiHost());
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

	}

}
