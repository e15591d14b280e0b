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

import java.util.List;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.http.client.observation.ClientRequestObservationConvention;

import io.pilispring.transport.PiliTransportBuilder;

/**
 * Applies the application's HTTP settings and customizers to a
 * {@link PiliTransportBuilder}, so that an application with a second account can build a
 * transport as the auto-configured one is built.
 *
 * @since 0.1.0
 */
public final class PiliTransportConfigurer {

	private final ClientHttpRequestFactoryBuilder<?> requestFactoryBuilder;

	private final HttpClientSettings settings;

	private final ClientRequestObservationConvention observationConvention;

	private final List<RestClientCustomizer> restClientCustomizers;

	private final List<PiliRestClientCustomizer> customizers;

	private final CallSettings callSettings;

	PiliTransportConfigurer(ClientHttpRequestFactoryBuilder<?> requestFactoryBuilder, HttpClientSettings settings,
			ClientRequestObservationConvention observationConvention, List<RestClientCustomizer> restClientCustomizers,
			List<PiliRestClientCustomizer> customizers, CallSettings callSettings) {
		this.requestFactoryBuilder = requestFactoryBuilder;
		this.settings = settings;
		this.observationConvention = observationConvention;
		this.restClientCustomizers = restClientCustomizers;
		this.customizers = customizers;
		this.callSettings = callSettings;
	}

	/**
	 * Configure a builder. The transport that it builds closes its HTTP client when it is
	 * closed, as a bean is.
	 * @param builder the builder
	 * @return the same builder
	 */
	public PiliTransportBuilder configure(PiliTransportBuilder builder) {
		applyRequestFactory(builder);
		this.callSettings.apply(builder);
		this.restClientCustomizers.forEach((customizer) -> builder.customize(customizer::customize));
		builder.customize((restClient) -> restClient.observationConvention(this.observationConvention));
		this.customizers.forEach((customizer) -> builder.customize(customizer::customize));
		return builder;
	}

	private void applyRequestFactory(PiliTransportBuilder builder) {
		ClientHttpRequestFactoryBuilder<?> tuned = RequestFactoryTuning.apply(this.requestFactoryBuilder);
		if (RequestFactoryTuning.isBetterBuiltLate(tuned, this.settings)) {
			builder.lazyRequestFactory(() -> tuned.build(this.settings));
		}
		else {
			builder.requestFactory(tuned.build(this.settings));
		}
	}

}
