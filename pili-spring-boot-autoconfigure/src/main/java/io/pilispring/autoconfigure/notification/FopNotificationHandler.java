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

package io.pilispring.autoconfigure.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpRequestHandler;

import io.pilispring.fop.FopNotificationReceiver;
import io.pilispring.fop.FopNotifyUrl;

/**
 * Takes notifications over HTTP. The token comes first: who does not have it costs
 * nothing and learns nothing. Nothing that was sent is written to the log.
 */
class FopNotificationHandler implements HttpRequestHandler {

	private static final Log logger = LogFactory.getLog(FopNotificationHandler.class);

	private static final DataSize LARGEST_MAX_SIZE = DataSize.ofMegabytes(8);

	private final FopNotifyUrl url;

	private final FopNotificationReceiver receiver;

	private final int maxSize;

	FopNotificationHandler(FopNotifyUrl url, FopNotificationReceiver receiver, DataSize maxSize) {
		Assert.isTrue(maxSize.toBytes() > 0 && maxSize.compareTo(LARGEST_MAX_SIZE) <= 0,
				() -> "'maxSize' must be positive and at most 8MB, but is " + maxSize);
		this.url = url;
		this.receiver = receiver;
		this.maxSize = (int) maxSize.toBytes();
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpStatus status = handle(request);
		if (status == HttpStatus.METHOD_NOT_ALLOWED) {
			response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
		}
		if (status != HttpStatus.OK) {
			logger.debug("Answered a notification of a file operation with " + status);
		}
		response.setStatus(status.value());
	}

	private HttpStatus handle(HttpServletRequest request) throws IOException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			return HttpStatus.METHOD_NOT_ALLOWED;
		}
		if (!this.url.isCalledWith(request.getQueryString())) {
			return HttpStatus.FORBIDDEN;
		}
		String body = read(request);
		if (body == null) {
			return HttpStatus.CONTENT_TOO_LARGE;
		}
		return switch (this.receiver.receive(body)) {
			case TAKEN -> HttpStatus.OK;
			case MALFORMED -> HttpStatus.BAD_REQUEST;
			case TRY_AGAIN -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	private @Nullable String read(HttpServletRequest request) throws IOException {
		if (request.getContentLengthLong() > this.maxSize) {
			return null;
		}
		byte[] body = request.getInputStream().readNBytes(this.maxSize + 1);
		return (body.length <= this.maxSize) ? new String(body, StandardCharsets.UTF_8) : null;
	}

}
