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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.simulator.PiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = AutoConfigurePiliSimulatorTests.Application.class)
@AutoConfigurePiliSimulator
class AutoConfigurePiliSimulatorTests {

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private PiliConnectionDetails details;

	@BeforeEach
	void startsFresh() {
		assertThat(this.simulator.streams()).isEmpty();
	}

	@AfterEach
	void canStillBeLookedAt() {
		assertThat(this.simulator.streams()).hasSize(1);
	}

	@Test
	void pointsTheClientAtTheSimulator() {
		this.simulator.createStream("my-title");
		assertThat(this.details.getApiHost()).isEqualTo(this.simulator.apiHost());
	}

	@Test
	void isResetBetweenTests() {
		this.simulator.createStream("my-title");
	}

	@Nested
	class Inside {

		@Test
		void isResetToo() {
			AutoConfigurePiliSimulatorTests.this.simulator.createStream("my-title");
		}

		@Test
		void isResetTooAgain() {
			AutoConfigurePiliSimulatorTests.this.simulator.createStream("my-title");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
