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

/**
 * Finds the account whose signature a request carries.
 */
final class SignatureVerifier {

	private static final String OCTET_STREAM = "application/octet-stream";

	private static final String SCHEME = "Qiniu ";

	private final Accounts accounts;

	SignatureVerifier(Accounts accounts) {
		this.accounts = accounts;
	}

	AccountState verify(ApiRequest request) {
		String authorization = request.authorization();
		if (authorization == null || !authorization.startsWith(SCHEME)) {
			throw ApiException.unauthorized();
		}
		String credential = authorization.substring(SCHEME.length());
		byte[] head = head(request);
		byte[] body = signedBody(request);
		return this.accounts.all()
			.stream()
			.filter((account) -> account.keys().made(credential, head, body))
			.findFirst()
			.orElseThrow(ApiException::unauthorized);
	}

	private static byte[] head(ApiRequest request) {
		StringBuilder head = new StringBuilder();
		head.append(request.method()).append(' ').append(request.target());
		head.append("\nHost: ").append(request.host());
		if (request.contentType() != null) {
			head.append("\nContent-Type: ").append(request.contentType());
		}
		head.append("\n\n");
		return head.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] signedBody(ApiRequest request) {
		boolean signed = request.contentType() != null && !OCTET_STREAM.equals(request.contentType());
		return (signed) ? request.body() : new byte[0];
	}

}
