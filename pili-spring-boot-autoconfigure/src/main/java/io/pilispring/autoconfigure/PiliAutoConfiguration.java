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

package io.pilispring.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.http.client.observation.ClientRequestObservationConvention;

import io.pilispring.transport.PiliObservationConvention;
import io.pilispring.transport.PiliRetryListener;
import io.pilispring.transport.PiliTransport;

/**
 * Auto-configuration of what every version of the PILI API needs: where PILI is, who
 * calls it, and how.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ImperativeHttpClientAutoConfiguration.class, RestClientAutoConfiguration.class,
		SslAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
@EnableConfigurationProperties(PiliProperties.class)
public final class PiliAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(PiliConnectionDetails.class)
	@Conditional(OnPiliPropertiesCondition.class)
	PropertiesPiliConnectionDetails piliConnectionDetails(PiliProperties properties,
			ObjectProvider<PiliCredentialsProvider> credentialsProvider) {
		return new PropertiesPiliConnectionDetails(properties, credentialsProvider.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	PiliTransportConfigurer piliTransportConfigurer(PiliProperties properties, Environment environment,
			ConfigurableListableBeanFactory beans,
			ObjectProvider<ClientHttpRequestFactoryBuilder<?>> requestFactoryBuilder,
			ObjectProvider<ClientHttpRequestFactoryBuilderCustomizer<?>> requestFactoryBuilderCustomizers,
			ObjectProvider<HttpClientSettings> applicationSettings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<ClientRequestObservationConvention> observationConvention,
			ObjectProvider<RestClientCustomizer> restClientCustomizers,
			ObjectProvider<PiliRestClientCustomizer> customizers, ObjectProvider<PiliRetryListener> retryListeners) {
		RequestFactoryChoice choice = new RequestFactoryChoice(beans, environment,
				requestFactoryBuilderCustomizers.orderedStream().toList());
		HttpClientSettings settings = PiliHttpClientSettings.of(properties, applicationSettings.getIfAvailable(),
				sslBundles);
		return new PiliTransportConfigurer(choice.choose(requestFactoryBuilder.getIfAvailable(), settings), settings,
				observationConvention.getIfAvailable(() -> new PiliObservationConvention(observationName(environment))),
				restClientCustomizers.orderedStream().toList(), customizers.orderedStream().toList(),
				new CallSettings(properties, retryListeners.orderedStream().toList()));
	}

	private static String observationName(Environment environment) {
		return environment.getProperty("management.observations.http.client.requests.name", "http.client.requests");
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(PiliConnectionDetails.class)
	PiliTransport piliTransport(PiliConnectionDetails connectionDetails, PiliTransportConfigurer configurer) {
		// Asked for now, so that missing credentials end the start and not the first call
		connectionDetails.getCredentials();
		try {
			PiliTransport transport = configurer.configure(PiliTransport.builder())
				.credentials(connectionDetails::getCredentials)
				.apiHost(connectionDetails.getApiHost())
				.fopApiHost(connectionDetails.getFopApiHost())
				.build();
			PlainHttpWarning.log(connectionDetails);
			return transport;
		}
		catch (IllegalArgumentException ex) {
			throw PiliPropertiesException.invalid(ex.getMessage());
		}
	}

}
