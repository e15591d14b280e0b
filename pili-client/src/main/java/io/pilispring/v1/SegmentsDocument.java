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

package io.pilispring.v1;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

import io.pilispring.internal.WireLists;

/**
 * Segments as sent by PILI: a plain list, or an object with or without its range.
 *
 * @param list the segments and their range
 */
@JsonDeserialize(using = SegmentsDocument.Deserializer.class)
record SegmentsDocument(SegmentList list) {

	private static SegmentList toList(Range range) {
		List<Segment> segments = WireLists.present(range.segments())
			.stream()
			.filter(Item::isComplete)
			.map(Item::toSegment)
			.toList();
		return new SegmentList(segments, toInstant(range.start()), toInstant(range.end()),
				(range.duration() != null) ? Duration.ofMillis(Math.round(range.duration() * 1000)) : null);
	}

	private static @Nullable Instant toInstant(@Nullable Long seconds) {
		return (seconds != null) ? Instant.ofEpochSecond(seconds) : null;
	}

	record Range(@Nullable List<@Nullable Item> segments, @Nullable Long start, @Nullable Long end,
			@Nullable Double duration) {

	}

	record Item(@Nullable Long start, @Nullable Long end) {

		// A segment that is still being recorded has no end yet
		boolean isComplete() {
			return this.start != null && this.end != null;
		}

		Segment toSegment() {
			return new Segment(Instant.ofEpochSecond(Objects.requireNonNull(this.start)),
					Instant.ofEpochSecond(Objects.requireNonNull(this.end)));
		}

	}

	static final class Deserializer extends StdDeserializer<SegmentsDocument> {

		Deserializer() {
			super(SegmentsDocument.class);
		}

		@Override
		public SegmentsDocument deserialize(JsonParser parser, DeserializationContext context) {
			try {
				return new SegmentsDocument(toList(range(parser, context)));
			}
			catch (DateTimeException ex) {
				throw MismatchedInputException.from(parser, SegmentsDocument.class, "an invalid time");
			}
		}

		private Range range(JsonParser parser, DeserializationContext context) {
			if (parser.hasToken(JsonToken.START_ARRAY)) {
				Item[] items = context.readValue(parser, Item[].class);
				return new Range(Arrays.asList(items), null, null, null);
			}
			Range range = context.readValue(parser, Range.class);
			if (range == null) {
				throw MismatchedInputException.from(parser, SegmentsDocument.class, "empty text");
			}
			return range;
		}

	}

}
