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
 * Lets only requests pass that carry the signature of the account.
 */
final class SignatureVerifier {

	private static final String OCTET_STREAM = "application/octet-stream";

	private final String accessKey;

	private final String secretKey;

	SignatureVerifier(String accessKey, String secretKey) {
		this.accessKey = accessKey;
		this.secretKey = secretKey;
	}

	void verify(ApiRequest request) {
		String expected = "Qiniu " + this.accessKey + ":" + signature(request);
		String actual = request.authorization();
		if (actual == null || !HmacSha1.areEqual(expected, actual)) {
			throw ApiException.unauthorized();
		}
	}

	private String signature(ApiRequest request) {
		StringBuilder head = new StringBuilder();
		head.append(request.method()).append(' ').append(request.target());
		head.append("\nHost: ").append(request.host());
		if (request.contentType() != null) {
			head.append("\nContent-Type: ").append(request.contentType());
		}
		head.append("\n\n");
		byte[] body = (isBodySigned(request)) ? request.body() : new byte[0];
		return HmacSha1.sign(this.secretKey, head.toString().getBytes(StandardCharsets.UTF_8), body);
	}

	private static boolean isBodySigned(ApiRequest request) {
		return request.contentType() != null && !OCTET_STREAM.equals(request.contentType());
	}

}
