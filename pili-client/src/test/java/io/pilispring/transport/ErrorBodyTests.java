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
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliError;
import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTooManyRequestsException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorResponse} without any HTTP client.
 */
class ErrorBodyTests {

	static final List<Arguments> BODIES = List.of(
			Arguments.of("{\"error\":401001,\"message\":\"invalid argument\"}", 401001, "invalid argument", null),
			Arguments.of("{\"error\":0,\"errno\":7}", 0, null, null),
			Arguments.of("{\"error\":\"invalid\",\"errno\":7,\"reqid\":\"body-id\"}", 7, "invalid", "body-id"),
			Arguments.of("{\"error\":\"invalid\",\"errno\":-2147483648}", Integer.MIN_VALUE, "invalid", null),
			Arguments.of("{\"error\":\"invalid\",\"errno\":2147483648}", null, "invalid", null),
			Arguments.of("{\"error\":\"invalid\",\"errno\":\"7\"}", null, "invalid", null),
			Arguments.of("{\"error\":\"no\",\"message\":\"denied\"}", null, "denied", null),
			Arguments.of("{\"error\":\"no\",\"message\":\" \"}", null, "no", null),
			Arguments.of("{\"error\":\" \",\"message\":\"\",\"reqid\":\" \"}", null, null, null),
			Arguments.of("{\"error\":{\"a\":1},\"message\":[1],\"reqid\":7}", null, null, null),
			Arguments.of("{\"error\":1.5}", null, null, null), Arguments.of("{}", null, null, null),
			Arguments.of("{\"error\":\"cut", null, "{\"error\":\"cut", null),
			Arguments.of("no such stream", null, "no such stream", null),
			Arguments.of("\"text\"", null, "\"text\"", null), Arguments.of("[1]", null, "[1]", null),
			Arguments.of("null", null, "null", null), Arguments.of("", null, null, null),
			Arguments.of(" \r\n ", null, null, null));

	static final List<Arguments> STATUSES = List.of(Arguments.of(304, PiliException.class),
			Arguments.of(400, PiliBadRequestException.class), Arguments.of(401, PiliCredentialsException.class),
			Arguments.of(403, PiliCredentialsException.class), Arguments.of(404, PiliNotFoundException.class),
			Arguments.of(409, PiliAlreadyExistsException.class), Arguments.of(429, PiliTooManyRequestsException.class),
			Arguments.of(499, PiliException.class), Arguments.of(500, PiliServerException.class),
			Arguments.of(599, PiliServerException.class), Arguments.of(600, PiliException.class),
			Arguments.of(612, PiliNotFoundException.class), Arguments.of(614, PiliAlreadyExistsException.class),
			Arguments.of(619, PiliNoDataException.class), Arguments.of(631, PiliNotFoundException.class));

	@ParameterizedTest
	@FieldSource("BODIES")
	void everyFormOfBodyIsRead(String body, @Nullable Integer code, @Nullable String message,
			@Nullable String requestId) {
		PiliException failure = failure(400, body, null);
		assertThat(failure).isExactlyInstanceOf(PiliBadRequestException.class);
		assertThat(failure.error()).isEqualTo(new PiliError(400, code, message, requestId));
	}

	@ParameterizedTest
	@FieldSource("STATUSES")
	void everyStatusHasItsException(int status, Class<? extends PiliException> expected) {
		assertThat(failure(status, "{\"error\":7001,\"message\":\"refused\"}", "r1")).isExactlyInstanceOf(expected)
			.hasMessage("GET /v1/a: " + status + " refused (code 7001, request id r1)");
	}

	@Test
	void requestIdOfTheHeaderComesFirst() {
		assertThat(failure(400, "{\"reqid\":\"of-body\"}", "of-header").requestId()).isEqualTo("of-header");
	}

	@Test
	void timeToWaitIsKeptWhateverTheBodyIs() {
		for (String body : new String[] { "{}", "busy" }) {
			PiliException failure = ErrorResponse.toException(ApiRequest.get("/v1/a"), 429, body, "id",
					Duration.ofSeconds(7));
			assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
			assertThat(failure.requestId()).isEqualTo("id");
		}
	}

	@ParameterizedTest
	@CsvSource({ "400,true", "401,false", "404,false", "409,true", "500,false", "612,false", "614,true" })
	void duplicatedContentIsWhatExistsAlready(int status, boolean exists) {
		PiliException failure = failure(status, "{\"error\":\"Duplicated Content: x\"}", null);
		assertThat(failure instanceof PiliAlreadyExistsException).isEqualTo(exists);
	}

	@ParameterizedTest
	@ValueSource(ints = { 409, 614 })
	void conflictIsWhatExistsAlreadyWithoutAnyMessage(int status) {
		assertThat(failure(status, "", null)).isExactlyInstanceOf(PiliAlreadyExistsException.class)
			.hasMessage("GET /v1/a: " + status);
	}

	private static PiliException failure(int status, String body, @Nullable String requestId) {
		return ErrorResponse.toException(ApiRequest.get("/v1/a"), status, body, requestId, null);
	}

}
