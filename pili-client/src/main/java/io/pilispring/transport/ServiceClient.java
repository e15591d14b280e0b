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

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.web.client.RestClient;

/**
 * The HTTP client for a service.
 *
 * @param host the host of the service
 * @param client the HTTP client
 * @param signing signs the requests, or {@code null} if the client itself does or the
 * service requires no signature
 */
record ServiceClient(ApiHost host, RestClient client, @Nullable SigningInterceptor signing) {

	// RestClient's own attribute for the tag of observations; letting it parse the
	// template only to set this would cost more than signing does
	private static final String URI_TEMPLATE = RestClient.class.getName() + ".uriTemplate";

	private static final byte[] NO_BODY = {};

	RestClient.RequestHeadersSpec<?> prepare(ApiRequest request) {
		byte[] body = (request.body() != null) ? request.body() : NO_BODY;
		RestClient.RequestBodySpec spec = this.client.method(request.method())
			.uri(this.host.resolve(request.target()))
			.attribute(URI_TEMPLATE, request.template())
			.httpRequest((http) -> finish(http, body));
		if (request.hubKey() != null) {
			spec.attribute(PiliObservationConvention.HUB_KEY, request.hubKey());
		}
		return (body.length > 0) ? spec.body((output) -> output.write(body)) : spec;
	}

	private void finish(ClientHttpRequest request, byte[] body) {
		if (body.length > 0) {
			request.getHeaders().setContentLength(body.length);
		}
		if (this.signing != null) {
			this.signing.sign(request, body);
		}
	}

}
