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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pilispring.internal.Arguments;
import io.pilispring.transport.ApiRequest;

/**
 * Specifies which recorded segments of a stream to list.
 *
 * @since 0.1.0
 */
public final class SegmentsSpec {

	// Three weeks of segments of a minute
	private static final int MAX_ITEMS = 30_000;

	private @Nullable Instant start;

	private @Nullable Instant end;

	private @Nullable Integer limit;

	SegmentsSpec() {
	}

	/**
	 * Set the start of the range. Requires an end as well.
	 * @param start the start, which is sent in whole seconds
	 * @return this spec
	 */
	public SegmentsSpec start(@Nullable Instant start) {
		this.start = start;
		return this;
	}

	/**
	 * Set the end of the range. Requires a start as well.
	 * @param end the end, which is sent in whole seconds
	 * @return this spec
	 */
	public SegmentsSpec end(@Nullable Instant end) {
		this.end = end;
		return this;
	}

	/**
	 * Set the maximum number of segments to list.
	 * @param limit the limit, at least 1
	 * @return this spec
	 * @throws IllegalArgumentException if the limit is not positive
	 */
	public SegmentsSpec limit(int limit) {
		this.limit = Arguments.positive("limit", limit);
		return this;
	}

	int maxItems() {
		return (this.limit != null) ? (int) Math.min((long) this.limit + StreamsApi.MORE_ITEMS, Integer.MAX_VALUE)
				: MAX_ITEMS;
	}

	ApiRequest toRequest(String id) {
		StreamArguments.range(this.start, this.end);
		return ApiRequest.get("/v1/streams/{id}/segments", id)
			.query("start", Arguments.seconds(this.start))
			.query("end", Arguments.seconds(this.end))
			.query("limit", this.limit);
	}

}
