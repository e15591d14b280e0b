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

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.http.PiliTransports;
import io.pilispring.autoconfigure.hubs.HubConnections;
import io.pilispring.autoconfigure.hubs.OnAheadOfTimeProcessingCondition;
import io.pilispring.url.NonceSource;
import io.pilispring.v1.PiliHub;

/**
 * Auto-configuration of {@link PiliHub} beans: the primary one, and one for each key in
 * {@code pili.hubs}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliHttpAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
@Import(PiliHubRegistrar.class)
public final class PiliHubAutoConfiguration {

	// Creates the registered hubs, so that their dependencies are not requested too early
	@Bean
	@Lazy
	PiliHubFactory piliHubFactory(HubConnections connections, PiliTransports transports,
			ObjectProvider<NonceSource> nonceSource) {
		return new PiliHubFactory(connections, transports, nonceSource.getIfAvailable(NonceSource::shared));
	}

	// Otherwise the hubs are registered with this auto-configuration, and a
	// post-processor
	// would make every start slower
	@Bean
	@Conditional(OnAheadOfTimeProcessingCondition.class)
	static BeanDefinitionRegistryPostProcessor piliHubRegistrar(Environment environment) {
		return new PiliHubRegistrar(environment)::register;
	}

}
