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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param method the HTTP method
 * @param target the path and the query as on the request line
 * @param host the {@code Host} header
 * @param contentType the {@code Content-Type} header, if any
 * @param authorization the {@code Authorization} header, if any
 * @param signedHeaders the {@code X-Qiniu-*} headers, by canonical name
 * @param body the bytes of the body, empty for none
 */
record ApiRequest(String method, String target, String host, @Nullable String contentType,
		@Nullable String authorization, SortedMap<String, String> signedHeaders, byte[] body) {

	private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

	String path() {
		int mark = this.target.indexOf('?');
		return (mark != -1) ? this.target.substring(0, mark) : this.target;
	}

	Query query() {
		int mark = this.target.indexOf('?');
		return Query.parse((mark != -1) ? this.target.substring(mark + 1) : "");
	}

	ApiVersion version() {
		return ApiVersion.of(path());
	}

	// An official SDK sends nothing or null where all fields are optional
	JsonBody jsonOrEmpty() {
		return (this.body.length == 0 || Arrays.equals(this.body, NULL)) ? JsonBody.empty() : json();
	}

	JsonBody json() {
		if (!isJson()) {
			throw ApiException.badRequest("Content-Type must be application/json");
		}
		return JsonBody.parse(this.body);
	}

	// Clients add a charset, though JSON is always UTF-8
	private boolean isJson() {
		String type = (this.contentType != null) ? this.contentType.split(";", 2)[0] : "";
		return "application/json".equalsIgnoreCase(type.strip());
	}

}
