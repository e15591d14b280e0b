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

package io.pilispring.autoconfigure.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.web.client.RestClient;

import io.pilispring.autoconfigure.PiliProperties;
import io.pilispring.autoconfigure.PiliRestClientCustomizer;
import io.pilispring.autoconfigure.hubs.HubConnections;
import io.pilispring.autoconfigure.hubs.HubSettings;
import io.pilispring.autoconfigure.hubs.OnAccountCondition;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.transport.PiliObservationConvention;
import io.pilispring.transport.PiliRetryListener;
import io.pilispring.transport.PiliTransport;

/**
 * Auto-configuration of transports and their HTTP client.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { PiliAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
		RestClientAutoConfiguration.class, SslAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
public final class PiliHttpAutoConfiguration {

	@Bean
	RequestFactories piliRequestFactories(PiliProperties properties, Environment environment,
			ConfigurableListableBeanFactory beanFactory, ObjectProvider<ClientHttpRequestFactoryBuilder<?>> builder,
			ObjectProvider<ClientHttpRequestFactoryBuilderCustomizer<?>> customizers) {
		RequestFactoryChoice choice = new RequestFactoryChoice(properties.getHttpClient(), beanFactory, environment,
				customizers.orderedStream().toList());
		return new RequestFactories((settings) -> choice.choose(builder.getIfAvailable(), settings));
	}

	@Bean
	DefaultPiliTransportConfigurer piliTransportConfigurer(PiliProperties properties, RequestFactories requestFactories,
			Environment environment, ObjectProvider<HttpClientSettings> applicationSettings,
			ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<ClientRequestObservationConvention> observationConvention,
			ObjectProvider<RestClientCustomizer> restClientCustomizers,
			ObjectProvider<PiliRestClientCustomizer> customizers, ObjectProvider<PiliRetryListener> retryListeners) {
		List<Consumer<RestClient.Builder>> all = new ArrayList<>();
		restClientCustomizers.orderedStream()
			.filter(ApplicationCustomizers::areMeantForPili)
			.forEach((customizer) -> all.add(customizer::customize));
		ClientRequestObservationConvention convention = observationConvention
			.getIfAvailable(() -> new PiliObservationConvention(observationName(environment)));
		all.add((restClient) -> restClient.observationConvention(convention));
		customizers.orderedStream().forEach((customizer) -> all.add(customizer::customize));
		return new DefaultPiliTransportConfigurer(HubSettings.ofPrimary(properties), requestFactories,
				new PiliHttpClientSettings(applicationSettings.getIfAvailable(), sslBundles), all,
				retryListeners.orderedStream().toList());
	}

	private static String observationName(Environment environment) {
		return environment.getProperty("management.observations.http.client.requests.name", "http.client.requests");
	}

	@Bean
	PiliTransports piliTransports(DefaultPiliTransportConfigurer configurer,
			ObjectProvider<RetryBudgetListener> budgetListeners) {
		return new PiliTransports(configurer, budgetListeners.orderedStream().toList());
	}

	// For hubs that the application creates itself. A fallback, so that the application
	// can define another transport
	@Bean(destroyMethod = "")
	@Lazy
	@Fallback
	@Conditional(OnAccountCondition.class)
	PiliTransport piliPrimaryTransport(HubConnections connections, PiliTransports transports) {
		return transports.of(connections.primary());
	}

}
