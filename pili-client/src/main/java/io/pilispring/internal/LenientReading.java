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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * Reads an optional part of a response that has an unexpected type as absent, so that the
 * rest is not lost. The response as a whole, and the requested list in it, must have the
 * expected type.
 */
final class LenientReading extends DeserializationProblemHandler {

	@Override
	public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> targetType,
			String valueToConvert, String failureMsg) {
		return (isWhole(context.getParser())) ? NOT_HANDLED : absent(targetType);
	}

	@Override
	public @Nullable Object handleWeirdNumberValue(DeserializationContext context, Class<?> targetType,
			Number valueToConvert, String failureMsg) {
		return (isWhole(context.getParser())) ? NOT_HANDLED : absent(targetType);
	}

	@Override
	public @Nullable Object handleUnexpectedToken(DeserializationContext context, JavaType targetType, JsonToken token,
			JsonParser parser, String failureMsg) {
		if (isWhole(parser) || isListOfOthers(targetType)) {
			return NOT_HANDLED;
		}
		parser.skipChildren();
		return absent(targetType.getRawClass());
	}

	@Override
	public @Nullable Object handleMissingInstantiator(DeserializationContext context, Class<?> type,
			@Nullable ValueInstantiator instantiator, @Nullable JsonParser parser, String message) {
		if (parser == null || isWhole(parser)) {
			return NOT_HANDLED;
		}
		parser.skipChildren();
		return null;
	}

	private static @Nullable Object absent(Class<?> type) {
		return (type == boolean.class) ? Boolean.FALSE : null;
	}

	private static boolean isWhole(JsonParser parser) {
		int depth = parser.streamReadContext().getNestingDepth();
		boolean starts = parser.hasToken(JsonToken.START_OBJECT) || parser.hasToken(JsonToken.START_ARRAY);
		return depth - ((starts) ? 1 : 0) <= 0;
	}

	private static boolean isListOfOthers(JavaType type) {
		return type.isCollectionLikeType() && !type.getContentType().hasRawClass(String.class);
	}

}
