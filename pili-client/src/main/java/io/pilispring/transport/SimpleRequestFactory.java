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

package io.pilispring.transport;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

/**
 * Request factory for the JDK's {@link HttpURLConnection} with timeouts and without
 * redirects. Its exchanges can be aborted.
 *
 * @since 0.1.0
 */
public final class SimpleRequestFactory extends SimpleClientHttpRequestFactory {

	private final @Nullable SSLSocketFactory sslSocketFactory;

	/**
	 * Create a factory.
	 * @param connectTimeout the maximum time to open a connection
	 * @param readTimeout the maximum time to wait for data from the server
	 * @param sslSocketFactory creates the TLS connections, or {@code null} to use the
	 * JDK's default
	 */
	public SimpleRequestFactory(Duration connectTimeout, Duration readTimeout,
			@Nullable SSLSocketFactory sslSocketFactory) {
		setConnectTimeout(connectTimeout);
		setReadTimeout(readTimeout);
		this.sslSocketFactory = sslSocketFactory;
	}

	@Override
	protected void prepareConnection(HttpURLConnection connection, String httpMethod) throws IOException {
		super.prepareConnection(connection, httpMethod);
		connection.setInstanceFollowRedirects(false);
		// Always the same instance, because kept-alive connections belong to one
		if (this.sslSocketFactory != null && connection instanceof HttpsURLConnection https) {
			https.setSSLSocketFactory(this.sslSocketFactory);
		}
		// Disconnecting blocks on a read of the body in progress
		CallAttempt.abortByBlockingWith(connection::disconnect);
		Duration remaining = CallAttempt.remaining();
		if (remaining != null) {
			int limit = (int) Math.max(1, Math.min(remaining.toMillis(), Integer.MAX_VALUE));
			connection.setConnectTimeout(limited(connection.getConnectTimeout(), limit));
			connection.setReadTimeout(limited(connection.getReadTimeout(), limit));
		}
	}

	// Zero means no limit
	private static int limited(int timeout, int limit) {
		return (timeout == 0) ? limit : Math.min(timeout, limit);
	}

}
