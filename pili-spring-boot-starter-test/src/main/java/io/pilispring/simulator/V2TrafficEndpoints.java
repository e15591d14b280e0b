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

/**
 * The calls of version 2 that return the statistics of an account. Data are there at
 * once.
 */
final class V2TrafficEndpoints {

	private final StreamStore store;

	private final InstantSource clock;

	V2TrafficEndpoints(StreamStore store, InstantSource clock) {
		this.store = store;
		this.clock = clock;
	}

	void register(V2Router router) {
		for (StatKind kind : StatKind.values()) {
			router.on("GET", kind.path(), (request, path) -> statistics(kind, request.query()));
		}
	}

	private ApiResponse statistics(StatKind kind, Query query) {
		StatQuery statQuery = StatQuery.parse(kind, query);
		return ApiResponse
			.ok(statQuery.evaluate(this.store.pushes().all(), new StatContext(this.store, this.clock.instant())));
	}

}
