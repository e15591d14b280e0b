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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of version 2 that return whether streams are live.
 */
final class V2LiveEndpoints {

	private static final int MAX_KEYS = 100;

	private final V2Results results;

	V2LiveEndpoints(V2Results results) {
		this.results = results;
	}

	void register(V2Router router) {
		router.onKey("GET", "/live", (request, hub, key) -> live(hub, key))
			.onHub("POST", "/livestreams", (request, hub) -> live(hub, request.json()));
	}

	private ApiResponse live(HubState hub, String key) {
		StreamState stream = hub.index().find(key);
		if (stream == null) {
			throw this.results.unknownStream();
		}
		LivePush live = stream.livePush();
		return (live != null) ? ApiResponse.ok(V2LiveJson.writeAll(live)) : this.results.notLive();
	}

	private ApiResponse live(HubState hub, JsonBody body) {
		List<String> keys = body.requireTexts("items");
		if (keys.size() > MAX_KEYS) {
			throw ApiException
				.badRequest("'items' must not hold more than %d keys: %d".formatted(MAX_KEYS, keys.size()));
		}
		List<Map<String, Object>> items = new ArrayList<>();
		for (String key : keys) {
			StreamState stream = hub.index().find(key);
			LivePush live = (stream != null) ? stream.livePush() : null;
			if (live != null) {
				Map<String, Object> item = V2LiveJson.write(live);
				item.put("key", key);
				items.add(item);
			}
		}
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("items", this.results.items(items));
		return ApiResponse.ok(json);
	}

}
