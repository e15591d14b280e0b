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

	private final String text;

	private ApiException(int status, String message) {
		this(status, message, message);
	}

	/**
	 * Create an exception.
	 * @param status the HTTP status
	 * @param message the message of version 1, which tells the reason
	 * @param text the text of version 2, which is one of a few
	 */
	private ApiException(int status, String message, String text) {
		super(message);
		this.status = status;
		this.text = text;
	}

	int status() {
		return this.status;
	}

	Map<String, Object> json(ApiVersion version) {
		Map<String, Object> json = new LinkedHashMap<>();
		String message = String.valueOf(getMessage());
		if (version == ApiVersion.V1) {
			json.put("error", this.status * 1000 + 1);
			json.put("message", message);
			return json;
		}
		json.put("error", this.text);
		if (!message.equals(this.text)) {
			json.put("detail", message);
		}
		return json;
	}

	static ApiException badRequest(String message) {
		return new ApiException(400, message, "bad request");
	}

	static ApiException invalidArgs(String message) {
		return new ApiException(400, message, "invalid args");
	}

	static ApiException invalidStreamKey(String message) {
		return new ApiException(400, message, "invalid stream key");
	}

	static ApiException invalidDomain(String message) {
		return new ApiException(400, message, "invalid domain");
	}

	static ApiException noSuchPipeline() {
		return new ApiException(400, "no such pipeline");
	}

	static ApiException unauthorized() {
		return new ApiException(401, "invalid authorization", "unauthorized");
	}

	static ApiException notFound() {
		return new ApiException(404, "not found");
	}

	static ApiException streamNotFound() {
		return streamNotFound(404);
	}

	static ApiException streamNotFound(int status) {
		return new ApiException(status, "stream not found");
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

	static ApiException noSuchDomain() {
		return new ApiException(612, "no such domain");
	}

	static ApiException duplicated() {
		return new ApiException(614, "duplicated content", "stream already exists");
	}

	// Spelled as PILI does
	static ApiException domainConflict() {
		return new ApiException(614, "domain confict");
	}

	static ApiException noData(String message) {
		return new ApiException(619, message, "no data");
	}

	static ApiException noLive() {
		return new ApiException(619, "no live");
	}

	static ApiException unreadable(int status, String message) {
		return new ApiException(status, message, "bad request");
	}

	static ApiException injected(int status) {
		return new ApiException(status, "injected fault");
	}

	static ApiException failed(RuntimeException cause) {
		return new ApiException(599, "internal server error: " + cause);
	}

}
