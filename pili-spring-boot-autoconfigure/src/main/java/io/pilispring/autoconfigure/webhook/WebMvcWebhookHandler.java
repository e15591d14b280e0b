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

package io.pilispring.autoconfigure.webhook;

import java.io.IOException;
import java.util.Collections;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;

/**
 * Serves a {@link Webhook} with Spring MVC.
 *
 * @since 0.1.0
 */
public final class WebMvcWebhookHandler implements HttpRequestHandler {

	static final String HEAD = WebhookRequest.class.getName();

	private final Webhook webhook;

	/**
	 * Create a handler.
	 * @param webhook the webhook
	 */
	public WebMvcWebhookHandler(Webhook webhook) {
		this.webhook = webhook;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		respond(this.webhook, response, handle(request));
	}

	static void respond(Webhook webhook, HttpServletResponse response, HttpStatus status) {
		if (status == HttpStatus.METHOD_NOT_ALLOWED) {
			response.setHeader(HttpHeaders.ALLOW,
					webhook.methods().stream().map(HttpMethod::name).sorted().collect(Collectors.joining(",")));
		}
		webhook.log(status);
		response.setStatus(status.value());
	}

	private HttpStatus handle(HttpServletRequest request) throws IOException {
		WebhookRequest head = (request.getAttribute(HEAD) instanceof WebhookRequest known) ? known : head(request);
		HttpStatus rejection = this.webhook.reject(head, request.getContentLengthLong());
		if (rejection != null) {
			return rejection;
		}
		byte[] body = request.getInputStream().readNBytes(this.webhook.maxSize() + 1);
		return (body.length <= this.webhook.maxSize()) ? this.webhook.receive(head, body)
				: HttpStatus.CONTENT_TOO_LARGE;
	}

	static WebhookRequest head(HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.addAll(name, Collections.list(request.getHeaders(name))));
		return new WebhookRequest(request.getMethod(), request.getContextPath(), request.getRequestURI(),
				request.getQueryString(), headers);
	}

}
