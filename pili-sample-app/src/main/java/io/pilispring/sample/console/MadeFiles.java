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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pilispring.sample.hubs.Hub;

/**
 * Remembers the files of each hub that were ordered last.
 */
@Component
class MadeFiles {

	private static final int MAX = 200;

	private final Map<String, Deque<MadeFile>> files = new HashMap<>();

	private final FileStore store;

	private long last;

	MadeFiles(FileStore store) {
		this.store = store;
		store.read().forEach((hub, files) -> {
			this.files.put(hub, new ArrayDeque<>(files));
			files.forEach((file) -> this.last = Math.max(this.last, file.number()));
		});
	}

	synchronized MadeFile add(Hub hub, LongFunction<MadeFile> factory) {
		MadeFile file = factory.apply(++this.last);
		Deque<MadeFile> files = this.files.computeIfAbsent(hub.key(), (key) -> new ArrayDeque<>());
		files.add(file);
		if (files.size() > MAX) {
			files.remove();
		}
		this.store.write(this.files);
		return file;
	}

	synchronized void remove(Hub hub, String streamId, long number) {
		if (of(hub).removeIf((file) -> file.number() == number && file.streamId().equals(streamId))) {
			this.store.write(this.files);
		}
	}

	synchronized @Nullable MadeFile find(Hub hub, String streamId, long number) {
		return of(hub).stream()
			.filter((file) -> file.number() == number && file.streamId().equals(streamId))
			.findFirst()
			.orElse(null);
	}

	synchronized void requireFree(Hub hub, String name) {
		if (of(hub).stream().anyMatch((file) -> file.name().equals(name))) {
			throw new FileNameTakenException(name);
		}
	}

	synchronized List<MadeFile> newestFirst(Hub hub, String streamId) {
		List<MadeFile> found = new ArrayList<>(
				of(hub).stream().filter((file) -> file.streamId().equals(streamId)).toList());
		Collections.reverse(found);
		return found;
	}

	private Deque<MadeFile> of(Hub hub) {
		return this.files.getOrDefault(hub.key(), new ArrayDeque<>());
	}

}
