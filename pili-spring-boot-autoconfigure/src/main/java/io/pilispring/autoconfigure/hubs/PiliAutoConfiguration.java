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

package io.pilispring.autoconfigure.hubs;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.PiliProperties;

/**
 * Auto-configuration of what every version of the PILI API needs: the addresses and the
 * credentials of hubs.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
@EnableConfigurationProperties(PiliProperties.class)
public final class PiliAutoConfiguration {

	@Bean
	HubConnections piliHubConnections(PiliProperties properties, ConfigurableListableBeanFactory beanFactory,
			Environment environment) {
		return new HubConnections(properties, beanFactory, environment);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	@Conditional(OnAccountCondition.class)
	PiliConnectionDetails piliPropertiesConnectionDetails(HubConnections connections) {
		return connections.primary().details();
	}

}
