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

package io.pilispring.autoconfigure.callback;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

import io.pilispring.autoconfigure.webhook.Webhook;
import io.pilispring.autoconfigure.webhook.WebhookRequest;
import io.pilispring.v2.callback.CallbackRequest;
import io.pilispring.v2.callback.PushCallbackReceiver;

/**
 * Receives push callbacks at one path for each hub.
 */
class CallbackWebhook implements Webhook {

	private static final Log logger = LogFactory.getLog(CallbackWebhook.class);

	private static final DataSize LARGEST_MAX_SIZE = DataSize.ofMegabytes(8);

	private static final String QINIU_HEADER = "x-qiniu-";

	private final PushCallbackReceiver receiver;

	private final @Nullable String defaultHub;

	private final String path;

	private final @Nullable URI baseUrl;

	private final int maxSize;

	CallbackWebhook(PushCallbackReceiver receiver, @Nullable String defaultHub, PiliCallbackProperties properties) {
		this.receiver = receiver;
		this.defaultHub = defaultHub;
		this.path = path(properties.getPath());
		this.baseUrl = baseUrl(properties.getBaseUrl());
		DataSize maxSize = properties.getMaxSize();
		Assert.isTrue(maxSize.toBytes() > 0 && maxSize.compareTo(LARGEST_MAX_SIZE) <= 0,
				() -> "'maxSize' must be positive and at most 8MB, but is " + maxSize);
		this.maxSize = (int) maxSize.toBytes();
	}

	private static String path(String path) {
		Assert.isTrue(path != null && path.matches("(/[A-Za-z0-9._~-]+)+"),
				() -> "'path' must start with '/' and have no characters that need encoding, but is '" + path + "'");
		return path;
	}

	private static @Nullable URI baseUrl(@Nullable String baseUrl) {
		if (baseUrl == null || baseUrl.isBlank()) {
			return null;
		}
		String message = "'baseUrl' must be an 'http://' or 'https://' URL without a query";
		try {
			URI uri = URI.create(baseUrl.strip().replaceFirst("/+$", ""));
			boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
			Assert.isTrue(http && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
					&& uri.getRawFragment() == null, message);
			return uri;
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(message, ex);
		}
	}

	String path() {
		return this.path;
	}

	@Override
	public boolean matches(String path) {
		return path.equals(this.path) || path.startsWith(this.path + "/");
	}

	@Override
	public Set<String> secretParameters() {
		return Set.of();
	}

	@Override
	public void log(HttpStatus status) {
		if (status != HttpStatus.OK) {
			logger.debug("Answered a callback with " + status);
		}
	}

	@Override
	public Set<HttpMethod> methods() {
		return Set.of(HttpMethod.GET, HttpMethod.POST);
	}

	@Override
	public int maxSize() {
		return this.maxSize;
	}

	@Override
	public @Nullable HttpStatus reject(WebhookRequest request) {
		return (hubKey(request) != null) ? null : HttpStatus.NOT_FOUND;
	}

	@Override
	public HttpStatus receive(WebhookRequest request, byte[] body) {
		return switch (this.receiver.receive(Objects.requireNonNull(hubKey(request)), callback(request, body))) {
			case TAKEN -> HttpStatus.OK;
			case NOT_SIGNED -> HttpStatus.UNAUTHORIZED;
			case MALFORMED -> HttpStatus.BAD_REQUEST;
			case TRY_AGAIN -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	private @Nullable String hubKey(WebhookRequest request) {
		String path = request.pathWithinApplication();
		if (path.equals(this.path)) {
			return this.defaultHub;
		}
		String key = (path.startsWith(this.path + "/")) ? path.substring(this.path.length() + 1) : "";
		return (this.receiver.hasHub(key)) ? key : null;
	}

	private CallbackRequest callback(WebhookRequest request, byte[] body) {
		HttpHeaders headers = request.headers();
		String query = (request.query() != null) ? "?" + request.query() : "";
		String host = Objects.requireNonNullElse(headers.getFirst(HttpHeaders.HOST), "");
		String target = request.path();
		if (this.baseUrl != null) {
			host = authority(this.baseUrl);
			target = this.baseUrl.getRawPath() + request.pathWithinApplication();
		}
		return new CallbackRequest(request.method(), target + query, host, headers.getFirst(HttpHeaders.CONTENT_TYPE),
				headers.getFirst(HttpHeaders.AUTHORIZATION), qiniuHeaders(headers), body);
	}

	private static String authority(URI uri) {
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		int defaultPort = ("https".equalsIgnoreCase(uri.getScheme())) ? 443 : 80;
		return (uri.getPort() == -1 || uri.getPort() == defaultPort) ? host : host + ":" + uri.getPort();
	}

	private static Map<String, String> qiniuHeaders(HttpHeaders headers) {
		Map<String, String> qiniuHeaders = new LinkedHashMap<>();
		headers.forEach((name, values) -> {
			if (name.toLowerCase(Locale.ROOT).startsWith(QINIU_HEADER) && !values.isEmpty()) {
				qiniuHeaders.put(name, values.get(0));
			}
		});
		return qiniuHeaders;
	}

}
