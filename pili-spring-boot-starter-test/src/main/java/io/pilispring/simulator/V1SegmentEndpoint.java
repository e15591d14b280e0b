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

package io.pilispring.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The call that lists the recorded segments.
 */
final class V1SegmentEndpoint {

	private final StreamStore store;

	V1SegmentEndpoint(StreamStore store) {
		this.store = store;
	}

	void register(Router router) {
		router.on("GET", "/v1/streams/{id}/segments", (request, path) -> segments(path.first(), request.query()));
	}

	private ApiResponse segments(String id, Query query) {
		StreamState stream = this.store.get(id);
		TimeRange range = TimeRange.of(query.number("start"), query.number("end"));
		int limit = query.limit(Integer.MAX_VALUE, Integer.MAX_VALUE);
		return ApiResponse.ok(write(stream.segments(range).stream().limit(limit).toList()));
	}

	private static Map<String, Object> write(List<Segment> segments) {
		Map<String, Object> json = new LinkedHashMap<>();
		if (segments.isEmpty()) {
			json.put("segments", null);
			return json;
		}
		json.put("start", segments.get(0).startSeconds());
		json.put("end", segments.stream().mapToLong(Segment::endSeconds).max().orElseThrow());
		json.put("duration", segments.stream().mapToLong((each) -> each.endSeconds() - each.startSeconds()).sum());
		json.put("segments", segments.stream().map(V1SegmentEndpoint::write).toList());
		return json;
	}

	private static Map<String, Object> write(Segment segment) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("start", segment.startSeconds());
		json.put("end", segment.endSeconds());
		return json;
	}

}
