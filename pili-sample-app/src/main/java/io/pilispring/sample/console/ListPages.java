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

package io.pilispring.sample.console;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pilispring.sample.hubs.Hub;

/**
 * Remembers which page of a list comes before which, because PILI only says which one
 * comes next.
 */
@Component
class ListPages {

	private static final int MAX = 5000;

	private final Map<Key, Place> places = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Place> eldest) {
			return size() > MAX;
		}

	};

	synchronized Place visit(Hub hub, StreamSearch search, @Nullable String next) {
		Place place = (search.marker() == null) ? Place.FIRST
				: this.places.getOrDefault(new Key(hub.key(), search), Place.UNKNOWN);
		if (next != null && place.number() != null) {
			this.places.put(new Key(hub.key(), search.at(next)), new Place(place.number() + 1, search.marker()));
		}
		return place;
	}

	/**
	 * Where a page is in its list.
	 *
	 * @param number the number of the page, or {@code null} if it is not known
	 * @param previous where the previous page starts, or {@code null} for the first
	 */
	record Place(@Nullable Integer number, @Nullable String previous) {

		static final Place FIRST = new Place(1, null);

		static final Place UNKNOWN = new Place(null, null);

	}

	private record Key(String hub, StreamSearch search) {

	}

}
