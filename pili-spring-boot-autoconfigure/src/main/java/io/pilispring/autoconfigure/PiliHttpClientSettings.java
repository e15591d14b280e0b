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

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

import io.pilispring.transport.PiliTransportBuilder;

/**
 * Settles the settings of the HTTP client: PILI's own properties first, then the
 * application's, then safe values. A redirect is never followed, because a signature is
 * good for one host only.
 */
final class PiliHttpClientSettings {

	private static final HttpClientSettings SAFE = HttpClientSettings.defaults()
		.withTimeouts(PiliTransportBuilder.DEFAULT_CONNECT_TIMEOUT, PiliTransportBuilder.DEFAULT_READ_TIMEOUT);

	private PiliHttpClientSettings() {
	}

	static HttpClientSettings of(PiliProperties properties, @Nullable HttpClientSettings application,
			ObjectProvider<SslBundles> sslBundles) {
		return HttpClientSettings.defaults()
			.withTimeouts(properties.getConnectTimeout(), properties.getReadTimeout())
			.withSslBundle(sslBundle(properties.getSsl().getBundle(), sslBundles))
			.orElse(application)
			.orElse(SAFE)
			.withRedirects(HttpRedirects.DONT_FOLLOW);
	}

	private static @Nullable SslBundle sslBundle(@Nullable String name, ObjectProvider<SslBundles> sslBundles) {
		return (StringUtils.hasText(name)) ? sslBundles.getObject().getBundle(name) : null;
	}

}
