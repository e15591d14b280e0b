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

package io.pilispring.autoconfigure.notification;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

import io.pilispring.autoconfigure.webhook.WebFluxWebhookHandler;
import io.pilispring.fop.FopNotificationOutcome;
import io.pilispring.fop.FopNotificationReceiver;
import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.signing.PiliCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link FopNotificationWebhook} with Spring WebFlux.
 */
class FopNotificationWebFluxTests {

	private static final String PATH = "/pili/notifications";

	private final FopNotifyUrl url = new FopNotifyUrl(() -> PiliCredentials.of("ak", "sk"), PATH, "http://app");

	private final FopNotificationReceiver receiver = mock(FopNotificationReceiver.class);

	private final WebFluxWebhookHandler handler = new WebFluxWebhookHandler(
			new FopNotificationWebhook(this.url, this.receiver, DataSize.ofBytes(100)));

	@ParameterizedTest
	@CsvSource({ "TAKEN,200", "MALFORMED,400", "TRY_AGAIN,503" })
	void outcomesAreStatuses(FopNotificationOutcome outcome, int status) {
		given(this.receiver.receive(eq(""), any(), eq("{中}"))).willReturn(outcome);
		MockServerHttpResponse response = handle(MockServerHttpRequest.post(this.url.get()).body("{中}"));
		assertThat(response.getStatusCode().value()).isEqualTo(status);
		assertThat(response.getBodyAsString().block()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "token=", "token=wrong", "tokens=x" })
	void withoutTheTokenNothingIsRead(String query) {
		Flux<DataBuffer> body = Flux.error(new AssertionError("read"));
		MockServerHttpResponse response = handle(MockServerHttpRequest.post(PATH + "?" + query).body(body));
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
		verify(this.receiver, never()).receive(any(), any(), any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS" })
	void otherMethodsAreNotAllowed(String method) {
		MockServerHttpResponse response = handle(
				MockServerHttpRequest.method(HttpMethod.valueOf(method), this.url.get()).build());
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
		assertThat(response.getHeaders().getAllow()).containsExactly(HttpMethod.POST);
	}

	@ParameterizedTest
	@CsvSource({ "100,200,true", "101,413,true", "100,200,false", "101,413,false", "100000,413,false" })
	void sizeIsBounded(int size, int status, boolean withLength) {
		given(this.receiver.receive(any(), any(), any())).willReturn(FopNotificationOutcome.TAKEN);
		MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.post(this.url.get());
		if (withLength) {
			request.contentLength(size);
		}
		DataBuffer part = DefaultDataBufferFactory.sharedInstance
			.wrap("x".repeat(size / 2).getBytes(StandardCharsets.UTF_8));
		DataBuffer rest = DefaultDataBufferFactory.sharedInstance
			.wrap("x".repeat(size - size / 2).getBytes(StandardCharsets.UTF_8));
		assertThat(handle(request.body(Flux.just(part, rest))).getStatusCode().value()).isEqualTo(status);
	}

	@Test
	void emptyBodyIsReceived() {
		given(this.receiver.receive(eq(""), any(), eq(""))).willReturn(FopNotificationOutcome.MALFORMED);
		assertThat(handle(MockServerHttpRequest.post(this.url.get()).build()).getStatusCode())
			.isEqualTo(HttpStatus.BAD_REQUEST);
	}

	private MockServerHttpResponse handle(MockServerHttpRequest request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		this.handler.handle(exchange).block();
		return exchange.getResponse();
	}

}
