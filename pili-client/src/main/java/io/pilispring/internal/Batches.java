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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Splits elements that are too many for one request.
 *
 * @since 0.1.0
 */
public final class Batches {

	private Batches() {
	}

	/**
	 * Split elements into batches.
	 * @param <T> the type of an element
	 * @param elements the elements
	 * @param size the maximum size of a batch
	 * @return the batches, in order, none of them empty
	 */
	public static <T> List<List<T>> of(Collection<T> elements, int size) {
		List<T> all = List.copyOf(elements);
		List<List<T>> batches = new ArrayList<>();
		for (int start = 0; start < all.size(); start += size) {
			batches.add(all.subList(start, Math.min(start + size, all.size())));
		}
		return batches;
	}

}
