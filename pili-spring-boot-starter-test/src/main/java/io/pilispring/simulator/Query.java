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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query. If a name occurs several times, the first value is used.
 */
final class Query {

	private static final List<String> TRUE = List.of("1", "t", "T", "TRUE", "true", "True");

	private static final List<String> FALSE = List.of("", "0", "f", "F", "FALSE", "false", "False");

	private final Map<String, List<String>> parameters;

	private Query(Map<String, List<String>> parameters) {
		this.parameters = parameters;
	}

	static Query parse(String raw) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String pair : raw.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				add(parameters, decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
			else if (!pair.isEmpty()) {
				add(parameters, decode(pair), "");
			}
		}
		return new Query(parameters);
	}

	private static void add(Map<String, List<String>> parameters, String name, String value) {
		parameters.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
	}

	boolean has(String name) {
		return this.parameters.containsKey(name);
	}

	Set<String> names() {
		return this.parameters.keySet();
	}

	List<String> all(String name) {
		return this.parameters.getOrDefault(name, List.of());
	}

	@Nullable String text(String name) {
		List<String> values = all(name);
		return (values.isEmpty()) ? null : values.get(0);
	}

	/**
	 * Return a parameter that is written as in Go.
	 * @param name the name of the parameter
	 * @return whether it is true
	 */
	boolean bool(String name) {
		String value = text(name);
		if (value == null || FALSE.contains(value)) {
			return false;
		}
		if (!TRUE.contains(value)) {
			throw ApiException.badRequest("'%s' must be true or false: '%s'".formatted(name, value));
		}
		return true;
	}

	/**
	 * Return a number of version 2, where an absent one, an empty one and 0 are the same.
	 * @param name the name of the parameter
	 * @param maximum the largest number that is valid
	 * @return the number, which is not negative
	 */
	long numberOrZero(String name, long maximum) {
		String text = text(name);
		Long value = (text == null || text.isEmpty()) ? Long.valueOf(0) : number(name);
		if (value == null || value < 0 || value > maximum) {
			throw ApiException.badRequest("'%s' must be from 0 to %d: %s".formatted(name, maximum, text));
		}
		return value;
	}

	String requireText(String name) {
		String value = text(name);
		if (value == null || value.isBlank()) {
			throw ApiException.badRequest("'%s' is required".formatted(name));
		}
		return value;
	}

	@Nullable Long number(String name) {
		String value = text(name);
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
