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

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiRequestTests {

	@Test
	void variablesAndParametersAreEncoded() {
		ApiRequest request = ApiRequest.get("/v1/{a}/x/{b}", "1/2?", "ü{c}")
			.query("q", "a b+c&d=e~")
			.query("none", null)
			.query("n", 5);
		assertThat(request.method()).isEqualTo(HttpMethod.GET);
		assertThat(request.target()).isEqualTo("/v1/1%2F2%3F/x/%C3%BC%7Bc%7D?q=a%20b%2Bc%26d%3De~&n=5");
		assertThat(request.template()).isEqualTo("/v1/{a}/x/{b}");
		assertThat(request.service()).isEqualTo(ApiService.PILI);
		assertThat(request.body()).isNull();
	}

	@Test
	void textHasNoQuery() {
		assertThat(ApiRequest.delete("/v1/{a}", "1").query("q", "x")).hasToString("DELETE /v1/1");
	}

	@Test
	void variablesMustFitTheTemplate() {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiRequest.get("/v1/{a}"))
			.withMessage("'template' has too many variables: /v1/{a}");
		assertThatIllegalArgumentException().isThrownBy(() -> ApiRequest.get("{a}"))
			.withMessage("'template' has too many variables: {a}");
		assertThatIllegalArgumentException().isThrownBy(() -> ApiRequest.post("/v1/{a}", "1", "2"))
			.withMessage("'template' has too few variables: /v1/{a}");
		assertThatIllegalArgumentException().isThrownBy(() -> ApiRequest.get("/v1/}{a", "1"))
			.withMessage("'template' has too few variables: /v1/}{a");
	}

	@Test
	void variablesMayBeAnywhere() {
		assertThat(ApiRequest.get("{a}{b}", "1", "2").target()).isEqualTo("12");
		assertThat(ApiRequest.get("/{a}/b", "").target()).isEqualTo("//b");
	}

	@Test
	void onlyCreationsAreNotRepeatable() {
		assertThat(ApiRequest.get("/v1").isRepeatable()).isTrue();
		assertThat(ApiRequest.delete("/v1").isRepeatable()).isTrue();
		assertThat(ApiRequest.post("/v1").isRepeatable()).isFalse();
		assertThat(ApiRequest.post("/v1").repeatable().isRepeatable()).isTrue();
	}

	@Test
	void bodyIsExpectedUnlessAnEmptyOneIsAccepted() {
		assertThat(ApiRequest.delete("/v1").isAnswered()).isTrue();
		assertThat(ApiRequest.delete("/v1").acceptEmptyResponse().isAnswered()).isFalse();
	}

}
