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

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;

/**
 * Makes single attempts at calls.
 */
final class HttpExchange {

	private static final int MAX_BODY_SIZE = 8 * 1024 * 1024;

	private final ServiceClient pili;

	private final ServiceClient fop;

	HttpExchange(ServiceClient pili, ServiceClient fop) {
		this.pili = pili;
		this.fop = fop;
	}

	ApiResponse send(ApiRequest request, CallAttempt attempt) {
		ServiceClient service = (request.service() == ApiService.FOP) ? this.fop : this.pili;
		try {
			return service.prepare(request)
				.exchangeForRequiredValue((sent, response) -> read(request, response, attempt));
		}
		catch (ResourceAccessException ex) {
			if (attempt.isWithoutConnection()) {
				// The HTTP client may still have it in a queue, and send it later
				attempt.abandon();
			}
			throw ConnectionFailure.toException(request, ex, attempt);
		}
	}

	private ApiResponse read(ApiRequest request, ClientHttpResponse response, CallAttempt attempt) throws IOException {
		// Read first, because not every client leaves the headers unchanged until the end
		ResponseHead head = CheckedRequestFactory.checked(() -> ResponseHead.of(response));
		byte[] bytes = CheckedRequestFactory.checked(() -> readBody(response, head.length(), attempt));
		String body = text(bytes);
		if (!head.isSuccess()) {
			throw ErrorResponse.toException(request, head.status(), body, head.requestId(), head.retryAfter());
		}
		if (bytes.length <= MAX_BODY_SIZE && head.isCutOff(bytes.length, request.isAnswered())) {
			throw new EOFException("The response is cut off");
		}
		ApiResponse result = new ApiResponse(request, head.status(), head.requestId(), body);
		if (bytes.length > MAX_BODY_SIZE) {
			throw result.unreadable("more than " + MAX_BODY_SIZE + " bytes");
		}
		return result;
	}

	// A byte order mark is not part of the text
	private static String text(byte[] bytes) {
		String text = new String(bytes, 0, Math.min(bytes.length, MAX_BODY_SIZE), StandardCharsets.UTF_8);
		return (text.startsWith("\uFEFF")) ? text.substring(1) : text;
	}

	private byte[] readBody(ClientHttpResponse response, long length, CallAttempt attempt) throws IOException {
		InputStream input = response.getBody();
		attempt.readsBody(input);
		byte[] body = readBody(input, length);
		if (attempt.isAborted()) {
			// Some clients report this as the end of the body
			throw new EOFException("aborted");
		}
		if (body.length > MAX_BODY_SIZE) {
			attempt.abandon();
		}
		return body;
	}

	// The length header only sizes the buffer, the body decides: the HTTP client may
	// have decompressed it
	private byte[] readBody(InputStream input, long length) throws IOException {
		if (length <= 0 || length > MAX_BODY_SIZE) {
			return input.readNBytes(MAX_BODY_SIZE + 1);
		}
		byte[] start = input.readNBytes((int) length);
		int next = input.read();
		if (next < 0) {
			return start;
		}
		byte[] rest = input.readNBytes(MAX_BODY_SIZE - start.length);
		byte[] body = Arrays.copyOf(start, start.length + 1 + rest.length);
		body[start.length] = (byte) next;
		System.arraycopy(rest, 0, body, start.length + 1, rest.length);
		return body;
	}

}
