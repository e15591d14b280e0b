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

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.Assert;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.transport.PiliTransportBuilder;

/**
 * The HTTP clients: one for each set of settings, shared by all transports with these
 * settings, and closed with the application. Those with a pool have another one for
 * background calls.
 */
final class RequestFactories implements DisposableBean {

	private final Function<HttpClientSettings, ClientHttpRequestFactoryBuilder<?>> choice;

	private final Map<Key, ClientHttpRequestFactory> built = new HashMap<>();

	private boolean closed;

	RequestFactories(Function<HttpClientSettings, ClientHttpRequestFactoryBuilder<?>> choice) {
		this.choice = choice;
	}

	void apply(HttpClientSettings settings, String prefix, PiliTransportBuilder builder) {
		ClientHttpRequestFactoryBuilder<?> tuned = RequestFactoryTuning.apply(this.choice.apply(settings));
		if (RequestFactoryTuning.isBetterBuiltLate(tuned, settings)) {
			builder.lazyRequestFactory(() -> build(tuned, settings, false, prefix));
		}
		else {
			builder.requestFactory(build(tuned, settings, false, prefix));
		}
		if (RequestFactoryTuning.hasPool(tuned)) {
			builder
				.backgroundRequestFactory(() -> build(RequestFactoryTuning.withOwnPool(tuned), settings, true, prefix));
		}
	}

	private synchronized ClientHttpRequestFactory build(ClientHttpRequestFactoryBuilder<?> builder,
			HttpClientSettings settings, boolean background, String prefix) {
		Assert.state(!this.closed, "The HTTP client is closed");
		Key key = new Key(settings, background);
		ClientHttpRequestFactory factory = this.built.get(key);
		if (factory == null) {
			factory = buildNew(builder, settings, prefix);
			this.built.put(key, factory);
		}
		// Not closeable, because it is shared and not owned by the transport
		return (factory instanceof SimpleClientHttpRequestFactory) ? factory : factory::createRequest;
	}

	private static ClientHttpRequestFactory buildNew(ClientHttpRequestFactoryBuilder<?> builder,
			HttpClientSettings settings, String prefix) {
		try {
			return builder.build(settings);
		}
		catch (RuntimeException ex) {
			if (settings.sslBundle() == null) {
				throw ex;
			}
			PiliPropertiesException failure = PiliPropertiesException
				.invalid("the SSL bundle of '" + prefix + ".ssl.bundle' cannot be used: " + rootMessage(ex));
			failure.initCause(ex);
			throw failure;
		}
	}

	private static String rootMessage(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage());
	}

	@Override
	public synchronized void destroy() throws Exception {
		this.closed = true;
		for (ClientHttpRequestFactory factory : this.built.values()) {
			if (factory instanceof DisposableBean disposable) {
				disposable.destroy();
			}
		}
	}

	private record Key(HttpClientSettings settings, boolean background) {

	}

}
