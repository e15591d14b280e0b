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

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliError;
import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTooManyRequestsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ParameterizedClass
@EnumSource(HttpLibrary.class)
class ErrorResponseTests {

	private static final String REQUEST_ID = "reqid-1";

	private static final String SECRET = "ca11e07f094c3a6e";

	static final Map<Integer, Class<? extends PiliException>> STATUSES = Map.ofEntries(
			Map.entry(400, PiliBadRequestException.class), Map.entry(401, PiliCredentialsException.class),
			Map.entry(403, PiliCredentialsException.class), Map.entry(404, PiliNotFoundException.class),
			Map.entry(405, PiliException.class), Map.entry(409, PiliAlreadyExistsException.class),
			Map.entry(418, PiliException.class), Map.entry(429, PiliTooManyRequestsException.class),
			Map.entry(500, PiliServerException.class), Map.entry(502, PiliServerException.class),
			Map.entry(503, PiliServerException.class), Map.entry(504, PiliServerException.class),
			Map.entry(579, PiliServerException.class), Map.entry(599, PiliServerException.class),
			Map.entry(612, PiliNotFoundException.class), Map.entry(614, PiliAlreadyExistsException.class),
			Map.entry(619, PiliNoDataException.class), Map.entry(631, PiliNotFoundException.class),
			Map.entry(301, PiliException.class), Map.entry(302, PiliException.class),
			Map.entry(304, PiliException.class), Map.entry(307, PiliException.class));

	static final List<Arguments> BODIES = List.of(
			Arguments.of("{\"error\":401001,\"message\":\"invalid argument\"}", 401001, "invalid argument", null),
			Arguments.of("{\"error\":\"invalid authorization\",\"key\":\"x\",\"errno\":401001,\"reqid\":\"body-id\"}",
					401001, "invalid authorization", "body-id"),
			Arguments.of("{\"error\":\"stream not found\"}", null, "stream not found", null),
			Arguments.of("{\"error\":\"stream not found\",\"message\":\"\"}", null, "stream not found", null),
			Arguments.of("{\"error\":\"流不存在\"}", null, "流不存在", null),
			Arguments.of("no such stream", null, "no such stream", null),
			Arguments.of("<html>\r\n<b>Bad Gateway</b></html>", null, "<html>  <b>Bad Gateway</b></html>", null),
			Arguments.of("", null, null, null), Arguments.of(" \n ", null, null, null),
			Arguments.of("null", null, "null", null), Arguments.of("[1]", null, "[1]", null),
			Arguments.of("{}", null, null, null), Arguments.of("{\"error\":null}", null, null, null),
			Arguments.of("{\"error\":{\"a\":1},\"message\":[1],\"reqid\":7,\"errno\":\"x\"}", null, null, null),
			Arguments.of("{\"error\":1.5}", null, null, null), Arguments.of("{\"error\":1e999}", null, null, null),
			Arguments.of("{\"error\":99999999999}", null, null, null),
			Arguments.of("{\"error\":\"cut", null, "{\"error\":\"cut", null));

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	@Parameter
	HttpLibrary library;

	@ParameterizedTest
	@MethodSource("statusesAndRequests")
	void everyStatusHasItsException(int status, Class<? extends PiliException> expected, ApiRequest request) {
		this.pili.answer(WireMock.aResponse()
			.withStatus(status)
			.withHeader("X-Reqid", REQUEST_ID)
			.withBody("{\"error\":7001,\"message\":\"refused\"}"));
		PiliException failure = failureOf(request);
		assertThat(failure).isExactlyInstanceOf(expected);
		assertThat(failure.status()).isEqualTo(status);
		assertThat(failure.requestId()).isEqualTo(REQUEST_ID);
		if (hasBody(status, request)) {
			assertThat(failure.code()).isEqualTo(7001);
			assertThat(failure)
				.hasMessage(request + ": " + status + " refused (code 7001, request id " + REQUEST_ID + ")");
		}
	}

	// A 304 never has one, and HttpURLConnection loses that of a 401 to a request with
	// one
	private boolean hasBody(int status, ApiRequest request) {
		boolean lost = this.library == HttpLibrary.SIMPLE && status == 401 && request.method() != HttpMethod.GET;
		return status != 304 && !lost;
	}

