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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.v2.LiveHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigurePiliSimulator} where nothing else is auto-configured,
 * with a hub of version 2.
 */
@ExtendWith(SpringExtension.class)
@ContextConfiguration(classes = LiveHubInSliceTests.Application.class)
@TestPropertySource(properties = "pili.api-version=v2")
@AutoConfigurePiliSimulator
class LiveHubInSliceTests {

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private LiveHub hub;

	@Test
	void theHubIsThatOfTheSimulator() {
		this.simulator.defaultHub().goLive("room");
		assertThat(this.hub.name()).isEqualTo(this.simulator.hub());
		assertThat(this.hub.stream("room").liveStatus()).isPresent();
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
