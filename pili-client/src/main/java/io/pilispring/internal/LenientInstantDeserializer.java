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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a time as RFC 3339 writes it, with {@code Z} or an offset and up to nine
 * fractional digits. Anything else counts as missing, so that the rest of the response is
 * not lost.
 */
final class LenientInstantDeserializer extends StdDeserializer<Instant> {

	private static final String FORM = "0000-00-00T00:00:00.000Z";

	LenientInstantDeserializer() {
		super(Instant.class);
	}

	@Override
	public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.hasToken(JsonToken.VALUE_STRING)) {
			parser.skipChildren();
			return null;
		}
		try {
			String text = parser.getString().strip();
			return (isUtcInMillis(text)) ? utcInMillis(text) : OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	// PILI's own format, such as 2016-12-05T06:47:52.063Z: a formatter would take longer
	// for one time than for the rest of a stream
	private static boolean isUtcInMillis(String text) {
		if (text.length() != FORM.length()) {
			return false;
		}
		for (int i = 0; i < FORM.length(); i++) {
			char form = FORM.charAt(i);
			char c = text.charAt(i);
			if ((form == '0') ? (c < '0' || c > '9') : (c != form)) {
				return false;
			}
		}
		return true;
	}

	private static Instant utcInMillis(String text) {
		LocalDateTime time = LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10),
				number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), number(text, 20, 23) * 1_000_000);
		return time.toInstant(ZoneOffset.UTC);
	}

	private static int number(String text, int from, int to) {
		return Integer.parseInt(text, from, to, 10);
	}

}
