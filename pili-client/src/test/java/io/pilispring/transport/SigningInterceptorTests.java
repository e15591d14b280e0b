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

package io.pilispring.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;

import io.pilispring.PiliServer;
import io.pilispring.Signature;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestSigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SigningInterceptor}.
 */
class SigningInterceptorTests {

	private static final PiliCredentials CREDENTIALS = PiliCredentials.of(PiliServer.ACCESS_KEY, PiliServer.SECRET_KEY);

	private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

	private static final byte[] NO_BODY = {};

	private final SigningInterceptor signing = interceptor(false);

	private final MockClientHttpRequest request = request("/v1/a?b=c%20d");

	private final HttpHeaders headers = this.request.getHeaders();

	@Test
	void requestWithoutBodyIsSigned() {
		this.signing.sign(this.request, NO_BODY);
		assertThat(signature()).isEqualTo(Signature.of("POST", "/v1/a?b=c%20d", "pili.example.com:81", null, NO_BODY));
		assertThat(this.headers.headerNames()).containsExactly("Authorization");
	}

	@Test
	void bodyAndContentTypeAreSigned() {
		this.headers.set("Content-Type", "application/json");
		this.signing.sign(this.request, BODY);
		assertThat(signature())
			.isEqualTo(Signature.of("POST", "/v1/a?b=c%20d", "pili.example.com:81", "application/json", BODY));
	}

	@Test
	void pathAloneIsSignedWithoutAQuery() {
		MockClientHttpRequest plain = request("/v1/a");
		this.signing.sign(plain, NO_BODY);
		assertThat(plain.getHeaders().getFirst("Authorization"))
			.isEqualTo(Signature.of("POST", "/v1/a", "pili.example.com:81", null, NO_BODY));
	}

	@Test
	void hostHeaderIsSignedIfThereIsOne() {
		this.headers.set("Host", "gateway");
		this.signing.sign(this.request, NO_BODY);
		assertThat(signature()).isEqualTo(Signature.of("POST", "/v1/a?b=c%20d", "gateway", null, NO_BODY));
	}

	@Test
	void allHeadersOfQiniuAreSignedAndNoOthers() {
		this.headers.set("X-Qiniu-B", "2");
		this.headers.set("x-qiniu-a", "1");
		this.headers.addAll("X-QINIU-C", List.of("3", "4"));
		this.headers.set("X-Qiniu", "5");
		this.headers.set("X-Reqid", "6");
		this.headers.set("A-X-Qiniu-D", "7");
		this.signing.sign(this.request, NO_BODY);
		assertThat(signature()).isEqualTo(signatureWith(Map.of("X-Qiniu-A", "1", "X-Qiniu-B", "2", "X-Qiniu-C", "3")))
			.isNotEqualTo(signatureWith(Map.of()));
	}

	@Test
	void dateIsNowAndSigned() {
		Instant start = Instant.now();
		interceptor(true).sign(this.request, NO_BODY);
		String date = this.headers.getFirst("X-Qiniu-Date");
		assertThat(date).isNotNull();
		Instant sent = LocalDateTime.parse(date, DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
			.toInstant(ZoneOffset.UTC);
		assertThat(sent).isBetween(start.minus(Duration.ofSeconds(1)), Instant.now());
		assertThat(signature()).isEqualTo(signatureWith(Map.of("X-Qiniu-Date", date)));
	}

	@Test
	void dateReplacesAnEarlierOne() {
		this.headers.set("X-Qiniu-Date", "20000101T000000Z");
		interceptor(true).sign(this.request, NO_BODY);
		assertThat(this.headers.getFirst("X-Qiniu-Date")).doesNotStartWith("2000");
	}

	@Test
	void credentialsAreThoseOfTheMoment() {
		AtomicInteger calls = new AtomicInteger();
		SigningInterceptor changing = new SigningInterceptor(host(),
				() -> PiliCredentials.of("ak" + calls.incrementAndGet(), "sk"), false);
		changing.sign(this.request, NO_BODY);
		assertThat(signature()).startsWith("Qiniu ak1:");
		changing.sign(this.request, NO_BODY);
		assertThat(signature()).startsWith("Qiniu ak2:");
	}

	@Test
	void nothingIsSignedForAnotherHost() {
		MockClientHttpRequest other = new MockClientHttpRequest(HttpMethod.GET, URI.create("http://evil.example.com/"));
		assertThatIllegalStateException().isThrownBy(() -> this.signing.sign(other, NO_BODY))
			.withMessage("A request for 'pili.example.com:81' is not signed for another host");
		assertThat(other.getHeaders().isEmpty()).isTrue();
	}

	@Test
	void interceptedRequestIsSentAsItIsSigned() throws IOException {
		ClientHttpResponse response = TestRequestFactory.response(200, "{}");
		this.headers.set("Content-Type", "application/json");
		assertThat(this.signing.intercept(this.request, BODY, (sent, body) -> {
			assertThat(sent).isSameAs(this.request);
			assertThat(body).isSameAs(BODY);
			assertThat(signature())
				.isEqualTo(Signature.of("POST", "/v1/a?b=c%20d", "pili.example.com:81", "application/json", BODY));
			return response;
		})).isSameAs(response);
	}

	private static ApiHost host() {
		return ApiHost.parse("apiHost", "http://pili.example.com:81");
	}

	private static SigningInterceptor interceptor(boolean dated) {
		return new SigningInterceptor(host(), () -> CREDENTIALS, dated);
	}

	private static MockClientHttpRequest request(String target) {
		return new MockClientHttpRequest(HttpMethod.POST, host().resolve(target));
	}

	private String signature() {
		return String.valueOf(this.headers.getFirst("Authorization"));
	}

	private static String signatureWith(Map<String, String> headers) {
		return RequestSigner.authorization(CREDENTIALS, "POST", "/v1/a?b=c%20d", "pili.example.com:81", null, headers,
				NO_BODY);
	}

}
