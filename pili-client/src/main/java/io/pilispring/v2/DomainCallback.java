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

package io.pilispring.v2;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What PILI calls when a push starts or ends.
 *
 * @param type the form of the request: {@code GET}, {@code FORM} or {@code JSON}
 * @param url the URL, which may have variables
 * @param timeout how long PILI waits for a response, or {@code null}
 * @param variables the values by their names, which may be variables such as
 * {@code $(title)}
 * @since 0.1.0
 */
public record DomainCallback(String type, String url, @Nullable Duration timeout, Map<String, String> variables) {

	/**
	 * Create a callback.
	 * @param type the form of the request: {@code GET}, {@code FORM} or {@code JSON}
	 * @param url the URL, which may have variables
	 * @param timeout how long PILI waits for a response, or {@code null}
	 * @param variables the values by their names, which may be variables such as
	 * {@code $(title)}
	 */
	public DomainCallback {
		variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
	}

}
