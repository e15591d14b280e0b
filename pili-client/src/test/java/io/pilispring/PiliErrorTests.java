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

package io.pilispring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PiliErrorTests {

	@ParameterizedTest
	@CsvSource({ "500,,,,500", "612,,gone,,612 gone", "612,7,,,612 (code 7)", "612,,,r,612 (request id r)",
			"612,7,gone,r,'612 gone (code 7, request id r)'" })
	void textHasWhatThereIs(int status, Integer code, String message, String requestId, String text) {
		assertThat(new PiliError(status, code, message, requestId)).hasToString(text);
	}

	@Test
	void exceptionTellsTheError() {
		PiliException failure = new PiliException("GET /", new PiliError(631, 7, "gone", "r"));
		assertThat(failure).hasMessage("GET /: 631 gone (code 7, request id r)");
		assertThat(failure.status()).isEqualTo(631);
		assertThat(failure.code()).isEqualTo(7);
		assertThat(failure.requestId()).isEqualTo("r");
	}

	@Test
	void exceptionWithoutErrorTellsNothing() {
		PiliException failure = new PiliConnectionException("GET /", new IllegalStateException());
		assertThat(failure.error()).isNull();
		assertThat(failure.status()).isNull();
		assertThat(failure.code()).isNull();
		assertThat(failure.requestId()).isNull();
	}

}
