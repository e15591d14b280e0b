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

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The head of a request to a {@link Webhook}.
 *
 * @param method the method
 * @param contextPath the context path of the application, empty if it has none
 * @param path the raw path, with the context path
 * @param query the raw query, or {@code null} if there is none
 * @param headers the headers
 * @since 0.1.0
 */
public record WebhookRequest(String method, String contextPath, String path, @Nullable String query,
		HttpHeaders headers) {

	/**
	 * Return the raw path within the application.
	 * @return the path without the context path
	 */
	public String pathWithinApplication() {
		return (this.path.startsWith(this.contextPath)) ? this.path.substring(this.contextPath.length()) : this.path;
	}

	/**
	 * Return the query without some parameters.
	 * @param names the names of the parameters to leave out
	 * @return the query, or {@code null} if nothing is left
	 */
	@Nullable String queryWithout(Set<String> names) {
		if (this.query == null) {
			return null;
		}
		String rest = Arrays.stream(this.query.split("&"))
			.filter((parameter) -> !names.contains(parameter.replaceFirst("=.*", "")))
			.collect(Collectors.joining("&"));
		return (rest.isEmpty()) ? null : rest;
	}

	// Without the query and the headers
	@Override
	public String toString() {
		return "WebhookRequest[method=" + this.method + "]";
	}

}
