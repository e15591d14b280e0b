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

package io.pilispring.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The streams of one hub, by title and in the order of their creation. Streams that have
 * expired are removed when they are looked for.
 */
final class HubStreams {

	private final ConcurrentMap<String, StreamState> byTitle = new ConcurrentHashMap<>();

	private final ConcurrentNavigableMap<Long, StreamState> byNumber = new ConcurrentSkipListMap<>();

	StreamState add(String title, Supplier<StreamState> factory) {
		// The two maps change together, as the first one locks the title
		StreamState added = this.byTitle.compute(title, (key, existing) -> {
			if (existing != null && !existing.isExpired()) {
				throw ApiException.duplicated();
			}
			drop(existing);
			return create(factory);
		});
		return Objects.requireNonNull(added);
	}

	StreamState findOrAdd(String title, Supplier<StreamState> factory) {
		StreamState present = this.byTitle.compute(title, (key, existing) -> {
			if (existing != null && !existing.isExpired()) {
				return existing;
			}
			drop(existing);
			return create(factory);
		});
		return Objects.requireNonNull(present);
	}

	private StreamState create(Supplier<StreamState> factory) {
		StreamState created = factory.get();
		this.byNumber.put(created.number(), created);
		return created;
	}

	private void drop(@Nullable StreamState stream) {
		if (stream != null) {
			this.byNumber.remove(stream.number());
			stream.delete();
		}
	}

	void remove(String title) {
		this.byTitle.compute(title, (key, existing) -> {
			if (existing == null) {
				throw ApiException.streamNotFound();
			}
			drop(existing);
			return null;
		});
	}

	@Nullable StreamState find(String title) {
		StreamState stream = this.byTitle.get(title);
		return (stream != null && isPresent(stream)) ? stream : null;
	}

	List<StreamState> all() {
		return this.byNumber.values().stream().filter(this::isPresent).toList();
	}

	StreamPage page(long after, int limit, Predicate<StreamState> filter) {
		List<StreamState> items = new ArrayList<>();
		for (StreamState stream : this.byNumber.tailMap(after, false).values()) {
			if (isPresent(stream) && filter.test(stream)) {
				if (items.size() == limit) {
					return new StreamPage(items, false);
				}
				items.add(stream);
			}
		}
		return new StreamPage(items, true);
	}

	private boolean isPresent(StreamState stream) {
		if (!stream.isExpired()) {
			return true;
		}
		this.byTitle.computeIfPresent(stream.title(), (key, existing) -> {
			if (existing != stream) {
				return existing;
			}
			drop(existing);
			return null;
		});
		return false;
	}

	void clear() {
		for (String title : this.byTitle.keySet()) {
			this.byTitle.computeIfPresent(title, (key, existing) -> {
				drop(existing);
				return null;
			});
		}
	}

}
