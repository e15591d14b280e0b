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

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.Arguments;
import io.pilispring.transport.ApiRequest;

/**
 * Specifies which streams of a hub to list.
 *
 * @since 0.1.0
 */
public final class ListStreamsSpec {

	static final int MAX_PAGE_SIZE = 5000;

	private boolean liveOnly;

	private @Nullable String prefix;

	private @Nullable Integer pageSize;

	private @Nullable String marker;

	ListStreamsSpec() {
	}

	/**
	 * List only streams that are live.
	 * @return this spec
	 */
	public ListStreamsSpec liveOnly() {
		this.liveOnly = true;
		return this;
	}

	/**
	 * List only streams whose key starts with a prefix.
	 * @param prefix the beginning of the key, at most 200 characters; blank counts as
	 * absent
	 * @return this spec
	 * @throws IllegalArgumentException if the prefix is too long or has control
	 * characters
	 */
	public ListStreamsSpec prefix(@Nullable String prefix) {
		this.prefix = Arguments.text("prefix", prefix, 200);
		return this;
	}

	/**
	 * Set the size of a page. The default is chosen by PILI.
	 * @param pageSize the maximum number of streams in a page, from 1 to 5000
	 * @return this spec
	 * @throws IllegalArgumentException if the size is not within these limits
	 */
	public ListStreamsSpec pageSize(int pageSize) {
		Assert.isTrue(pageSize >= 1 && pageSize <= MAX_PAGE_SIZE,
				() -> "'pageSize' must be from 1 to 5000, but is " + pageSize);
		this.pageSize = pageSize;
		return this;
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

	ApiRequest toRequest(String hub) {
		return ApiRequest.get("/v2/hubs/{hub}/streams", hub)
			.query("liveonly", (this.liveOnly) ? "true" : null)
			.query("prefix", this.prefix)
			.query("limit", this.pageSize)
			.query("marker", this.marker);
	}

}
