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

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.BufferingClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;

import io.pilispring.PiliServer;
import io.pilispring.Signature;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceClient} and the headers of requests.
 */
class ServiceClientTests {

	private final TestRequestFactory client = new TestRequestFactory();

	private final PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
		.fopApiHost("http://fop.example.com")
		.requestFactory(this.client)
		.build();

	@Test
	void bodyIsSentWithItsLengthAndItsType() {
		this.transport.send(ApiRequest.post("/v1/a").body(Map.of("a", "流")));
		MockClientHttpRequest request = this.client.requests().get(0);
		assertThat(request.getBodyAsString()).isEqualTo("{\"a\":\"流\"}");
		assertThat(request.getHeaders().getContentLength()).isEqualTo(11);
		assertThat(request.getHeaders().getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(request.getHeaders().getFirst("Accept")).isEqualTo("application/json");
		assertThat(request.getHeaders().getFirst("Authorization"))
			.isEqualTo(Signature.of("POST", "/v1/a", "pili.example.com", "application/json", request.getBodyAsBytes()));
	}

	@Test
	void requestWithoutBodyHasNoLength() {
		for (ApiRequest request : new ApiRequest[] { ApiRequest.get("/v1/a"), ApiRequest.delete("/v1/a") }) {
			this.transport.send(request);
			HttpHeaders headers = this.client.headers();
			assertThat(headers.headerNames()).containsExactlyInAnyOrder("Accept", "Authorization");
			assertThat(headers.getFirst("Accept")).isEqualTo("application/json");
		}
		this.transport.send(ApiRequest.post("/v1/a"));
		assertThat(this.client.headers().headerNames()).containsExactlyInAnyOrder("Accept", "Authorization",
				"Content-Type");
	}

	@Test
	void deletionHasNoTypeHoweverTheClientIsBuilt() {
		List<Consumer<PiliTransportBuilder>> ways = List.of((builder) -> builder.lazyRequestFactory(() -> this.client),
				(builder) -> builder.requestFactory(new BufferingClientHttpRequestFactory(this.client)),
				(builder) -> builder.requestFactory(this.client).backgroundRequestFactory(() -> this.client));
		for (Consumer<PiliTransportBuilder> way : ways) {
			PiliTransportBuilder builder = PiliServer.transportBuilder("http://pili.example.com");
			way.accept(builder);
			builder.build().send(ApiRequest.delete("/v1/a"));
		}
		assertThat(this.client.requests()).hasSize(3)
			.allSatisfy((request) -> assertThat(request.getHeaders().headerNames()).doesNotContain("Content-Type"));
	}

	@Test
	void requestWithoutBodyIsNotWrittenTo() {
		PiliServer.transportBuilder("http://pili.example.com").requestFactory((uri, method) -> {
			MockClientHttpRequest request = new MockClientHttpRequest(method, uri) {

				@Override
				public OutputStream getBody() {
					throw new AssertionError("HttpURLConnection would open a stream");
				}

			};
			request.setResponse(TestRequestFactory.response(200, "{}"));
			return request;
		}).build().send(ApiRequest.post("/v1/a"));
	}

	@Test
	void progressOfFileOperationsIsRequestedFromItsOwnHostWithoutASignature() {
		this.transport.send(ApiRequest.get("/status").query("id", "1").service(ApiService.FOP));
		MockClientHttpRequest request = this.client.requests().get(0);
		assertThat(request.getURI()).hasToString("http://fop.example.com/status?id=1");
		assertThat(request.getHeaders().headerNames()).containsExactly("Accept");
	}

	@Test
	void templateAndHubAreAttributesForObservations() {
		this.transport.forHub("archive").send(ApiRequest.get("/v1/{a}", "b"));
		assertThat(this.client.requests().get(0).getAttributes()).containsEntry("pili.hub.key", "archive")
			.containsValue("/v1/{a}");
		this.transport.send(ApiRequest.get("/v1/{a}", "b"));
		assertThat(this.client.requests().get(1).getAttributes()).doesNotContainKey("pili.hub.key");
	}

}
