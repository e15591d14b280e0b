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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The request of a callback, whose variables are filled in.
 *
 * @param method the HTTP method
 * @param url the URL
 * @param contentType the type of the body
 * @param body the body, empty for none
 * @param reqId the id of the request, which is the same for all attempts
 */
record CallbackRequest(String method, String url, String contentType, byte[] body, String reqId) {

	private static final String FORM = "application/x-www-form-urlencoded";

	static CallbackRequest of(PushCallback callback, PushEvent event) {
		Map<String, String> variables = new TreeMap<>();
		callback.variables().forEach((name, value) -> variables.put(name, event.fill(value, (text) -> text)));
		String url = event.fill(callback.url(), (text) -> FormParameters.encode(text).replace("+", "%20"));
		String form = FormParameters.of(variables).encode();
		return switch (callback.format()) {
			case GET -> new CallbackRequest("GET", withQuery(url, form), FORM, new byte[0], Ids.requestId());
			case FORM -> new CallbackRequest("POST", url, FORM, form.getBytes(StandardCharsets.UTF_8), Ids.requestId());
			case JSON -> new CallbackRequest("POST", url, "application/json", Json.write(variables), Ids.requestId());
		};
	}

	private static String withQuery(String url, String query) {
		return (query.isEmpty()) ? url : url + ((url.indexOf('?') != -1) ? "&" : "?") + query;
	}

	OutgoingRequest signed(AccountState account, Duration timeout) {
		URI uri = URI.create(this.url);
		byte[] head = SignedText.head(this.method, target(uri), host(uri), this.contentType, SignedText.noHeaders());
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", this.contentType);
		String credential = account.keys()
			.sign(account.accessKey(), head, SignedText.body(this.contentType, this.body));
		if (credential != null) {
			headers.put("Authorization", "Qiniu " + credential);
		}
		headers.put("X-Reqid", this.reqId);
		return new OutgoingRequest(this.method, this.url, headers, this.body, timeout);
	}

	private static String target(URI uri) {
		String path = (uri.getRawPath().isEmpty()) ? "/" : uri.getRawPath();
		return (uri.getRawQuery() != null) ? path + "?" + uri.getRawQuery() : path;
	}

	// As connections of the JDK send it
	private static String host(URI uri) {
		int defaultPort = ("https".equals(uri.getScheme())) ? 443 : 80;
		return (uri.getPort() == -1 || uri.getPort() == defaultPort) ? uri.getHost()
				: uri.getHost() + ":" + uri.getPort();
	}

}
