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

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.testcontainers.PiliSimulatorContainer;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link PiliSimulatorContainer} as a service connection. No Docker is needed:
 * the simulator is in this process.
 */
class PiliSimulatorContainerTests {

	@Test
	void hubOfTheApplicationIsThatOfTheContainer() {
		new ApplicationContextRunner().withUserConfiguration(Containers.class)
			.withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class,
					PiliSimulatorAutoConfiguration.class, PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
					PiliHubAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(PiliConnectionDetails.class);
				LocalContainer container = context.getBean(LocalContainer.class);
				assertThat(container.getControlUrl()).isEqualTo("http://127.0.0.1:8091");
				context.getBean(PiliHub.class).createStream((create) -> create.title("door"));
				assertThat(container.simulator.stream("door").hub()).isEqualTo("live");
			});
	}

	@Test
	void settingsBecomeVariablesOfTheContainer() {
		try (PiliSimulatorContainer container = new PiliSimulatorContainer("pili-simulator:0.1.0")
			.withHubs("live", "cams")
			.withCredentials("ak", "sk")) {
			assertThat(container.getEnvMap()).containsEntry("PILI_SIMULATOR_HUBS", "live,cams")
				.containsEntry("PILI_SIMULATOR_ACCESS_KEY", "ak")
				.containsEntry("PILI_SIMULATOR_SECRET_KEY", "sk");
			assertThat(container.getExposedPorts()).containsExactly(8090, 8091);
			assertThatIllegalArgumentException().isThrownBy(container::withHubs);
		}
	}

	@Test
	void valuesAreThoseOfTheSimulatorUnlessTheyAreSet() {
		try (PiliSimulatorContainer container = new PiliSimulatorContainer("pili-simulator:0.1.0");
				PiliSimulator simulator = PiliSimulator.start()) {
			assertThat(container.getHub()).isEqualTo(simulator.hub());
			assertThat(container.getAccessKey()).isEqualTo(simulator.accessKey());
			assertThat(container.getSecretKey()).isEqualTo(simulator.secretKey());
		}
	}

	@Test
	void otherImageIsRejected() {
		assertThatIllegalStateException().isThrownBy(() -> new PiliSimulatorContainer("redis:7"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		@ServiceConnection
		LocalContainer container() {
			return new LocalContainer();
		}

	}

	static class LocalContainer extends PiliSimulatorContainer {

		private PiliSimulator simulator;

		LocalContainer() {
			super("pili-simulator:0.1.0");
			withHubs("live").withCredentials("ak", "sk");
		}

		@Override
		public void start() {
			this.simulator = PiliSimulator.builder().credentials("ak", "sk").hubs("live").start();
		}

		@Override
		public void stop() {
			if (this.simulator != null) {
				this.simulator.close();
			}
		}

		@Override
		public boolean isRunning() {
			return this.simulator != null;
		}

		@Override
		public String getHost() {
			return "127.0.0.1";
		}

		@Override
		public Integer getMappedPort(int port) {
			return (port == API_PORT) ? URI.create(this.simulator.apiHost()).getPort() : port;
		}

	}

}
