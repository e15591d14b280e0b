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

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * Receives requests of PILI, independently of the web framework. Nothing of a request may
 * be logged that could be a secret.
 *
 * @since 0.1.0
 */
public interface Webhook {

	/**
	 * Return whether requests with a path are for this webhook.
	 * @param path the path within the application
	 * @return whether to receive them
	 */
	boolean matches(String path);

	/**
	 * Return the methods that requests may have.
	 * @return the methods
	 */
	Set<HttpMethod> methods();

	/**
	 * Return the maximum size of a body.
	 * @return the number of bytes
	 */
	int maxSize();

	/**
	 * Return the parameters of the query that are secrets, and so must not be seen by
	 * anything else in the application.
	 * @return the names of the parameters
	 */
	Set<String> secretParameters();

	/**
	 * Log the response to a request, if it is worth that. Nothing of the request may be
	 * logged.
	 * @param status the status of the response
	 */
	void log(HttpStatus status);

	/**
	 * Check a request before its body is read. The method and the length of the body are
	 * checked already.
	 * @param request the request
	 * @return the status of the response that rejects it, or {@code null} to read the
	 * body
	 */
	@Nullable HttpStatus reject(WebhookRequest request);

	/**
	 * Receive a request. May block.
	 * @param request the request
	 * @param body the body, empty if there is none
	 * @return the status of the response
	 */
	HttpStatus receive(WebhookRequest request, byte[] body);

	/**
	 * Reject a request before its body is read.
	 * @param request the request
	 * @param length the length of the body, or -1 if it is not known
	 * @return the status of the response that rejects it, or {@code null} to read the
	 * body
	 */
	default @Nullable HttpStatus reject(WebhookRequest request, long length) {
		if (methods().stream().noneMatch((method) -> method.matches(request.method()))) {
			return HttpStatus.METHOD_NOT_ALLOWED;
		}
		HttpStatus rejection = reject(request);
		if (rejection != null) {
			return rejection;
		}
		// Which others would parse before it gets here
		String type = request.headers().getFirst(HttpHeaders.CONTENT_TYPE);
		if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
			return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
		}
		return (length > maxSize()) ? HttpStatus.CONTENT_TOO_LARGE : null;
	}

}
