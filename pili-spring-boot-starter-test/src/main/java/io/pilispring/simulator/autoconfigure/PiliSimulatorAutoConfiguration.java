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

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.simulator.PiliSimulator;

/**
 * Auto-configuration that connects every hub of the client to a {@link PiliSimulator}
 * bean: the primary one, and each in {@code pili.hubs}. Connection details that the
 * application defines itself are not replaced.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliSimulatorConfiguration.class,
		beforeName = "io.pilispring.autoconfigure.hubs.PiliAutoConfiguration")
@ConditionalOnSingleCandidate(PiliSimulator.class)
public final class PiliSimulatorAutoConfiguration {

	static final String PRIMARY_DETAILS = "piliSimulatorConnectionDetails";

	@Bean(PRIMARY_DETAILS)
	@Conditional(OnPrimaryHubCondition.class)
	PiliConnectionDetails piliSimulatorConnectionDetails(PiliSimulator simulator, Environment environment,
			ConfigurableListableBeanFactory beanFactory) {
		return PiliSimulatorConnectionDetails.ofPrimary(simulator, ApplicationHubs.of(environment, beanFactory));
	}

	@Bean
	static ConnectionDetailsRegistrar piliSimulatorConnectionDetailsRegistrar(Environment environment) {
		return new ConnectionDetailsRegistrar(environment);
	}

}
