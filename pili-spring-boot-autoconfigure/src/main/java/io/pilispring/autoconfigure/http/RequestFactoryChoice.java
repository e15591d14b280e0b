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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.SimpleClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.util.LambdaSafe;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

import io.pilispring.autoconfigure.PiliProperties;
import io.pilispring.autoconfigure.PiliPropertiesException;

/**
 * Chooses the HTTP client: the one that is configured for PILI, else the one of the
 * application's own builder, else the one that is configured for the application, else
 * the best that is available. Spring Boot does the same, but falls back to the JDK's
 * client, which is many times as expensive as any other, and gives Apache's client a pool
 * for many hosts instead of one.
 *
 * @param configured the client that is configured for PILI, or {@code null} if none is
 * @param beans the bean factory, which may contain a builder of the application
 * @param environment the environment, which may name a client
 * @param customizers the application's customizers of builders
 */
record RequestFactoryChoice(PiliProperties.@Nullable HttpClient configured, ConfigurableListableBeanFactory beans,
		Environment environment, List<ClientHttpRequestFactoryBuilderCustomizer<?>> customizers) {

	private static final Map<PiliProperties.HttpClient, String> LIBRARIES = Map.of(
			PiliProperties.HttpClient.HTTP_COMPONENTS, "org.apache.hc.client5.http.impl.classic.HttpClients",
			PiliProperties.HttpClient.JETTY, "org.eclipse.jetty.client.HttpClient", PiliProperties.HttpClient.REACTOR,
			"reactor.netty.http.client.HttpClient");

	private static final String FACTORY = "spring.http.clients.imperative.factory";

	ClientHttpRequestFactoryBuilder<?> choose(@Nullable ClientHttpRequestFactoryBuilder<?> bean,
			HttpClientSettings settings) {
		if (this.configured != null) {
			return configured(this.configured, settings);
		}
		if (bean != null && !isAutoConfigured()) {
			return bean;
		}
		ClientHttpRequestFactoryBuilder<?> builder = (bean != null) ? bean
				: ClientHttpRequestFactoryBuilder.detect(this.beans.getBeanClassLoader());
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder) {
			return httpComponents(settings);
		}
		if (builder instanceof SimpleClientHttpRequestFactoryBuilder
				|| (builder instanceof JdkClientHttpRequestFactoryBuilder && !isNamed())) {
			return simple();
		}
		return builder;
	}

	private ClientHttpRequestFactoryBuilder<?> configured(PiliProperties.HttpClient client,
			HttpClientSettings settings) {
		String library = LIBRARIES.get(client);
		if (library != null && !ClassUtils.isPresent(library, this.beans.getBeanClassLoader())) {
			throw PiliPropertiesException.invalid("'pili.http-client' must name a client on the class path, but is '"
					+ client.name().toLowerCase(Locale.ROOT).replace('_', '-') + "'");
		}
		return switch (client) {
			case HTTP_COMPONENTS -> httpComponents(settings);
			case JETTY -> customized(ClientHttpRequestFactoryBuilder.jetty());
			case REACTOR -> customized(ClientHttpRequestFactoryBuilder.reactor());
			case JDK -> customized(ClientHttpRequestFactoryBuilder.jdk());
			case SIMPLE -> simple();
		};
	}

	private ClientHttpRequestFactoryBuilder<?> httpComponents(HttpClientSettings settings) {
		return customized(RequestFactoryTuning.poolForOneHost(settings));
	}

	private ClientHttpRequestFactoryBuilder<?> simple() {
		ClientHttpRequestFactoryBuilder<?> builder = ClientHttpRequestFactoryBuilder.simple();
		ClientHttpRequestFactoryBuilder<?> customized = customized(builder);
		return (customized != builder) ? customized : new SimpleRequestFactoryBuilder();
	}

	private boolean isAutoConfigured() {
		return Arrays.stream(this.beans.getBeanNamesForType(ClientHttpRequestFactoryBuilder.class))
			.filter(this.beans::containsBeanDefinition)
			.map((name) -> this.beans.getBeanDefinition(name).getFactoryBeanName())
			.anyMatch(ImperativeHttpClientAutoConfiguration.class.getName()::equals);
	}

	private boolean isNamed() {
		return Binder.get(this.environment).bind(FACTORY, String.class).isBound();
	}

	@SuppressWarnings("unchecked")
	private ClientHttpRequestFactoryBuilder<?> customized(ClientHttpRequestFactoryBuilder<?> builder) {
		ClientHttpRequestFactoryBuilder<?>[] customized = { builder };
		LambdaSafe.callbacks(ClientHttpRequestFactoryBuilderCustomizer.class, this.customizers, builder)
			.invoke((customizer) -> customized[0] = customizer.customize(customized[0]));
		return customized[0];
	}

}
