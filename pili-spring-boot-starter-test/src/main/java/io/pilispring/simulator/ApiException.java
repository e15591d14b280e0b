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
import java.util.Map;

/**
 * Thrown for a request that PILI rejects.
 */
final class ApiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private ApiException(int status, String message) {
		super(message);
		this.status = status;
	}

	int status() {
		return this.status;
	}

	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("error", this.status * 1000 + 1);
		json.put("message", String.valueOf(getMessage()));
		return json;
	}

	static ApiException badRequest(String message) {
		return new ApiException(400, message);
	}

	static ApiException unauthorized() {
		return new ApiException(401, "invalid authorization");
	}

	static ApiException notFound() {
		return new ApiException(404, "not found");
	}

	static ApiException streamNotFound() {
		return new ApiException(404, "stream not found");
	}

	static ApiException methodNotAllowed() {
		return new ApiException(405, "method not allowed");
	}

	static ApiException hubNotFound() {
		return new ApiException(612, "hub not found");
	}

	static ApiException fopNotFound() {
		return new ApiException(612, "fop not found");
	}

	static ApiException duplicated() {
		return new ApiException(614, "duplicated content");
	}

	static ApiException noData(String message) {
		return new ApiException(619, message);
	}

	static ApiException unreadable(int status, String message) {
		return new ApiException(status, message);
	}

	static ApiException failed(RuntimeException cause) {
		return new ApiException(599, "internal server error: " + cause);
	}

}
