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

package io.pilispring.autoconfigure.webhook;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Serves a {@link Webhook} with Spring WebFlux. It runs on a thread that may block.
 *
 * @since 0.1.0
 */
public final class WebFluxWebhookHandler implements WebHandler {

	private final Webhook webhook;

	/**
	 * Create a handler.
	 * @param webhook the webhook
	 */
	public WebFluxWebhookHandler(Webhook webhook) {
		this.webhook = webhook;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		// The request itself may be without its secrets by now
		return Mono.deferContextual((context) -> handle(exchange,
				context.<WebhookRequest>getOrEmpty(WebhookRequest.class).orElseGet(() -> head(exchange.getRequest()))));
	}

	private Mono<Void> handle(ServerWebExchange exchange, WebhookRequest head) {
		ServerHttpRequest request = exchange.getRequest();
		HttpStatus rejection = this.webhook.reject(head, request.getHeaders().getContentLength());
		return ((rejection != null) ? Mono.just(rejection) : receive(head, request))
			.flatMap((status) -> respond(this.webhook, exchange.getResponse(), status));
	}

	static WebhookRequest head(ServerHttpRequest request) {
		return new WebhookRequest(request.getMethod().name(), request.getPath().contextPath().value(),
				request.getURI().getRawPath(), request.getURI().getRawQuery(), request.getHeaders());
	}

	private Mono<HttpStatus> receive(WebhookRequest head, ServerHttpRequest request) {
		return DataBufferUtils.join(request.getBody(), this.webhook.maxSize())
			.map(WebFluxWebhookHandler::bytes)
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> Mono.fromCallable(() -> this.webhook.receive(head, body))
				.subscribeOn(Schedulers.boundedElastic()))
			.onErrorReturn(DataBufferLimitException.class, HttpStatus.CONTENT_TOO_LARGE);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	static Mono<Void> respond(Webhook webhook, ServerHttpResponse response, HttpStatus status) {
		if (status == HttpStatus.METHOD_NOT_ALLOWED) {
			response.getHeaders().setAllow(webhook.methods());
		}
		webhook.log(status);
		response.setStatusCode(status);
		return response.setComplete();
	}

}
