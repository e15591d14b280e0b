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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request. A field that is {@code null} counts as absent.
 */
final class JsonBody {

	private final JsonNode node;

	private JsonBody(JsonNode node) {
		this.node = node;
	}

	static JsonBody empty() {
		return parse("{}".getBytes(StandardCharsets.UTF_8));
	}

	static JsonBody parse(byte[] bytes) {
		JsonNode node = Json.read(bytes);
		if (!node.isObject()) {
			throw ApiException.badRequest("the body must be a JSON object");
		}
		return new JsonBody(node);
	}

	@Nullable String text(String name) {
		JsonNode value = field(name);
		if (value == null) {
			return null;
		}
		if (!value.isString() || value.stringValue().isBlank()) {
			throw invalid(name, "a text");
		}
		return value.stringValue();
	}

	/**
	 * Return a text that is the default if it is empty, as official SDKs of version 2
	 * send it.
	 * @param name the name of the field
	 * @return the text, or {@code null} for the default
	 */
	@Nullable String optionalText(String name) {
		JsonNode value = field(name);
		return (value != null && value.isString() && value.stringValue().isEmpty()) ? null : text(name);
	}

	/**
	 * Return a number that is 0 if it is absent.
	 * @param name the name of the field
	 * @param minimum the smallest number that is valid
	 * @param maximum the largest number that is valid
	 * @return the number
	 */
	long numberOrZero(String name, long minimum, long maximum) {
		Long value = number(name);
		if (value == null) {
			return 0;
		}
		if (value < minimum || value > maximum) {
			throw ApiException.invalidArgs("'%s' must be from %d to %d: %d".formatted(name, minimum, maximum, value));
		}
		return value;
	}

	boolean requireBool(String name) {
		Boolean value = bool(name);
		if (value == null) {
			throw ApiException.badRequest("'%s' is required".formatted(name));
		}
		return value;
	}

	List<JsonBody> requireObjects(String name) {
		JsonNode array = field(name);
		if (array == null || !array.isArray()) {
			throw invalid(name, "a list of objects");
		}
		List<JsonBody> objects = new ArrayList<>();
		for (JsonNode value : array) {
			if (!value.isObject()) {
				throw invalid(name, "a list of objects");
			}
			objects.add(new JsonBody(value));
		}
		return objects;
	}

	String requireText(String name) {
		String value = text(name);
		if (value == null) {
			throw ApiException.badRequest("'%s' is required".formatted(name));
		}
		return value;
	}

	@Nullable Long number(String name) {
		JsonNode value = field(name);
		if (value == null) {
			return null;
		}
		if (!value.isIntegralNumber() || !value.canConvertToLong()) {
			throw invalid(name, "a whole number");
		}
		return value.longValue();
	}

	@Nullable Boolean bool(String name) {
		JsonNode value = field(name);
		if (value == null) {
			return null;
		}
		if (!value.isBoolean()) {
			throw invalid(name, "true or false");
		}
		return value.booleanValue();
	}

	List<String> requireTexts(String name) {
		JsonNode array = field(name);
		if (array == null || !array.isArray()) {
			throw invalid(name, "a list of texts");
		}
		List<String> texts = new ArrayList<>();
		for (JsonNode value : array) {
			if (!value.isString()) {
				throw invalid(name, "a list of texts");
			}
			texts.add(value.stringValue());
		}
		return texts;
	}

	private @Nullable JsonNode field(String name) {
		JsonNode value = this.node.get(name);
		return (value != null && !value.isNull()) ? value : null;
	}

	private static ApiException invalid(String name, String expected) {
		return ApiException.badRequest("'%s' must be %s".formatted(name, expected));
	}

}
