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

package io.pilispring.signing;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Creates the {@code Authorization} header of a request to PILI.
 *
 * @since 0.1.0
 */
public final class RequestSigner {

	private static final String OCTET_STREAM = "application/octet-stream";

	private RequestSigner() {
	}

	/**
	 * Sign a request.
	 * @param credentials the credentials to sign with
	 * @param method the HTTP method in upper case
	 * @param target the path and the query as on the request line
	 * @param host the value of the {@code Host} header, with the port unless it is the
	 * default port of the scheme
	 * @param contentType the value of the {@code Content-Type} header, or {@code null} if
	 * none is sent
	 * @param body the bytes that are sent, or empty if there is no body
	 * @return the value of the {@code Authorization} header
	 */
	public static String authorization(PiliCredentials credentials, String method, String target, String host,
			@Nullable String contentType, byte[] body) {
		return authorization(credentials, method, target, host, contentType, Collections.emptyMap(), body);
	}

	/**
	 * Sign a request that has {@code X-Qiniu-*} headers, which are part of what is
	 * signed.
	 * @param credentials the credentials to sign with
	 * @param method the HTTP method in upper case
	 * @param target the path and the query as on the request line
	 * @param host the value of the {@code Host} header, with the port unless it is the
	 * default port of the scheme
	 * @param contentType the value of the {@code Content-Type} header, or {@code null} if
	 * none is sent
	 * @param headers the values of the {@code X-Qiniu-*} headers by their names, in upper
	 * or lower case
	 * @param body the bytes that are sent, or empty if there is no body
	 * @return the value of the {@code Authorization} header
	 */
	public static String authorization(PiliCredentials credentials, String method, String target, String host,
			@Nullable String contentType, Map<String, String> headers, byte[] body) {
		String type = (contentType != null) ? "\nContent-Type: " + contentType : "";
		String head = method + " " + target + "\nHost: " + host + type + lines(headers) + "\n\n";
		SigningKey key = credentials.secretKey();
		String signature = (isBodySigned(contentType, body)) ? key.sign(head.getBytes(StandardCharsets.UTF_8), body)
				: key.sign(head);
		return "Qiniu " + credentials.accessKey() + ":" + signature;
	}

	private static String lines(Map<String, String> headers) {
		if (headers.isEmpty()) {
			return "";
		}
		SortedMap<String, String> sorted = new TreeMap<>();
		headers.forEach((name, value) -> sorted.put(canonical(name), value));
		StringBuilder lines = new StringBuilder();
		sorted.forEach((name, value) -> lines.append('\n').append(name).append(": ").append(value));
		return lines.toString();
	}

	// As in X-Qiniu-Date
	private static String canonical(String name) {
		StringBuilder canonical = new StringBuilder(name.toLowerCase(Locale.ROOT));
		for (int i = 0; i < canonical.length(); i++) {
			if (i == 0 || canonical.charAt(i - 1) == '-') {
				canonical.setCharAt(i, Character.toUpperCase(canonical.charAt(i)));
			}
		}
		return canonical.toString();
	}

	private static boolean isBodySigned(@Nullable String contentType, byte[] body) {
		return body.length > 0 && contentType != null && !contentType.equals(OCTET_STREAM);
	}

}