	@ParameterizedTest
	@MethodSource("statusesAndRequests")
	void everyStatusHasItsExceptionWithoutBody(int status, Class<? extends PiliException> expected,
			ApiRequest request) {
		this.pili.answer(WireMock.aResponse().withStatus(status));
		PiliException failure = failureOf(request);
		assertThat(failure).isExactlyInstanceOf(expected).hasMessage(request + ": " + status);
		assertThat(failure.status()).isEqualTo(status);
	}

	private static Stream<Arguments> statusesAndRequests() {
		return new TreeMap<>(STATUSES).entrySet()
			.stream()
			.flatMap((entry) -> Stream
				.of(ApiRequest.get("/v1/streams/{id}", "z.h.t"),
						ApiRequest.post("/v1/streams/{id}", "z.h.t").body(Map.of("disabled", true)),
						ApiRequest.delete("/v1/streams/{id}", "z.h.t"))
				.map((request) -> Arguments.of(entry.getKey(), entry.getValue(), request)));
	}

	@ParameterizedTest
	@FieldSource("BODIES")
	void everyBodyIsRead(String body, Integer code, String message, String requestId) {
		this.pili.answer(400, body);
		PiliException failure = failureOf(get());
		assertThat(failure).isExactlyInstanceOf(PiliBadRequestException.class);
		assertThat(failure.error()).isEqualTo(new PiliError(400, code, message, requestId));
	}

	@ParameterizedTest
	@CsvSource({ "400,duplicated content,true", "409,Duplicated content,true", "500,duplicated content,false",
			"400,other,false", "409,other,true" })
	void duplicatedContent(int status, String message, boolean duplicate) {
		this.pili.answer(status, "{\"error\":\"" + message + "\"}");
		assertThat(failureOf(get()) instanceof PiliAlreadyExistsException).isEqualTo(duplicate);
	}

	@ParameterizedTest
	@CsvSource({ "7,7", "0,0", "-1,", "soon,", "99999999999999,", "1.5," })
	void retryAfterInSeconds(String header, Long seconds) {
		assertThat(retryAfter(header)).isEqualTo((seconds != null) ? Duration.ofSeconds(seconds) : null);
	}

	@Test
	void retryAfterAsDate() {
		ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
		assertThat(retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusHours(2))))
			.isBetween(Duration.ofHours(1), Duration.ofHours(2));
		assertThat(retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(now.minusHours(2)))).isZero();
	}

	private Duration retryAfter(String header) {
		this.pili.answer(WireMock.aResponse().withStatus(429).withHeader("Retry-After", header));
		return failureOf(get()).retryAfter();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"message\":\"bad \\\"publishKey\\\":\\\"" + SECRET + "\\\"\"}",
			"<p>{\"publishKey\": \"" + SECRET + "\"}</p>", "rtmp://host/hub/title?key=" + SECRET,
			"rtmp://host/hub/title?nonce=1&token=" + SECRET })
	void secretsAreMasked(String body) {
		this.pili.answer(400, body);
		assertThat(failureOf(get())).hasMessageContaining("******").message().doesNotContain(SECRET);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503, 401 })
	void requestIsSentOnce(int status) {
		this.pili.answer(WireMock.aResponse().withStatus(status).withHeader("Retry-After", "0"));
		failureOf(get());
		assertThat(this.pili.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirectIsNotFollowed(int status) {
		this.pili.stub(WireMock.any(WireMock.urlPathEqualTo("/v1/streams/z.h.t"))
			.willReturn(WireMock.aResponse()
				.withStatus(status)
				.withHeader("Location", this.pili.host().replace("127.0.0.1", "localhost") + "/elsewhere")));
		assertThat(failureOf(get()).status()).isEqualTo(status);
		assertThat(this.pili.onlyRequest().getUrl()).isEqualTo("/v1/streams/z.h.t");
	}

	private PiliException failureOf(ApiRequest request) {
		PiliTransport transport = this.library.transport(this.pili);
		PiliException failure = catchThrowableOfType(PiliException.class, () -> transport.send(request));
		assertThat(failure).isNotNull();
		PiliServer.hasNoSecret(failure);
		return failure;
	}

	private static ApiRequest get() {
		return ApiRequest.get("/v1/streams/{id}", "z.h.t");
	}

}
