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

import java.util.List;
import java.util.function.Consumer;

import org.springframework.web.client.RestClient;

import io.pilispring.autoconfigure.PiliTransportConfigurer;
import io.pilispring.autoconfigure.hubs.HubSettings;
import io.pilispring.transport.PiliRetryListener;
import io.pilispring.transport.PiliTransportBuilder;

/**
 * The {@link PiliTransportConfigurer} of the auto-configured transports.
 */
final class DefaultPiliTransportConfigurer implements PiliTransportConfigurer {

	private final HubSettings defaults;

	private final RequestFactories requestFactories;

	private final PiliHttpClientSettings httpClientSettings;

	private final List<Consumer<RestClient.Builder>> customizers;

	private final List<PiliRetryListener> retryListeners;

	DefaultPiliTransportConfigurer(HubSettings defaults, RequestFactories requestFactories,
			PiliHttpClientSettings httpClientSettings, List<Consumer<RestClient.Builder>> customizers,
			List<PiliRetryListener> retryListeners) {
		this.defaults = defaults;
		this.requestFactories = requestFactories;
		this.httpClientSettings = httpClientSettings;
		this.customizers = customizers;
		this.retryListeners = retryListeners;
	}

	@Override
	public PiliTransportBuilder configure(PiliTransportBuilder builder) {
		return configure(builder, this.defaults);
	}

	PiliTransportBuilder configure(PiliTransportBuilder builder, HubSettings hub) {
		this.requestFactories.apply(this.httpClientSettings.of(hub),
				hub.prefixOf((properties) -> properties.getSsl().getBundle()), builder);
		CallSettings.apply(hub, builder);
		this.retryListeners.forEach(builder::retryListener);
		this.customizers.forEach(builder::customize);
		return builder;
	}

	Object sharedSettings(HubSettings hub) {
		return List.of(this.httpClientSettings.of(hub), CallSettings.Values.of(hub));
	}

}
