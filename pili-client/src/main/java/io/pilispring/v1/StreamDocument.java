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

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A stream as sent by PILI: the fields that this version knows, and the position of its
 * JSON in the response body.
 *
 * @param fields the fields
 * @param start where it starts in the body
 * @param end where it ends
 */
@JsonDeserialize(using = StreamDocument.Deserializer.class)
record StreamDocument(StreamFields fields, int start, int end) {

	/**
	 * Return the JSON of the stream as it was sent.
	 * @param body the body that was read
	 * @return the part of it that is the stream
	 */
	String json(String body) {
		return body.substring(this.start, this.end);
	}

	boolean hasId() {
		return StringUtils.hasText(this.fields.id());
	}

	static final class Deserializer extends StdDeserializer<StreamDocument> {

		private final @Nullable ValueDeserializer<Object> fields;

		Deserializer() {
			this(null);
		}

		private Deserializer(@Nullable ValueDeserializer<Object> fields) {
			super(StreamDocument.class);
			this.fields = fields;
		}

		// Only once, because looking up a deserializer takes longer than reading a stream
		@Override
		public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
			return new Deserializer(context.findRootValueDeserializer(context.constructType(StreamFields.class)));
		}

		@Override
		public @Nullable StreamDocument deserialize(JsonParser parser, DeserializationContext context) {
			int start = (int) parser.currentTokenLocation().getCharOffset();
			Assert.state(this.fields != null, "Not contextual");
			@Nullable StreamFields fields = (StreamFields) this.fields.deserialize(parser, context);
			int end = (int) parser.currentLocation().getCharOffset();
			return (fields != null) ? new StreamDocument(fields, start, end) : null;
		}

	}

}
