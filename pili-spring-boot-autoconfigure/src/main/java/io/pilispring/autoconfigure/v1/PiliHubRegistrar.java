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

package io.pilispring.autoconfigure.v1;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.autoconfigure.hubs.HubDefinitions;
import io.pilispring.v1.PiliHub;

/**
 * Registers {@link PiliHub} beans: during auto-configuration, so that conditions on them
 * work, or at run time if the application was processed ahead of time.
 */
class PiliHubRegistrar implements ImportBeanDefinitionRegistrar {

	private static final HubDefinitions<PiliHub> HUBS = new HubDefinitions<>(PiliHub.class, ApiVersion.V1,
			(beanFactory, key) -> beanFactory.getBean(PiliHubFactory.class).create(key));

	private final Environment environment;

	PiliHubRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		register(registry);
	}

	void register(BeanDefinitionRegistry registry) {
		HUBS.register(registry, this.environment);
	}

}
