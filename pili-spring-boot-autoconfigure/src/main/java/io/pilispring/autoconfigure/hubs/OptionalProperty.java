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

package io.pilispring.autoconfigure.hubs;

import org.jspecify.annotations.Nullable;

/**
 * A property that may be absent.
 *
 * @param <P> the type of the properties
 * @param <T> the type of the value
 * @since 0.1.0
 */
@FunctionalInterface
public interface OptionalProperty<P, T> {

	/**
	 * Return the value.
	 * @param properties the properties
	 * @return the value, or {@code null} if it is not set
	 */
	@Nullable T of(P properties);

}
