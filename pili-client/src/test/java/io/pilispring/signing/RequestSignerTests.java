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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.pilispring.Golden;

import static org.assertj.core.api.Assertions.assertThat;

class RequestSignerTests {

	private final PiliCredentials credentials = PiliCredentials.of("test-ak", "test-sk");

	@ParameterizedTest
	@MethodSource("io.pilispring.Golden#authorizations")
	void authorizationIsThatOfTheSdks(Golden.Authorization golden) {
		assertThat(authorization(golden.method(), golden.target(), golden.host(), golden.contentType(), golden.body()))
			.isEqualTo(golden.authorization());
	}

	@Test
	void octetStreamIsNotSigned() {
		assertThat(authorization("POST", "/", "h", "application/octet-stream", "body"))
			.isEqualTo(authorization("POST", "/", "h", "application/octet-stream", ""));
	}

	@Test
	void everyPartIsSigned() {
		assertThat(new String[] { authorization("POST", "/a", "h", "application/json", "{}"),
				authorization("PUT", "/a", "h", "application/json", "{}"),
				authorization("POST", "/b", "h", "application/json", "{}"),
				authorization("POST", "/a?", "h", "application/json", "{}"),
				authorization("POST", "/a", "h:81", "application/json", "{}"),
				authorization("POST", "/a", "h", "text/plain", "{}"), authorization("POST", "/a", "h", null, ""),
				authorization("POST", "/a", "h", "application/json", "[]") })
			.doesNotHaveDuplicates()
			.allMatch((authorization) -> authorization.matches("Qiniu test-ak:[A-Za-z0-9_-]{27}="));
	}

	private String authorization(String method, String target, String host, String contentType, String body) {
		byte[] bytes = (body != null) ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
		return RequestSigner.authorization(this.credentials, method, target, host, contentType, bytes);
	}

}
