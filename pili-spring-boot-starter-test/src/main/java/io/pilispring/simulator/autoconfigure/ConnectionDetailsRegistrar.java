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

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.simulator.PiliSimulator;

/**
 * Registers connection details that connect each hub in {@code pili.hubs} to the
 * simulator. The hubs are only known from the environment, so nothing is registered
 * during ahead-of-time processing.
 */
class ConnectionDetailsRegistrar implements BeanDefinitionRegistryPostProcessor, Ordered {

	private final Environment environment;

	ConnectionDetailsRegistrar(Environment environment) {
		this.environment = environment;
	}

	static boolean isAheadOfTime() {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
	}

	// Before hubs are registered, because that depends on the connection details
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (!isAheadOfTime()) {
			removeNeedlessPrimary(registry);
			registerFurther(registry);
		}
	}

	// During ahead-of-time processing it was not known whether there is a primary hub
	private void removeNeedlessPrimary(BeanDefinitionRegistry registry) {
		if (registry.containsBeanDefinition(PiliSimulatorAutoConfiguration.PRIMARY_DETAILS)
				&& !HubValues.havePrimary(this.environment)) {
			registry.removeBeanDefinition(PiliSimulatorAutoConfiguration.PRIMARY_DETAILS);
		}
	}

	private void registerFurther(BeanDefinitionRegistry registry) {
		ConfigurableListableBeanFactory beanFactory = (ConfigurableListableBeanFactory) registry;
		Map<String, HubValues> hubs = HubValues.ofFurther(this.environment);
		BeansOfHubs others = BeansOfHubs.connectionDetails(beanFactory);
		BeansOfHubs providers = BeansOfHubs.credentialsProviders(beanFactory);
		boolean inherit = others.havePrimary(hubs.keySet());
		hubs.forEach((key, values) -> {
			if (!others.haveFurther(key) && (!inherit || values.haveKeys() || providers.haveFurther(key))) {
				RootBeanDefinition definition = define(
						() -> PiliSimulatorConnectionDetails.ofFurther(beanFactory.getBean(PiliSimulator.class),
								ApplicationHubs.of(this.environment, beanFactory), key));
				definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, key));
				registry.registerBeanDefinition(key + "PiliSimulatorConnectionDetails", definition);
			}
		});
	}

	// After hubs were registered, so that these details do not cause a primary hub.
	// Still, a transport of the application must not connect to the real PILI
	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (!isAheadOfTime() && !beanFactory.containsBeanDefinition(PiliSimulatorAutoConfiguration.PRIMARY_DETAILS)
				&& !BeansOfHubs.connectionDetails(beanFactory)
					.havePrimary(HubValues.ofFurther(this.environment).keySet())) {
			((BeanDefinitionRegistry) beanFactory).registerBeanDefinition(
					PiliSimulatorAutoConfiguration.PRIMARY_DETAILS,
					define(() -> PiliSimulatorConnectionDetails.ofPrimary(beanFactory.getBean(PiliSimulator.class),
							ApplicationHubs.of(this.environment, beanFactory))));
		}
	}

	// Not a default candidate: without a qualifier, the details of the primary hub are
	// injected
	private static RootBeanDefinition define(Supplier<PiliConnectionDetails> details) {
		RootBeanDefinition definition = new RootBeanDefinition(PiliConnectionDetails.class, details);
		definition.setDefaultCandidate(false);
		definition.setResourceDescription("PILI properties");
		return definition;
	}

}
