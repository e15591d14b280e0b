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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The viewers of a hub now.
 *
 * @param total the viewers of all streams
 * @param streams the viewers of each stream that has any, by its key
 * @since 0.1.0
 */
public record Viewers(ViewerCount total, Map<String, ViewerCount> streams) {

	/**
	 * Create an instance.
	 * @param total the viewers of all streams
	 * @param streams the viewers of each stream that has any, by its key
	 */
	public Viewers {
		streams = Collections.unmodifiableMap(new LinkedHashMap<>(streams));
	}

}
