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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The calls that create, read, change and delete streams.
 */
final class V1StreamEndpoints {

	private static final int MAX_LIMIT = 1000;

	private final StreamStore store;

	private final V1StreamJson json;

	V1StreamEndpoints(StreamStore store, V1StreamJson json) {
		this.store = store;
		this.json = json;
	}

	void register(Router router) {
		router.on("POST", "/v1/streams", (request, path) -> create(request.json()))
			.on("GET", "/v1/streams", (request, path) -> list(request.query()))
			.on("GET", "/v1/streams/{id}",
					(request, path) -> ApiResponse.ok(this.json.write(this.store.get(path.first()))))
			.on("POST", "/v1/streams/{id}", (request, path) -> update(path.first(), request.json()))
			.on("DELETE", "/v1/streams/{id}", (request, path) -> delete(path.first()))
			.on("POST", "/v1/streams/{id}/available", (request, path) -> makeAvailable(path.first(), request.json()));
	}

	private ApiResponse create(JsonBody body) {
		StreamState stream = this.store.hub(body.requireText("hub"))
			.createV1(body.text("title"), body.text("publishKey"), body.text("publishSecurity"));
		return ApiResponse.ok(this.json.write(stream));
	}

	private ApiResponse update(String id, JsonBody body) {
		StreamState stream = this.store.get(id);
		return ApiResponse.ok(this.json.write(stream, stream.change(V1StreamChanges.from(body)::applyTo)));
	}

	private ApiResponse delete(String id) {
		this.store.remove(id);
		return ApiResponse.noContent();
	}

	private ApiResponse makeAvailable(String id, JsonBody body) {
		StreamState stream = this.store.get(id);
		Availability availability = availability(body);
		stream.change((before) -> before.withAvailability(availability));
		return ApiResponse.ok(Map.of());
	}

	private static Availability availability(JsonBody body) {
		String available = body.requireText("available");
		if ("enabled".equals(available)) {
			return Availability.ENABLED;
		}
		if (!"disabled".equals(available)) {
			throw ApiException.badRequest("'available' must be enabled or disabled: '%s'".formatted(available));
		}
		Long till = body.number("disabledTill");
		if (till == null) {
			return Availability.DISABLED;
		}
		if (till <= 0 || till > Instant.MAX.getEpochSecond()) {
			throw ApiException.badRequest("'disabledTill' must be a time in unix seconds: %d".formatted(till));
		}
		return Availability.disabledTill(Instant.ofEpochSecond(till));
	}

	private ApiResponse list(Query query) {
		HubStreams streams = this.store.hub(query.requireText("hub")).index();
		String marker = query.text("marker");
		StreamPage page = streams.page(V1Marker.after((marker != null) ? marker : ""),
				query.limit(MAX_LIMIT, MAX_LIMIT), filter(query));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("marker", V1Marker.of(page));
		answer.put("end", page.end());
		answer.put("items", items(page, isOn(query.text("idonly"))));
		return ApiResponse.ok(answer);
	}

	private List<?> items(StreamPage page, boolean idOnly) {
		if (idOnly) {
			return page.items().stream().map((stream) -> Map.of("id", stream.id())).toList();
		}
		return page.items().stream().map(this.json::write).toList();
	}

	private static Predicate<StreamState> filter(Query query) {
		String status = query.text("status");
		if (status != null && !"connected".equals(status)) {
			throw ApiException.badRequest("'status' can only be connected: '%s'".formatted(status));
		}
		String prefix = query.text("title");
		return (stream) -> (status == null || stream.isLive()) && (prefix == null || stream.title().startsWith(prefix));
	}

	private static boolean isOn(@Nullable String flag) {
		return flag != null && !"false".equalsIgnoreCase(flag) && !"0".equals(flag);
	}

}
