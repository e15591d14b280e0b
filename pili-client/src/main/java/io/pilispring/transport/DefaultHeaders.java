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
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestInitializer;

/**
 * Sets the headers of every request. Not done in the specification of each call, because
 * that would need another map of headers.
 *
 * @param typedDelete whether a DELETE request has a content type too, because the HTTP
 * client would otherwise add its own after the request is signed
 */
record DefaultHeaders(boolean typedDelete) implements ClientHttpRequestInitializer {

	@Override
	public void initialize(ClientHttpRequest request) {
		request.getHeaders().set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
		if (isTyped(request.getMethod())) {
			request.getHeaders().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
		}
	}

	private boolean isTyped(HttpMethod method) {
		return method == HttpMethod.POST || (method == HttpMethod.DELETE && this.typedDelete);
	}

}
