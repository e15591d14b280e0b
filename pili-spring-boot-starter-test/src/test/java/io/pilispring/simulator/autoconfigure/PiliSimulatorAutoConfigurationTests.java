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
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

class PiliSimulatorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PiliSimulatorAutoConfiguration.class));

	@Test
	void backsOffWithoutSimulator() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(PiliConnectionDetails.class));
	}

	@Test
	void pointsAtTheSimulator() {
		this.contextRunner.withUserConfiguration(PiliSimulatorConfiguration.class).run((context) -> {
			PiliSimulator simulator = context.getBean(PiliSimulator.class);
			PiliConnectionDetails details = context.getBean(PiliConnectionDetails.class);
			assertThat(details.getApiHost()).isEqualTo(simulator.apiHost());
			assertThat(details.getFopApiHost()).isEqualTo(simulator.apiHost());
			assertThat(details.getHub()).isEqualTo("test-hub");
			assertThat(details.getCredentials().accessKey()).isEqualTo(simulator.accessKey());
			assertThat(details.getCredentials().secretKey().sign("text"))
				.isEqualTo(PiliCredentials.of("any", simulator.secretKey()).secretKey().sign("text"));
		});
	}

	@Test
	void closesTheSimulatorWithTheContext() {
		PiliSimulator[] simulator = new PiliSimulator[1];
		this.contextRunner.withUserConfiguration(PiliSimulatorConfiguration.class)
			.run((context) -> simulator[0] = context.getBean(PiliSimulator.class));
		assertThat(simulator[0].wireMock().isRunning()).isFalse();
	}

	@Test
	void backsOffWithOtherDetails() {
		this.contextRunner.withUserConfiguration(PiliSimulatorConfiguration.class, OtherDetails.class)
			.run((context) -> assertThat(context).hasSingleBean(PiliConnectionDetails.class).hasBean("otherDetails"));
	}

	@Test
	void backsOffWithTwoSimulators() {
		this.contextRunner.withUserConfiguration(TwoSimulators.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PiliConnectionDetails.class));
	}

	@Test
	void leavesASimulatorOfTheUserAlone() {
		this.contextRunner.withUserConfiguration(OwnSimulator.class)
			.withConfiguration(AutoConfigurations.of(PiliSimulatorConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(PiliSimulator.class).hasBean("ownSimulator"));
	}

	@Test
	void isListed() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null))
			.contains(PiliSimulatorAutoConfiguration.class.getName())
			.doesNotContain(PiliSimulatorConfiguration.class.getName());
	}

	@Configuration(proxyBeanMethods = false)
	static class OtherDetails {

		@Bean
		PiliConnectionDetails otherDetails() {
			return new PiliConnectionDetails() {

				@Override
				public PiliCredentials getCredentials() {
					return PiliCredentials.of("ak", "sk");
				}

				@Override
				public String getHub() {
					return "other";
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoSimulators {

		@Bean
		PiliSimulator one() {
			return PiliSimulator.start();
		}

		@Bean
		PiliSimulator two() {
			return PiliSimulator.start();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSimulator {

		@Bean
		PiliSimulator ownSimulator() {
			return PiliSimulator.builder().hubs("own-hub").start();
		}

	}

}
