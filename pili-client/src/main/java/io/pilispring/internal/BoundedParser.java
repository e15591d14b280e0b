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
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Gives up on JSON that has more items than were requested, or that would take many times
 * its length in memory, as soon as that is certain. What is skipped does not count.
 */
final class BoundedParser extends JsonParserDelegate {

	private static final int VALUES_PER_ITEM = 100;

	private static final int MORE_VALUES = 10_000;

	private static final int MAX_VALUES = 1_000_000;

	// The list itself, or a list in the whole
	private static final int DEPTH_OF_ITEMS = 2;

	private final int maxItems;

	private final long maxValues;

	private int items;

	private long values;

	BoundedParser(JsonParser parser, int maxItems) {
		super(parser);
		this.maxItems = maxItems;
		this.maxValues = Math.min((long) maxItems * VALUES_PER_ITEM + MORE_VALUES, MAX_VALUES);
	}

	// Other methods of the parser only pass names of properties, or call these
	@Override
	public @Nullable JsonToken nextToken() {
		return counted(super.nextToken());
	}

	@Override
	public @Nullable JsonToken nextValue() {
		return counted(super.nextValue());
	}

	private @Nullable JsonToken counted(@Nullable JsonToken token) {
		if (token != null && (token.isStructStart() || token.isScalarValue())) {
			this.values++;
			if (this.values > this.maxValues) {
				throw new StreamConstraintsException("more than " + this.maxValues + " values", currentLocation());
			}
			if (isItem(token)) {
				this.items++;
				if (this.items > this.maxItems) {
					throw new StreamConstraintsException("more than " + this.maxItems + " items", currentLocation());
				}
			}
		}
		return token;
	}

	private boolean isItem(JsonToken token) {
		TokenStreamContext context = streamReadContext();
		TokenStreamContext holder = (token.isStructStart()) ? context.getParent() : context;
		return holder != null && holder.inArray() && holder.getNestingDepth() <= DEPTH_OF_ITEMS;
	}

}
