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

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.simulator.PiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigurePiliSimulator
class OwnSimulatorTests {

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private PiliConnectionDetails details;

	@RepeatedTest(2)
	void takesAndResetsTheSimulatorOfTheUser() {
		assertThat(this.simulator.streams()).isEmpty();
		this.simulator.createStream("my-title");
		assertThat(this.details.getHub()).isEqualTo("own-hub");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		PiliSimulator ownSimulator() {
			return PiliSimulator.builder().hubs("own-hub").start();
		}

	}

}
