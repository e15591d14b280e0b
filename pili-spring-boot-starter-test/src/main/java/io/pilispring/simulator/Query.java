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

package io.pilispring.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query. If a name occurs several times, the first value is used.
 */
final class Query {

	private final Map<String, String> parameters;

	private Query(Map<String, String> parameters) {
		this.parameters = parameters;
	}

	static Query parse(String raw) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : raw.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				parameters.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
			else if (!pair.isEmpty()) {
				parameters.putIfAbsent(decode(pair), "");
			}
		}
		return new Query(parameters);
	}

	boolean has(String name) {
		return this.parameters.containsKey(name);
	}

	@Nullable String text(String name) {
		return this.parameters.get(name);
	}

	String requireText(String name) {
		String value = this.parameters.get(name);
		if (value == null || value.isBlank()) {
			throw ApiException.badRequest("'%s' is required".formatted(name));
		}
		return value;
	}

	@Nullable Long number(String name) {
		String value = this.parameters.get(name);
		if (value == null) {
			return null;
		}
		try {
			return Long.valueOf(value);
		}
		catch (NumberFormatException ex) {
			throw ApiException.badRequest("'%s' must be a whole number: '%s'".formatted(name, value));
		}
	}

	int limit(int defaultLimit, int maximum) {
		Long limit = number("limit");
		if (limit == null) {
			return defaultLimit;
		}
		if (limit <= 0) {
			throw ApiException.badRequest("'limit' must be positive: %d".formatted(limit));
		}
		return (int) Math.min(limit, maximum);
	}

	private static String decode(String value) {
		try {
			return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.badRequest("malformed query");
		}
	}

}
