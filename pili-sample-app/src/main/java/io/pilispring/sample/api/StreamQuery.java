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

package io.pilispring.sample.api;

import org.jspecify.annotations.Nullable;

/**
 * Which streams to list.
 *
 * @param prefix the beginning of their titles or keys, or {@code null}
 * @param marker where the page starts, or {@code null} for the first
 * @param limit the maximum number of streams
 * @param connected whether to list only streams that are live
 * @param live the same, in the words of version 2
 */
public record StreamQuery(@Nullable String prefix, @Nullable String marker, @Nullable Integer limit,
		@Nullable Boolean connected, @Nullable Boolean live) {

	private static final int DEFAULT_LIMIT = 20;

	int size() {
		return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
	}

	/**
	 * Return whether to list only streams that are live.
	 * @return whether to list only those
	 */
	public boolean liveOnly() {
		return Boolean.TRUE.equals(this.connected) || Boolean.TRUE.equals(this.live);
	}

}
