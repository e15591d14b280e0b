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

import io.pilispring.sample.hubs.Hub;
import io.pilispring.v1.StreamPage;

/**
 * Which streams to list.
 *
 * @param prefix what their titles start with, or {@code null}
 * @param marker where the page starts, or {@code null} for the first
 * @param limit how many streams the page has at most
 * @param connected whether to list only streams that are live
 */
record StreamQuery(@Nullable String prefix, @Nullable String marker, @Nullable Integer limit,
		@Nullable Boolean connected) {

	private static final int DEFAULT_LIMIT = 20;

	int size() {
		return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
	}

	StreamPage list(Hub hub, @Nullable String marker, int size) {
		return hub.client().listStreams((query) -> {
			query.titlePrefix(this.prefix).marker(marker).pageSize(size);
			if (Boolean.TRUE.equals(this.connected)) {
				query.connected();
			}
		});
	}

}
