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
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Lists in JSON: a missing list is read as an empty one, and {@code null} elements are
 * omitted.
 *
 * @since 0.1.0
 */
public final class WireLists {

	private WireLists() {
	}

	/**
	 * Return the elements that are not {@code null}.
	 * @param <T> the type of an element
	 * @param list the list as it was sent
	 * @return an unmodifiable list
	 */
	public static <T> List<T> present(@Nullable List<? extends @Nullable T> list) {
		if (list == null) {
			return List.of();
		}
		List<T> present = new ArrayList<>(list.size());
		for (T element : list) {
			if (element != null) {
				present.add(element);
			}
		}
		return Collections.unmodifiableList(present);
	}

}
