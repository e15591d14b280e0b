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

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

import io.pilispring.internal.WireJson;

/**
 * Builds a request: method, path, query and body, without host and signature. Each
 * instance is for one call.
 *
 * @since 0.1.0
 */
public final class ApiRequest {

	private final HttpMethod method;

	private final String template;

	private final String path;

	private final StringBuilder query = new StringBuilder();

	private ApiService service = ApiService.PILI;

	private boolean repeatable;

	private boolean answered = true;

	private byte @Nullable [] body;

	private @Nullable String hubKey;

	private ApiRequest(HttpMethod method, String template, String... variables) {
		this.method = method;
		this.template = template;
		this.path = expand(template, variables);
		this.repeatable = method != HttpMethod.POST;
	}

	/**
	 * Start a GET request.
	 * @param template the path with its variables in braces
	 * @param variables the values of the variables, in order
	 * @return the request
	 */
	public static ApiRequest get(String template, String... variables) {
		return new ApiRequest(HttpMethod.GET, template, variables);
	}

	/**
	 * Start a POST request.
	 * @param template the path with its variables in braces
	 * @param variables the values of the variables, in order
	 * @return the request
	 */
	public static ApiRequest post(String template, String... variables) {
		return new ApiRequest(HttpMethod.POST, template, variables);
	}

	/**
	 * Start a DELETE request.
	 * @param template the path with its variables in braces
	 * @param variables the values of the variables, in order
	 * @return the request
	 */
	public static ApiRequest delete(String template, String... variables) {
		return new ApiRequest(HttpMethod.DELETE, template, variables);
	}

	private static String expand(String template, String... variables) {
		StringBuilder path = new StringBuilder(template.length() + 48);
		int from = 0;
		for (String variable : variables) {
			int open = template.indexOf('{', from);
			int close = template.indexOf('}', from);
			Assert.isTrue(open >= 0 && close > open, () -> "'template' has too few variables: " + template);
			path.append(template, from, open).append(UriUtils.encodePathSegment(variable, StandardCharsets.UTF_8));
			from = close + 1;
		}
		Assert.isTrue(template.indexOf('{', from) < 0, () -> "'template' has too many variables: " + template);
		return path.append(template, from, template.length()).toString();
	}

	private static String encode(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	/**
	 * Add a query parameter. Parameters keep their order.
	 * @param name the name
	 * @param value the value, or {@code null} to leave the parameter out
	 * @return this request
	 */
	public ApiRequest query(String name, @Nullable Object value) {
		if (value != null) {
			this.query.append(this.query.isEmpty() ? '?' : '&').append(name).append('=');
			this.query.append(encode(value.toString()));
		}
		return this;
	}

	/**
	 * Set the body.
	 * @param value the value to send as JSON
	 * @return this request
	 */
	public ApiRequest body(Object value) {
		this.body = WireJson.write(value);
		return this;
	}

	/**
	 * Set the service to call. The default is {@link ApiService#PILI}.
	 * @param service the service
	 * @return this request
	 */
	public ApiRequest service(ApiService service) {
		this.service = service;
		return this;
	}

	/**
	 * Allow the request to be sent again if it is not known whether PILI received it,
	 * because repeating it has no further effect. GET and DELETE requests are always
	 * repeatable.
	 * @return this request
	 */
	public ApiRequest repeatable() {
		this.repeatable = true;
		return this;
	}

	/**
	 * Accept an empty response body. Without this, an empty body without a length counts
	 * as cut off.
	 * @return this request
	 */
	public ApiRequest acceptEmptyResponse() {
		this.answered = false;
		return this;
	}

	/**
	 * Return the HTTP method.
	 * @return the method
	 */
	public HttpMethod method() {
		return this.method;
	}

	/**
	 * Return the path with its variables in braces, as used in tags of observations.
	 * @return the template
	 */
	public String template() {
		return this.template;
	}

	/**
	 * Return the key of the hub that the request is for.
	 * @return the key, or {@code null} if it is not known
	 */
	public @Nullable String hubKey() {
		return this.hubKey;
	}

	ApiRequest hubKey(String hubKey) {
		this.hubKey = hubKey;
		return this;
	}

	ApiService service() {
		return this.service;
	}

	boolean isRepeatable() {
		return this.repeatable;
	}

	boolean isAnswered() {
		return this.answered;
	}

	boolean isDelete() {
		return this.method == HttpMethod.DELETE;
	}

	// Encoded path and query
	String target() {
		return this.path + this.query;
	}

	byte @Nullable [] body() {
		return this.body;
	}

	/**
	 * Describe the request.
	 * @return the method and the path
	 */
	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
