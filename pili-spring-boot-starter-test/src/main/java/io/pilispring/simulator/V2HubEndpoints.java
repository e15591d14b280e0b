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

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The calls of version 2 that read and change hubs.
 */
final class V2HubEndpoints {

	private static final int MIN_DAYS = 60;

	private static final int MAX_DAYS = 1095;

	private final StreamStore store;

	private final V2Results results;

	private final InstantSource clock;

	V2HubEndpoints(StreamStore store, V2Results results, InstantSource clock) {
		this.store = store;
		this.results = results;
		this.clock = clock;
	}

	void register(V2Router router) {
		router.on("GET", "/v2/hubs", (request, path) -> hubs())
			.onHub("GET", "", (request, hub) -> ApiResponse.ok(V2HubJson.write(hub)));
		change(router, "/security", this::changeSecurity);
		change(router, "/hlsplus",
				(before, body) -> before.withHlsPlus(body.requireBool("hlsPlus"), this.clock.instant()));
		change(router, "/persistence", this::changeStorage);
		change(router, "/snapshot", (before, body) -> before
			.withSnapshotInterval((int) positive(body, "snapshotInterval", Integer.MAX_VALUE), this.clock.instant()));
		change(router, "/voddomain", this::changeVodDomain);
	}

	private void change(V2Router router, String path, BiFunction<HubSettings, JsonBody, HubSettings> change) {
		router.onHub("POST", path, (request, hub) -> {
			JsonBody body = request.json();
			hub.change((before) -> change.apply(before, body));
			return this.results.done();
		});
	}

	private ApiResponse hubs() {
		List<?> items = this.store.hubs().stream().map((hub) -> Map.of("name", hub.name())).toList();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("items", this.results.items(items));
		return ApiResponse.ok(json);
	}

	private HubSettings changeSecurity(HubSettings before, JsonBody body) {
		String name = body.requireText("publishSecurity");
		String key = body.requireText("publishKey");
		if (!PublishSecurity.wireNames().contains(name)) {
			throw ApiException.invalidArgs("invalid publishSecurity '%s'".formatted(name));
		}
		return before.withPublishSecurity(PublishSecurity.of(name), key, this.clock.instant());
	}

	private HubSettings changeStorage(HubSettings before, JsonBody body) {
		String bucket = body.requireText("storageBucket");
		long days = positive(body, "liveDataExpireDays", MAX_DAYS);
		if (days < MIN_DAYS) {
			throw ApiException
				.invalidArgs("'liveDataExpireDays' must be from %d to %d: %d".formatted(MIN_DAYS, MAX_DAYS, days));
		}
		return before.withStorage(bucket, (int) days, this.clock.instant());
	}

	private HubSettings changeVodDomain(HubSettings before, JsonBody body) {
		String domain = body.requireText("vodDomain");
		if (!Domains.isName(domain)) {
			throw ApiException.invalidDomain("invalid domain '%s'".formatted(domain));
		}
		return before.withVodDomain(domain, this.clock.instant());
	}

	private static long positive(JsonBody body, String name, long maximum) {
		long value = body.numberOrZero(name, 0, maximum);
		if (value == 0) {
			throw ApiException.invalidArgs("'%s' must be positive".formatted(name));
		}
		return value;
	}

}
