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

import io.micrometer.common.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PiliObservationConvention}.
 */
class PiliObservationConventionTests {

	private final PiliObservationConvention convention = new PiliObservationConvention();

	private final MockClientHttpRequest request = new MockClientHttpRequest(HttpMethod.GET, "http://pili.example.com/");

	private final ClientRequestObservationContext context = new ClientRequestObservationContext(this.request);

	@ParameterizedTest
	@CsvSource({ "200,SUCCESS", "302,REDIRECTION", "404,CLIENT_ERROR", "500,SERVER_ERROR", "600,CLIENT_ERROR",
			"612,CLIENT_ERROR", "631,CLIENT_ERROR", "699,CLIENT_ERROR", "700,UNKNOWN" })
	void statusesOfPiliAreClientErrors(int status, String outcome) {
		this.context.setResponse(new MockClientHttpResponse(new byte[0], status));
		assertThat(outcome()).isEqualTo(outcome);
	}

	@Test
	void outcomeIsUnknownWithoutAResponse() {
		assertThat(outcome()).isEqualTo("UNKNOWN");
	}

	@Test
	void outcomeIsUnknownIfTheStatusCannotBeRead() throws IOException {
		ClientHttpResponse broken = mock();
		given(broken.getStatusCode()).willThrow(new IOException("cut off"));
		this.context.setResponse(broken);
		assertThat(outcome()).isEqualTo("UNKNOWN");
	}

	@Test
	void hubIsNamedInTracesAlone() {
		this.request.getAttributes().put("pili.hub.key", "archive");
		this.context.setUriTemplate("/v1/streams");
		assertThat(this.convention.getHighCardinalityKeyValues(this.context))
			.contains(KeyValue.of("pili.hub.key", "archive"))
			.anyMatch((tag) -> tag.getKey().equals("http.url"));
		assertThat(this.convention.getLowCardinalityKeyValues(this.context))
			.noneMatch((tag) -> tag.getKey().equals("pili.hub.key"));
	}

	@Test
	void hubIsNotNamedIfItIsNotKnown() {
		assertThat(hubKeys()).isZero();
		this.request.getAttributes().put("pili.hub.key", 7);
		assertThat(hubKeys()).isZero();
		this.context.setCarrier(null);
		assertThat(hubKeys()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "/v1/streams/{id},/v1/streams/{id}", "https://pili.example.com/v1/streams,/v1/streams", "'',none" })
	void uriIsThePathOfTheTemplate(String template, String uri) {
		this.context.setUriTemplate((template.isEmpty()) ? null : template);
		assertThat(lowCardinality("uri")).isEqualTo(uri);
	}

	@Test
	void nameIsThatOfSpringOrAnother() {
		assertThat(this.convention.getName()).isEqualTo("http.client.requests");
		assertThat(new PiliObservationConvention("my.requests").getName()).isEqualTo("my.requests");
	}

	private long hubKeys() {
		return this.convention.getHighCardinalityKeyValues(this.context)
			.stream()
			.filter((tag) -> tag.getKey().equals("pili.hub.key"))
			.count();
	}

	private String outcome() {
		return lowCardinality("outcome");
	}

	private String lowCardinality(String name) {
		return this.convention.getLowCardinalityKeyValues(this.context)
			.stream()
			.filter((tag) -> tag.getKey().equals(name))
			.map(KeyValue::getValue)
			.findFirst()
			.orElseThrow();
	}

}
