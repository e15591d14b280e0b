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
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

import io.pilispring.internal.SafeText;

/**
 * The relevant parts of the status line and the headers of a response.
 *
 * @param status the status
 * @param requestId the id of the request, or {@code null} if there is none
 * @param retryAfter the time to wait before the next call, or {@code null} if none is
 * requested
 * @param length the length of the body, or -1 if it is not known
 * @param isChunked whether the body is chunked, and so marks its own end
 * @param isEncoded whether the body is encoded, so that its length is not that of the
 * text
 */
record ResponseHead(int status, @Nullable String requestId, @Nullable Duration retryAfter, long length,
		boolean isChunked, boolean isEncoded) {

	private static final String REQUEST_ID = "X-Reqid";

	static ResponseHead of(ClientHttpResponse response) throws IOException {
		HttpHeaders headers = response.getHeaders();
		String requestId = headers.getFirst(REQUEST_ID);
		return new ResponseHead(response.getStatusCode().value(),
				(requestId != null && !requestId.isBlank()) ? SafeText.of(requestId) : null,
				RetryAfter.parse(headers.getFirst(HttpHeaders.RETRY_AFTER), headers.getFirst(HttpHeaders.DATE)),
				headers.getContentLength(), headers.containsHeader(HttpHeaders.TRANSFER_ENCODING),
				headers.containsHeader(HttpHeaders.CONTENT_ENCODING));
	}

	boolean isSuccess() {
		return this.status >= 200 && this.status <= 299;
	}

	// Some clients treat the end of the connection as the end of the body or the head
	boolean isCutOff(int received, boolean answered) {
		boolean shorter = received < this.length && !this.isEncoded;
		boolean untold = this.length < 0 && !this.isChunked;
		return shorter || (received == 0 && untold && answered);
	}

}
