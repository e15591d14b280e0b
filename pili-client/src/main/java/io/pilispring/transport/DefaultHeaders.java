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

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInitializer;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

/**
 * Sets the headers of every request. Not done in the specification of each call, because
 * that would need another map of headers.
 *
 * @param client the HTTP client that the requests are for
 */
record DefaultHeaders(ClientHttpRequestFactory client) implements ClientHttpRequestInitializer {

	@Override
	public void initialize(ClientHttpRequest request) {
		request.getHeaders().set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
		if (isTyped(request.getMethod())) {
			request.getHeaders().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
		}
	}

	// HttpURLConnection would add a content type of its own to a DELETE request after it
	// is signed
	private boolean isTyped(HttpMethod method) {
		return method == HttpMethod.POST || (method == HttpMethod.DELETE && isSimple(this.client));
	}

	// Decided for each request, because a client may be built by the first one, and that
	// of background calls may be another
	private static boolean isSimple(ClientHttpRequestFactory client) {
		if (client instanceof SeparateRequestFactory separate) {
			return isSimple(separate.current());
		}
		if (client instanceof LazyRequestFactory lazy) {
			return isSimple(lazy.build());
		}
		if (client instanceof AbstractClientHttpRequestFactoryWrapper wrapper) {
			return isSimple(wrapper.getDelegate());
		}
		return client instanceof SimpleClientHttpRequestFactory;
	}

}
