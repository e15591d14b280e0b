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

import java.util.Collections;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliException;

/**
 * Iterates over the streams of a hub and requests each page only when it is needed.
 */
final class StreamPager extends AbstractSpliterator<PiliStream> {

	private final StreamsApi api;

	private final String hub;

	private final ListStreamsSpec spec;

	private @Nullable StreamPage page;

	// Moves on at every power of two, so that any cycle of markers is detected
	private @Nullable String checkpoint;

	private long pages;

	private Iterator<PiliStream> items = Collections.emptyIterator();

	StreamPager(StreamsApi api, String hub, ListStreamsSpec spec) {
		super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
		this.api = api;
		this.hub = hub;
		this.spec = spec;
	}

	@Override
	public boolean tryAdvance(Consumer<? super PiliStream> action) {
		while (!this.items.hasNext()) {
			if (this.page != null && !this.page.hasNext()) {
				return false;
			}
			nextPage();
		}
		action.accept(this.items.next());
		return true;
	}

	private void nextPage() {
		String marker = (this.page != null) ? this.page.marker() : null;
		if (marker != null) {
			this.spec.marker(marker);
		}
		StreamPage next = this.api.list(this.hub, this.spec);
		if (next.marker() != null && next.marker().equals(this.checkpoint)) {
			throw new PiliException("Listing hub '" + this.hub + "' makes no progress: the same marker twice", null,
					null);
		}
		this.pages++;
		if (Long.bitCount(this.pages) == 1) {
			this.checkpoint = next.marker();
		}
		this.page = next;
		this.items = next.items().iterator();
	}

}
