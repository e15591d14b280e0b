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
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestVerifierTests {

	private static final byte[] BODY = "title=room".getBytes(StandardCharsets.UTF_8);

	private final PiliCredentials credentials = PiliCredentials.of("my-ak", "my-sk");

	private final Map<String, String> headers = Map.of("x-qiniu-date", "20260102T030405Z", "X-QINIU-BBB", "b",
			"x-Qiniu-aaa", "a");

	@Test
	void signatureOfTheSameRequestIsValid() {
		String authorization = sign(this.credentials, this.headers);
		assertThat(isSigned(authorization)).isTrue();
		assertThat(RequestVerifier.accessKey(authorization)).isEqualTo("my-ak");
	}

	@Test
	void anythingElseIsNot() {
		assertThat(isSigned(null)).isFalse();
		assertThat(isSigned("")).isFalse();
		assertThat(isSigned(sign(PiliCredentials.of("my-ak", "other-sk"), this.headers))).isFalse();
		assertThat(isSigned(sign(PiliCredentials.of("other-ak", "my-sk"), this.headers))).isFalse();
		assertThat(isSigned(sign(this.credentials, Map.of()))).isFalse();
		assertThat(isSigned(sign(this.credentials, this.headers) + "=")).isFalse();
	}

	// Whatever the case in which they are sent, they are signed as X-Qiniu-Aaa, sorted
	@Test
	void namesOfHeadersAreSignedInOneForm() {
		String form = "POST /callbacks\nHost: app.example.com\nContent-Type: text/plain\nX-Qiniu-Aaa: a\n"
				+ "X-Qiniu-Bbb: b\nX-Qiniu-Date: 20260102T030405Z\n\ntitle=room";
		assertThat(sign(this.credentials, this.headers))
			.isEqualTo("Qiniu my-ak:" + this.credentials.secretKey().sign(form));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "Qiniu my-ak:sign, my-ak", "Qiniu a:, a", "Qiniu :sign, none",
			"Qiniu my-ak, none", "QBox my-ak:sign, none", "qiniu my-ak:sign, none", "none, none", "'', none" })
	void accessKeyIsWhatStandsBeforeTheColon(@Nullable String authorization, @Nullable String accessKey) {
		assertThat(RequestVerifier.accessKey(authorization)).isEqualTo(accessKey);
	}

	private String sign(PiliCredentials credentials, Map<String, String> headers) {
		return RequestSigner.authorization(credentials, "POST", "/callbacks", "app.example.com", "text/plain", headers,
				BODY);
	}

	private boolean isSigned(@Nullable String authorization) {
		return RequestVerifier.isSigned(authorization, this.credentials, "POST", "/callbacks", "app.example.com",
				"text/plain", this.headers, BODY);
	}

}
