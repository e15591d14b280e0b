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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.autoconfigure.HubProperties;
import io.pilispring.autoconfigure.hubs.HubSettings;
import io.pilispring.transport.PiliTransportBuilder;

/**
 * Determines the settings of the HTTP client: the properties of the hub first, then the
 * application's, then safe defaults. Redirects are never followed, because a signature is
 * valid for one host only.
 */
final class PiliHttpClientSettings {

	private static final HttpClientSettings SAFE = HttpClientSettings.defaults()
		.withTimeouts(PiliTransportBuilder.DEFAULT_CONNECT_TIMEOUT, PiliTransportBuilder.DEFAULT_READ_TIMEOUT);

	private static final Duration LONGEST = Duration.ofDays(1);

	private final HttpClientSettings application;

	private final ObjectProvider<SslBundles> sslBundles;

	PiliHttpClientSettings(@Nullable HttpClientSettings application, ObjectProvider<SslBundles> sslBundles) {
		this.application = limited(application);
		this.sslBundles = sslBundles;
	}

	// Zero is not used as a limit, because some clients treat it as unlimited
	private static HttpClientSettings limited(@Nullable HttpClientSettings settings) {
		if (settings == null) {
			return HttpClientSettings.defaults();
		}
		return settings.withTimeouts(isLimit(settings.connectTimeout()) ? settings.connectTimeout() : null,
				isLimit(settings.readTimeout()) ? settings.readTimeout() : null);
	}

	private static boolean isLimit(@Nullable Duration timeout) {
		return timeout != null && !timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST) <= 0;
	}

	HttpClientSettings of(HubSettings hub) {
		HttpClientSettings[] settings = { HttpClientSettings.defaults() };
		hub.apply(HubProperties::getConnectTimeout, "",
				(timeout) -> settings[0] = settings[0].withConnectTimeout(checked("connect-timeout", timeout)));
		hub.apply(HubProperties::getReadTimeout, "",
				(timeout) -> settings[0] = settings[0].withReadTimeout(checked("read-timeout", timeout)));
		hub.apply((properties) -> properties.getSsl().getBundle(), ".ssl",
				(bundle) -> settings[0] = settings[0].withSslBundle(sslBundle(bundle)));
		return settings[0].orElse(this.application).orElse(SAFE).withRedirects(HttpRedirects.DONT_FOLLOW);
	}

	private static Duration checked(String name, Duration timeout) {
		Assert.isTrue(isLimit(timeout), () -> "'" + name + "' must be positive and at most a day, but is " + timeout);
		return timeout;
	}

	private @Nullable SslBundle sslBundle(String name) {
		if (!StringUtils.hasText(name)) {
			return null;
		}
		try {
			return this.sslBundles.getObject().getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			throw new IllegalArgumentException("'bundle' must be the name of an SSL bundle, but is '" + name + "'", ex);
		}
	}

}
