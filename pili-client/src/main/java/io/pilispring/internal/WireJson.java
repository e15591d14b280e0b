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

package io.pilispring.internal;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads and writes the JSON that is exchanged with PILI. It uses its own mapper, so that
 * no setting of the application changes what is sent or how responses are read.
 *
 * @since 0.1.0
 */
public final class WireJson {

	private static final int MAX_ITEMS = 1000;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.addHandler(new LenientReading())
		.withCoercionConfigDefaults(
				(coercion) -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
		.addModule(new SimpleModule().addDeserializer(Instant.class, new LenientInstantDeserializer())
			.addDeserializer(Long.class, LenientNumberDeserializer.ofLong())
			.addDeserializer(Integer.class, LenientNumberDeserializer.ofInteger())
			.addDeserializer(Double.class, LenientNumberDeserializer.ofDouble()))
		.changeDefaultVisibility((visibility) -> visibility.withFieldVisibility(Visibility.ANY))
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

	private WireJson() {
	}

	/**
	 * Write a value.
	 * @param value the value
	 * @return its JSON in UTF-8
	 */
	public static byte[] write(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	/**
	 * Read a value that has no long list.
	 * @param <T> the type of the value
	 * @param json the JSON
	 * @param type the type of the value
	 * @return the value, never {@code null}
	 * @throws JacksonException if the JSON is malformed, of another type, too long or
	 * {@code null}
	 */
	public static <T> T read(String json, Class<T> type) throws JacksonException {
		return read(json, type, MAX_ITEMS);
	}

	/**
	 * Read a value with a list, which is given up as soon as it has more items.
	 * @param <T> the type of the value
	 * @param json the JSON
	 * @param type the type of the value
	 * @param maxItems the maximum number of items of the list, which is the value itself
	 * or one of its properties
	 * @return the value, never {@code null}
	 * @throws JacksonException if the JSON is malformed, of another type, too long or
	 * {@code null}
	 */
	public static <T> T read(String json, Class<T> type, int maxItems) throws JacksonException {
		ObjectReader reader = READERS.computeIfAbsent(type, MAPPER::readerFor);
		T value;
		try (JsonParser parser = new BoundedParser(reader.createParser(json), maxItems)) {
			value = reader.readValue(parser);
		}
		if (value == null) {
			throw MismatchedInputException.from(null, type, "null instead of " + type.getSimpleName());
		}
		return value;
	}

}
