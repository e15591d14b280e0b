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

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The calls that return whether streams are live.
 */
final class V1StatusEndpoints {

	private static final int MAX_IDS = 100;

	private final StreamStore store;

	private final InstantSource clock;

	private final AtomicBoolean batchCall;

	V1StatusEndpoints(StreamStore store, InstantSource clock, AtomicBoolean batchCall) {
		this.store = store;
		this.clock = clock;
		this.batchCall = batchCall;
	}

	void register(Router router) {
		router
			.on("GET", "/v1/streams/{id}/status",
					(request, path) -> ApiResponse.ok(V1StatusJson.write(this.store.get(path.first()))))
			.on("POST", "/v1/statuses", (request, path) -> statuses(request));
	}

	private ApiResponse statuses(ApiRequest request) {
		if (!this.batchCall.get()) {
			throw ApiException.notFound();
		}
		List<String> ids = request.json().requireTexts("streamIds");
		if (ids.isEmpty() || ids.size() > MAX_IDS) {
			throw ApiException.badRequest("'streamIds' must hold 1 to %d ids: %d".formatted(MAX_IDS, ids.size()));
		}
		Instant now = this.clock.instant();
		List<Map<String, Object>> items = new ArrayList<>();
		for (String id : ids) {
			StreamState stream = this.store.findById(id);
			LivePush live = (stream != null) ? stream.livePush() : null;
			if (stream != null && live != null) {
				items.add(V1StatusJson.write(stream, live, now));
			}
		}
		return ApiResponse.ok(Map.of("items", items));
	}

}
