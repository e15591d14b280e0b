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

package io.pilispring.v1;

import org.jspecify.annotations.Nullable;

import io.pilispring.internal.Arguments;
import io.pilispring.transport.ApiRequest;

/**
 * Specifies which streams of a hub to list.
 *
 * @since 0.1.0
 */
public final class ListStreamsSpec {

	// More than PILI sends if no limit is requested
	private static final int MAX_ITEMS = 10_000;

	private @Nullable String marker;

	private @Nullable Integer pageSize;

	private @Nullable String titlePrefix;

	private boolean connected;

	private boolean idOnly;

	ListStreamsSpec() {
	}

	/**
	 * Start after another page.
	 * @param marker the {@link StreamPage#marker() marker} of that page, at most 2000
	 * characters; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if the marker is too long or not well-formed text
	 */
	public ListStreamsSpec marker(@Nullable String marker) {
		this.marker = Arguments.marker(marker);
		return this;
	}

	/**
	 * Set the size of a page. The default is chosen by PILI.
	 * @param pageSize the maximum number of streams in a page, at least 1
	 * @return this spec
	 * @throws IllegalArgumentException if the size is not positive
	 */
	public ListStreamsSpec pageSize(int pageSize) {
		this.pageSize = Arguments.positive("pageSize", pageSize);
		return this;
	}

	/**
	 * List only streams whose title starts with a prefix.
	 * @param titlePrefix the beginning of the title, at most 200 characters; blank counts
	 * as absent
	 * @return this spec
	 * @throws IllegalArgumentException if the prefix is too long or has control
	 * characters
	 */
	public ListStreamsSpec titlePrefix(@Nullable String titlePrefix) {
		this.titlePrefix = Arguments.text("titlePrefix", titlePrefix, 200);
		return this;
	}

	/**
	 * List only streams that are live.
	 * @return this spec
	 */
	public ListStreamsSpec connected() {
		this.connected = true;
		return this;
	}

	/**
	 * Get only the ids, which is faster. {@link PiliStream#get()} gets the rest.
	 * @return this spec
	 */
	public ListStreamsSpec idOnly() {
		this.idOnly = true;
		return this;
	}

	int maxItems() {
		return (this.pageSize != null) ? (int) Math.min((long) this.pageSize + StreamsApi.MORE_ITEMS, Integer.MAX_VALUE)
				: MAX_ITEMS;
	}

	ApiRequest toRequest(String hub) {
		return ApiRequest.get("/v1/streams")
			.query("hub", hub)
			.query("status", (this.connected) ? "connected" : null)
			.query("marker", this.marker)
			.query("limit", this.pageSize)
			.query("title", this.titlePrefix)
			.query("idonly", (this.idOnly) ? "true" : null);
	}

}
