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
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.Assert;

import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestSigner;

/**
 * Signs a request as it will be sent, so it must be the last interceptor that could
 * change one. It only signs requests to one host: no other host must receive a signature.
 */
final class SigningInterceptor implements ClientHttpRequestInterceptor {

	private static final String QINIU_HEADER = "X-Qiniu-";

	private static final String DATE = QINIU_HEADER + "Date";

	private static final DateTimeFormatter DATE_FORMAT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final ApiHost host;

	private final Supplier<PiliCredentials> credentials;

	private final boolean dated;

	SigningInterceptor(ApiHost host, Supplier<PiliCredentials> credentials, boolean dated) {
		this.host = host;
		this.credentials = credentials;
		this.dated = dated;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		sign(request, body);
		return execution.execute(request, body);
	}

	/**
	 * Sign a request of a client without any interceptor, which avoids the copy of the
	 * body that a chain of interceptors makes.
	 * @param request the request
	 * @param body the bytes that are sent, or empty if there is no body
	 */
	void sign(HttpRequest request, byte[] body) {
		URI uri = request.getURI();
		Assert.state(this.host.isHostOf(uri),
				() -> "A request for '%s' is not signed for another host".formatted(this.host.authority()));
		HttpHeaders headers = request.getHeaders();
		if (this.dated) {
			headers.set(DATE, DATE_FORMAT.format(Instant.now()));
		}
		headers.set(HttpHeaders.AUTHORIZATION,
				RequestSigner.authorization(this.credentials.get(), request.getMethod().name(), target(uri),
						host(headers), headers.getFirst(HttpHeaders.CONTENT_TYPE), qiniuHeaders(headers), body));
	}

	private static Map<String, String> qiniuHeaders(HttpHeaders headers) {
		Map<String, String> qiniuHeaders = Collections.emptyMap();
		for (String name : headers.headerNames()) {
			if (name.regionMatches(true, 0, QINIU_HEADER, 0, QINIU_HEADER.length())) {
				if (qiniuHeaders.isEmpty()) {
					qiniuHeaders = new HashMap<>();
				}
				qiniuHeaders.put(name, Objects.requireNonNullElse(headers.getFirst(name), ""));
			}
		}
		return qiniuHeaders;
	}

	private String host(HttpHeaders headers) {
		String header = headers.getFirst(HttpHeaders.HOST);
		return (header != null) ? header : this.host.authority();
	}

	private String target(URI uri) {
		return (uri.getRawQuery() != null) ? uri.getRawPath() + "?" + uri.getRawQuery() : uri.getRawPath();
	}

}
