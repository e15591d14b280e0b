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

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Makes those responses of version 2 that come in two forms.
 */
final class V2Results {

	private final Supplier<V2Responses> responses;

	V2Results(Supplier<V2Responses> responses) {
		this.responses = responses;
	}

	ApiResponse done() {
		return (this.responses.get().emptyBodies()) ? ApiResponse.empty() : ApiResponse.ok(Map.of());
	}

	@Nullable List<?> items(List<?> items) {
		return (items.isEmpty() && this.responses.get().nullItems()) ? null : items;
	}

	ApiResponse notLive() {
		if (this.responses.get().zerosWhenNotLive()) {
			return ApiResponse.ok(V2LiveJson.zeros());
		}
		throw ApiException.noLive();
	}

	ApiException unknownStream() {
		return ApiException.streamNotFound(this.responses.get().unknownStreamStatus());
	}

}
