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

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

import io.pilispring.json.WireJson;

/**
 * A stream on the wire: the fields that this version knows, and the whole JSON as it was
 * sent.
 *
 * @param fields the fields
 * @param json the whole JSON
 */
@JsonDeserialize(using = StreamDocument.Deserializer.class)
record StreamDocument(StreamFields fields, String json) {

	// Without the JSON, which holds the publish key
	@Override
	public String toString() {
		return "StreamDocument[" + this.fields + "]";
	}

	static final class Deserializer extends StdDeserializer<StreamDocument> {

		Deserializer() {
			super(StreamDocument.class);
		}

		@Override
		public StreamDocument deserialize(JsonParser parser, DeserializationContext context) {
			int start = (int) parser.currentTokenLocation().getCharOffset();
			StreamFields fields = context.readValue(parser, StreamFields.class);
			int end = (int) parser.currentLocation().getCharOffset();
			return new StreamDocument(fields, WireJson.source(context).substring(start, end));
		}

	}

}
