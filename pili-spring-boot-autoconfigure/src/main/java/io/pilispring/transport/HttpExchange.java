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

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Makes single attempts at calls, on a {@link RestClient} for each service.
 */
final class HttpExchange {

	private static final String REQUEST_ID = "X-Reqid";

	// What RestClient itself calls the tag of observations; to have it parse the template
	// only to set this would cost more than signing does
	private static final String URI_TEMPLATE = RestClient.class.getName() + ".uriTemplate";

	private static final int MAX_BODY_SIZE = 8 * 1024 * 1024;

	private final ApiHost apiHost;

	private final RestClient pili;

	private final ApiHost fopApiHost;

	private final RestClient fop;

	HttpExchange(ApiHost apiHost, RestClient pili, ApiHost fopApiHost, RestClient fop) {
		this.apiHost = apiHost;
		this.pili = pili;
		this.fopApiHost = fopApiHost;
		this.fop = fop;
	}

	ApiResponse send(ApiRequest request, CallAttempt attempt) {
		try {
			return specOf(request).exchangeForRequiredValue((sent, response) -> read(request, response, attempt));
		}
		catch (ResourceAccessException ex) {
			throw ConnectionFailure.toException(request, ex, attempt.isBrokenOff());
		}
	}

	private RestClient.RequestHeadersSpec<?> specOf(ApiRequest request) {
		boolean isFop = request.service() == ApiService.FOP;
		ApiHost host = (isFop) ? this.fopApiHost : this.apiHost;
		RestClient client = (isFop) ? this.fop : this.pili;
		RestClient.RequestBodySpec spec = client.method(request.method())
			.uri(host.resolve(request.target()))
			.attribute(URI_TEMPLATE, request.template())
			.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
		byte[] body = request.body();
		return (body != null) ? spec.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
			.body((output) -> output.write(body)) : spec;
	}

	private ApiResponse read(ApiRequest request, ClientHttpResponse response, CallAttempt attempt) throws IOException {
		int status = response.getStatusCode().value();
		HttpHeaders headers = response.getHeaders();
		String requestId = requestId(headers);
		byte[] bytes = CheckedFailureInterceptor.checked(() -> readBody(response, attempt));
		String body = new String(bytes, 0, Math.min(bytes.length, MAX_BODY_SIZE), StandardCharsets.UTF_8);
		if (status < 200 || status > 299) {
			throw ErrorAnswer.toException(request, status, body, requestId, headers.getFirst(HttpHeaders.RETRY_AFTER));
		}
		if (isCutOff(request, headers, bytes.length)) {
			throw new EOFException("The answer is cut off");
		}
		ApiResponse answer = new ApiResponse(request, status, requestId, body);
		if (bytes.length > MAX_BODY_SIZE) {
			throw answer.unreadable("more than " + MAX_BODY_SIZE + " bytes");
		}
		return answer;
	}

	// Some clients take the end of the connection for the end of the body, or of the head
	private boolean isCutOff(ApiRequest request, HttpHeaders headers, int length) {
		long told = headers.getContentLength();
		boolean shorter = length < told && length < MAX_BODY_SIZE
				&& !headers.containsHeader(HttpHeaders.CONTENT_ENCODING);
		boolean untold = told < 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
		return shorter || (length == 0 && untold && request.isAnswered());
	}

	private byte[] readBody(ClientHttpResponse response, CallAttempt attempt) throws IOException {
		InputStream input = response.getBody();
		attempt.readsBody(input);
		byte[] body = readBody(response, input);
		if (attempt.isBrokenOff()) {
			// To some clients that is the end of the body
			throw new EOFException("broken off");
		}
		if (body.length > MAX_BODY_SIZE) {
			attempt.abandon();
		}
		return body;
	}

	// The length that the server tells saves buffers, but the body decides: the HTTP
	// client may have unpacked it
	private byte[] readBody(ClientHttpResponse response, InputStream input) throws IOException {
		long length = response.getHeaders().getContentLength();
		byte[] start = input.readNBytes((int) Math.min(Math.max(length, 0), MAX_BODY_SIZE));
		int next = input.read();
		if (next < 0) {
			return start;
		}
		ByteArrayOutputStream body = new ByteArrayOutputStream(2 * start.length + 1);
		body.write(start);
		body.write(next);
		body.write(input.readNBytes(MAX_BODY_SIZE - start.length));
		return body.toByteArray();
	}

	private @Nullable String requestId(HttpHeaders headers) {
		String requestId = headers.getFirst(REQUEST_ID);
		return (requestId != null && !requestId.isBlank()) ? SafeText.of(requestId) : null;
	}

}
