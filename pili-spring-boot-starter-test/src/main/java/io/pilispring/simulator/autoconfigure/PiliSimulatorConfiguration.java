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

import java.io.UncheckedIOException;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;

/**
 * Runs an application at development time with a simulator:
 * {@code SpringApplication.from(App::main).with(PiliSimulatorConfiguration.class)}. The
 * simulator has the hubs and the keys of the application's own properties, those in
 * {@code pili.hubs} included, and is configured by {@link PiliSimulatorProperties}. A hub
 * with keys of its own has an account of its own, which
 * {@link PiliSimulator#account(String)} returns; hubs that inherit their keys share the
 * default account. A key that is not set, or has a placeholder that cannot be resolved,
 * gets a default value: {@code test-access-key} for {@code pili},
 * {@code test-access-key-partner} for {@code pili.hubs.partner}. To customize the
 * simulator, define a {@link PiliSimulator} bean; inject the {@link PiliSimulatorBuilder}
 * to which these properties have been applied.
 *
 * @since 0.1.0
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PiliSimulatorProperties.class)
public class PiliSimulatorConfiguration {

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	PiliSimulatorBuilder piliSimulatorBuilder(PiliSimulatorProperties properties, Environment environment,
			ConfigurableListableBeanFactory beanFactory) {
		return new SimulatorBuilderFactory(properties, ApplicationHubs.of(environment, beanFactory)).create();
	}

	// Also for a simulator that the application defines
	@Bean
	@Lazy(false)
	SmartInitializingSingleton piliSimulationNotice(PiliSimulator simulator, Environment environment,
			PiliSimulatorProperties properties) {
		return () -> SimulationNotice.log(simulator, environment, properties.getDevelopmentProfiles());
	}

	@Bean
	@ConditionalOnMissingBean
	PiliSimulator piliSimulator(PiliSimulatorBuilder builder) {
		try {
			return builder.start();
		}
		catch (UncheckedIOException ex) {
			throw new InvalidSimulatorPropertyException(SimulatorBuilderFactory.PORT, ex);
		}
	}

}
