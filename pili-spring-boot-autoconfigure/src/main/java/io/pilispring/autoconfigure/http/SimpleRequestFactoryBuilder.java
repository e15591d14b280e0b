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

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.Assert;

import io.pilispring.transport.PiliTransportBuilder;
import io.pilispring.transport.SimpleRequestFactory;

/**
 * Builds a {@link SimpleRequestFactory}. Spring Boot's own builder creates one whose
 * exchanges cannot be aborted, and that creates a TLS context for each request, so that
 * no connection is reused.
 */
final class SimpleRequestFactoryBuilder implements ClientHttpRequestFactoryBuilder<SimpleRequestFactory> {

	@Override
	public SimpleRequestFactory build(@Nullable HttpClientSettings settings) {
		HttpClientSettings given = (settings != null) ? settings : HttpClientSettings.defaults();
		SslBundle bundle = given.sslBundle();
		Assert.state(bundle == null || !bundle.getOptions().isSpecified(),
				"SSL options cannot be used with HttpURLConnection");
		return new SimpleRequestFactory(orElse(given.connectTimeout(), PiliTransportBuilder.DEFAULT_CONNECT_TIMEOUT),
				orElse(given.readTimeout(), PiliTransportBuilder.DEFAULT_READ_TIMEOUT),
				(bundle != null) ? bundle.createSslContext().getSocketFactory() : null);
	}

	private static Duration orElse(@Nullable Duration value, Duration fallback) {
		return (value != null) ? value : fallback;
	}

}
