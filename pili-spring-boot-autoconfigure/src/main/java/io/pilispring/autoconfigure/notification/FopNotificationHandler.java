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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;

/**
 * Handles notifications with Spring MVC.
 */
class FopNotificationHandler implements HttpRequestHandler {

	private final FopNotificationEndpoint endpoint;

	FopNotificationHandler(FopNotificationEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpStatus status = handle(request);
		if (status == HttpStatus.METHOD_NOT_ALLOWED) {
			response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
		}
		this.endpoint.log(status);
		response.setStatus(status.value());
	}

	private HttpStatus handle(HttpServletRequest request) throws IOException {
		HttpStatus refusal = this.endpoint.refuse(request.getMethod(), request.getQueryString(),
				request.getContentLengthLong());
		if (refusal != null) {
			return refusal;
		}
		byte[] body = request.getInputStream().readNBytes(this.endpoint.maxSize() + 1);
		return (body.length <= this.endpoint.maxSize()) ? this.endpoint.receive(request.getQueryString(), body)
				: HttpStatus.CONTENT_TOO_LARGE;
	}

}
