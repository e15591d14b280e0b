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

package io.pilispring.v2.callback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.WireJson;

/**
 * Reads callbacks in all forms: a query, a form, and flat JSON.
 */
final class CallbackReader {

	private static final int MAX_VARIABLES = 100;

	private static final int MAX_TEXT_LENGTH = 200;

	private static final long LARGEST_SECONDS = 100_000_000_000L;

	private final CallbackFields fields;

	CallbackReader(CallbackFields fields) {
		this.fields = fields;
	}

	/**
	 * Read a callback.
	 * @param hubKey the key of the hub
	 * @param request the request
	 * @return the callback, or {@code null} if it is none
	 */
	@Nullable PushCallback read(String hubKey, CallbackRequest request) {
		Map<String, String> variables = variables(request);
		if (variables == null) {
			return null;
		}
		String key = text(variables, this.fields.title());
		Boolean connected = connected(variables);
		return (key != null && isKey(key) && connected != null)
				? new PushCallback(hubKey, key, connected, variables, this.fields) : null;
	}

	private static boolean isKey(String key) {
		try {
			Arguments.text("key", key, MAX_TEXT_LENGTH);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	// By the status, else by what only the callback of an end or a start has
	private @Nullable Boolean connected(Map<String, String> variables) {
		String status = text(variables, this.fields.status());
		if (status != null) {
			return switch (status.toLowerCase(Locale.ROOT)) {
				case "connected" -> Boolean.TRUE;
				case "disconnected" -> Boolean.FALSE;
				default -> null;
			};
		}
		if (time(variables, this.fields.endTime()) != null) {
			return Boolean.FALSE;
		}
		return (time(variables, this.fields.startTime()) != null) ? Boolean.TRUE : null;
	}

	private static @Nullable Map<String, String> variables(CallbackRequest request) {
		// A constant may stand in the query of the URL, whatever the form
		Map<String, String> variables = new LinkedHashMap<>();
		if (!addForm(variables, request.query())) {
			return null;
		}
		if (request.body().length == 0) {
			return variables;
		}
		String body = new String(request.body(), StandardCharsets.UTF_8);
		String type = Objects.requireNonNullElse(request.contentType(), "").toLowerCase(Locale.ROOT);
		boolean read = (type.startsWith("application/json")) ? addJson(variables, body)
				: type.startsWith("application/x-www-form-urlencoded") && addForm(variables, body);
		return (read && variables.size() <= MAX_VARIABLES) ? variables : null;
	}

	private static boolean addForm(Map<String, String> variables, String form) {
		String[] pairs = form.split("&", MAX_VARIABLES + 2);
		if (pairs.length > MAX_VARIABLES) {
			return false;
		}
		try {
			for (String pair : pairs) {
				int equals = pair.indexOf('=');
				if (equals > 0) {
					variables.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
				}
			}
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static boolean addJson(Map<String, String> variables, String json) {
		try {
			JsonNode object = WireJson.read(json, JsonNode.class);
			object.properties().forEach((variable) -> {
				if (variable.getValue().isValueNode() && !variable.getValue().isNull()) {
					variables.put(variable.getKey(), variable.getValue().asString());
				}
			});
			return object.isObject();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	static @Nullable String text(Map<String, String> variables, String name) {
		String text = variables.get(name);
		return (StringUtils.hasText(text)) ? text.strip() : null;
	}

	// In seconds or milliseconds, because PILI does not document the unit
	static @Nullable Instant time(Map<String, String> variables, String name) {
		String text = variables.get(name);
		if (text == null || !text.matches("[1-9]\\d{0,17}")) {
			return null;
		}
		long number = Long.parseLong(text);
		return (number < LARGEST_SECONDS) ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
	}

}
