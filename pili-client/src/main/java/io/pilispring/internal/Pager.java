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

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliException;

/**
 * Iterates over a list that is sent in pages, and requests each page only when it is
 * needed.
 *
 * @param <T> the type of an item
 * @since 0.1.0
 */
public final class Pager<T> extends AbstractSpliterator<T> {

	private final String name;

	private final Function<@Nullable String, Page<T>> source;

	private @Nullable Page<T> page;

	// Moves on at every power of two, so that any cycle of markers is detected
	private @Nullable String checkpoint;

	private long pages;

	private Iterator<T> items = Collections.emptyIterator();

	private Pager(String name, Function<@Nullable String, Page<T>> source) {
		super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
		this.name = name;
		this.source = source;
	}

	/**
	 * Return a lazily paged stream.
	 * @param <T> the type of an item
	 * @param name what is listed, for the message if a marker comes back
	 * @param source requests the page after a marker, or the first one if the marker is
	 * {@code null}
	 * @return a stream of all items
	 */
	public static <T> Stream<T> stream(String name, Function<@Nullable String, Page<T>> source) {
		return StreamSupport.stream(new Pager<>(name, source), false);
	}

	@Override
	public boolean tryAdvance(Consumer<? super T> action) {
		while (!this.items.hasNext()) {
			if (this.page != null && this.page.marker() == null) {
				return false;
			}
			nextPage();
		}
		action.accept(this.items.next());
		return true;
	}

	private void nextPage() {
		String marker = (this.page != null) ? this.page.marker() : null;
		Page<T> next = this.source.apply(marker);
		if (next.marker() != null && (next.marker().equals(this.checkpoint) || Objects.equals(next.marker(), marker))) {
			throw new PiliException("Listing " + this.name + " makes no progress: the same marker twice", null, null);
		}
		this.pages++;
		if (Long.bitCount(this.pages) == 1) {
			this.checkpoint = next.marker();
		}
		this.page = next;
		this.items = next.items().iterator();
	}

	/**
	 * A page of a list.
	 *
	 * @param <T> the type of an item
	 * @param items the items
	 * @param marker the marker of the next page, or {@code null} if this is the last
	 */
	public record Page<T>(List<T> items, @Nullable String marker) {

	}

}
