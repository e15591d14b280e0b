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

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.pilispring.PiliError;
import io.pilispring.PiliUnreadableResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ApiResponse}.
 */
class ApiResponseTests {

	@Test
	void bodyIsReadAsJson() {
		ApiResponse response = response("{\"a\":[1,2]}");
		assertThat((Map<?, ?>) response.read(Map.class)).hasSize(1);
		assertThat(response.body()).isEqualTo("{\"a\":[1,2]}");
	}

	@Test
	void bodyThatIsNoJsonIsQuoted() {
		assertThatExceptionOfType(PiliUnreadableResponseException.class)
			.isThrownBy(() -> response("<html>").read(Map.class))
			.withMessageStartingWith("GET /v1/a: 200, but the response could not be read (")
			.withMessageEndingWith("): <html>")
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(new PiliError(200, null, null, "r1")));
	}

	@Test
	void blankBodyIsNone() {
		for (String body : new String[] { "", " \n" }) {
			assertThat(response(body).unreadable("no JSON"))
				.hasMessage("GET /v1/a: 200, but the response could not be read (no JSON): no body");
		}
	}

	@Test
	void secretsAreMasked() {
		assertThat(response("{\"publishKey\":\"hush\"").unreadable("\"secretKey\":\"hush\"").getMessage())
			.contains("******")
			.doesNotContain("hush");
	}

	private static ApiResponse response(String body) {
		return new ApiResponse(ApiRequest.get("/v1/a"), 200, "r1", body);
	}

}
