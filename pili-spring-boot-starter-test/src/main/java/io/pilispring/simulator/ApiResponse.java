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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A response of PILI.
 *
 * @param status the HTTP status
 * @param json the content of the JSON body, or {@code null} for no body
 */
record ApiResponse(int status, @Nullable Object json) {

	static ApiResponse ok(Object json) {
		return new ApiResponse(200, json);
	}

	static ApiResponse noContent() {
		return new ApiResponse(204, null);
	}

	static ApiResponse empty() {
		return new ApiResponse(200, null);
	}

	static ApiResponse forbidden() {
		return new ApiResponse(403, Map.of("error", "the simulator is not for web pages"));
	}

	static ApiResponse error(ApiException ex, ApiVersion version) {
		return new ApiResponse(ex.status(), ex.json(version));
	}

}
