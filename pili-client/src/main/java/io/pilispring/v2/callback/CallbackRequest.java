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

package io.pilispring.v2.callback;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pilispring.internal.OneLine;

/**
 * A request of PILI, as it was received.
 *
 * @param method the HTTP method
 * @param target the path and the query as PILI sent them
 * @param host the host as PILI sent it, with the port unless it is the default
 * @param contentType the value of the {@code Content-Type} header, or {@code null} if
 * there is none
 * @param authorization the value of the {@code Authorization} header, or {@code null} if
 * there is none
 * @param headers the values of the {@code X-Qiniu-*} headers by their names
 * @param body the body, or empty if there is none
 * @since 0.1.0
 */
public record CallbackRequest(String method, String target, String host, @Nullable String contentType,
		@Nullable String authorization, Map<String, String> headers, byte[] body) {

	String query() {
		int question = this.target.indexOf('?');
		return (question >= 0) ? this.target.substring(question + 1) : "";
	}

	// Without the signature, the query and the body
	@Override
	public String toString() {
		return "CallbackRequest[method=" + this.method + ", path=" + OneLine.of(this.target.replaceAll("\\?.*", ""))
				+ ", host=" + OneLine.of(this.host) + ", contentType=" + OneLine.of(String.valueOf(this.contentType))
				+ "]";
	}

}
