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
import java.util.List;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers the files that were ordered last.
 */
@Component
class MadeFiles {

	private static final int MAX = 200;

	private final Deque<MadeFile> files = new ArrayDeque<>();

	private long last;

	synchronized MadeFile add(LongFunction<MadeFile> factory) {
		MadeFile file = factory.apply(++this.last);
		this.files.add(file);
		if (this.files.size() > MAX) {
			this.files.remove();
		}
		return file;
	}

	synchronized @Nullable MadeFile find(String streamId, long number) {
		return this.files.stream()
			.filter((file) -> file.number() == number && file.streamId().equals(streamId))
			.findFirst()
			.orElse(null);
	}

	synchronized void requireFree(String name) {
		if (this.files.stream().anyMatch((file) -> file.name().equals(name))) {
			throw new FileNameTakenException(name);
		}
	}

	synchronized List<MadeFile> newestFirst(String streamId) {
		List<MadeFile> found = new ArrayList<>(
				this.files.stream().filter((file) -> file.streamId().equals(streamId)).toList());
		Collections.reverse(found);
		return found;
	}

}
