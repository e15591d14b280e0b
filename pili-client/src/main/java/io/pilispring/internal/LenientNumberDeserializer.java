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

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a number, also from text. Anything else, and a number that is too large, counts
 * as absent, so that the rest of the response is not lost.
 *
 * @param <N> the type of the number
 */
final class LenientNumberDeserializer<N extends Number> extends StdDeserializer<N> {

	private final transient Function<JsonParser, N> number;

	private final transient Function<String, N> text;

	private LenientNumberDeserializer(Class<N> type, Function<JsonParser, N> number, Function<String, N> text) {
		super(type);
		this.number = number;
		this.text = text;
	}

	static LenientNumberDeserializer<Long> ofLong() {
		return new LenientNumberDeserializer<>(Long.class, JsonParser::getLongValue, Long::valueOf);
	}

	static LenientNumberDeserializer<Integer> ofInteger() {
		return new LenientNumberDeserializer<>(Integer.class, JsonParser::getIntValue, Integer::valueOf);
	}

	static LenientNumberDeserializer<Double> ofDouble() {
		return new LenientNumberDeserializer<>(Double.class, JsonParser::getDoubleValue, Double::valueOf);
	}

	@Override
	public @Nullable N deserialize(JsonParser parser, DeserializationContext context) {
		try {
			if (parser.currentToken().isNumeric()) {
				return this.number.apply(parser);
			}
			if (parser.currentToken().isScalarValue()) {
				return this.text.apply(String.valueOf(parser.getString()).strip());
			}
			parser.skipChildren();
			return null;
		}
		catch (InputCoercionException | NumberFormatException ex) {
			return null;
		}
	}

}
