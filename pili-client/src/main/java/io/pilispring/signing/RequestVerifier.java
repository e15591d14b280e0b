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
import java.security.MessageDigest;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Verifies the {@code Authorization} header of a request from PILI, which is signed like
 * a request to PILI.
 *
 * @since 0.1.0
 */
public final class RequestVerifier {

	private static final String SCHEME = "Qiniu ";

	private RequestVerifier() {
	}

	/**
	 * Return whether a request is signed with the given credentials. Takes the same time
	 * whichever character of the signature is wrong.
	 * @param authorization the {@code Authorization} header, or {@code null} if there is
	 * none
	 * @param credentials the credentials
	 * @param method the HTTP method in upper case
	 * @param target the path and the query as on the request line
	 * @param host the value of the {@code Host} header
	 * @param contentType the value of the {@code Content-Type} header, or {@code null} if
	 * there is none
	 * @param headers the values of the {@code X-Qiniu-*} headers by their names
	 * @param body the body, or empty if there is none
	 * @return whether the signature is valid
	 */
	public static boolean isSigned(@Nullable String authorization, PiliCredentials credentials, String method,
			String target, String host, @Nullable String contentType, Map<String, String> headers, byte[] body) {
		if (authorization == null) {
			return false;
		}
		String expected = RequestSigner.authorization(credentials, method, target, host, contentType, headers, body);
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				authorization.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return the access key that a request claims to be signed with.
	 * @param authorization the {@code Authorization} header, or {@code null} if there is
	 * none
	 * @return the access key, or {@code null} if the header does not have that form
	 */
	public static @Nullable String accessKey(@Nullable String authorization) {
		int colon = (authorization != null && authorization.startsWith(SCHEME))
				? authorization.indexOf(':', SCHEME.length()) : -1;
		return (colon > SCHEME.length() && authorization != null) ? authorization.substring(SCHEME.length(), colon)
				: null;
	}

}
