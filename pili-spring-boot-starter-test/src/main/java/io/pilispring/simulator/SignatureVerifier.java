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

/**
 * Finds the account whose signature a request carries.
 */
final class SignatureVerifier {

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
		byte[] head = SignedText.head(request.method(), signedTarget(request), request.host(), request.contentType(),
				request.signedHeaders());
		byte[] body = SignedText.body(request.contentType(), request.body());
		return this.accounts.all()
			.stream()
			.filter((account) -> account.keys().made(credential, head, body))
			.findFirst()
			.orElseThrow(ApiException::unauthorized);
	}

	// An official SDK of version 2 sends a trailing question mark without signing it
	private static String signedTarget(ApiRequest request) {
		String target = request.target();
		boolean trailing = request.version() == ApiVersion.V2 && target.indexOf('?') == target.length() - 1;
		return (trailing) ? target.substring(0, target.length() - 1) : target;
	}

}
