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

import java.util.function.Consumer;

import org.springframework.util.Assert;

/**
 * Applies a caller's consumer to a spec.
 *
 * @since 0.1.0
 */
public final class Specs {

	private Specs() {
	}

	/**
	 * Apply a consumer.
	 * @param <T> the type of the spec
	 * @param spec the spec
	 * @param consumer the consumer
	 * @return the spec
	 */
	public static <T> T apply(T spec, Consumer<T> consumer) {
		Assert.notNull(consumer, "'spec' must not be null");
		consumer.accept(spec);
		return spec;
	}

}
