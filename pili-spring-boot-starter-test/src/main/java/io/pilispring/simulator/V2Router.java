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

/**
 * Finds the hub, the stream or the domain that a path of version 2 names.
 */
final class V2Router {

	private static final String HUB = "/v2/hubs/{hub}";

	private static final int UNKNOWN = 612;

	private final Router router;

	private final StreamStore store;

	V2Router(Router router, StreamStore store) {
		this.router = router;
		this.store = store;
	}

	V2Router on(String method, String template, Endpoint endpoint) {
		this.router.on(method, template, endpoint);
		return this;
	}

	V2Router onHub(String method, String path, HubEndpoint endpoint) {
		return on(method, HUB + path, (request, values) -> endpoint.answer(request, this.store.hub(values.first())));
	}

	V2Router onNamed(String method, String path, NamedEndpoint endpoint) {
		return on(method, HUB + path,
				(request, values) -> endpoint.answer(request, this.store.hub(values.first()), values.second()));
	}

	V2Router onKey(String method, String path, NamedEndpoint endpoint) {
		return onNamed(method, "/streams/{key}" + path,
				(request, hub, encoded) -> endpoint.answer(request, hub, StreamKey.decode(encoded)));
	}

	V2Router onStream(String method, String path, StreamEndpoint endpoint) {
		return onKey(method, path, (request, hub, key) -> endpoint.answer(request, require(hub, key)));
	}

	static StreamState require(HubState hub, String key) {
		StreamState stream = hub.index().find(key);
		if (stream == null) {
			throw ApiException.streamNotFound(UNKNOWN);
		}
		return stream;
	}

	/**
	 * Handles a call on a hub.
	 */
	@FunctionalInterface
	interface HubEndpoint {

		ApiResponse answer(ApiRequest request, HubState hub);

	}

	/**
	 * Handles a call on something in a hub that has a name.
	 */
	@FunctionalInterface
	interface NamedEndpoint {

		ApiResponse answer(ApiRequest request, HubState hub, String name);

	}

	/**
	 * Handles a call on a stream that exists.
	 */
	@FunctionalInterface
	interface StreamEndpoint {

		ApiResponse answer(ApiRequest request, StreamState stream);

	}

}
