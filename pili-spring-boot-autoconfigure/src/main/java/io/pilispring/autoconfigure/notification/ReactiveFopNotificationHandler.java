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

import java.util.Set;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Handles notifications with Spring WebFlux. Calls to PILI and listeners run on a thread
 * that may block.
 */
class ReactiveFopNotificationHandler implements WebHandler {

	private final FopNotificationEndpoint endpoint;

	ReactiveFopNotificationHandler(FopNotificationEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		HttpStatus refusal = this.endpoint.refuse(request.getMethod().name(), request.getURI().getRawQuery(),
				request.getHeaders().getContentLength());
		return ((refusal != null) ? Mono.just(refusal) : receive(request))
			.flatMap((status) -> respond(exchange.getResponse(), status));
	}

	private Mono<HttpStatus> receive(ServerHttpRequest request) {
		return DataBufferUtils.join(request.getBody(), this.endpoint.maxSize())
			.map(ReactiveFopNotificationHandler::bytes)
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> Mono.fromCallable(() -> this.endpoint.receive(request.getURI().getRawQuery(), body))
				.subscribeOn(Schedulers.boundedElastic()))
			.onErrorReturn(DataBufferLimitException.class, HttpStatus.CONTENT_TOO_LARGE);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private Mono<Void> respond(ServerHttpResponse response, HttpStatus status) {
		if (status == HttpStatus.METHOD_NOT_ALLOWED) {
			response.getHeaders().setAllow(Set.of(HttpMethod.POST));
		}
		this.endpoint.log(status);
		response.setStatusCode(status);
		return response.setComplete();
	}

}
