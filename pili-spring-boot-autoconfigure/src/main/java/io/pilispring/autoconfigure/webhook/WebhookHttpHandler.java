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

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Does for Spring WebFlux what {@link WebhookFilter} does for Spring MVC. A filter would
 * be too late, because Spring WebFlux logs a request before.
 *
 * @since 0.1.0
 */
public final class WebhookHttpHandler implements HttpHandlerDecoratorFactory {

	private final ObjectProvider<Webhook> webhooks;

	/**
	 * Create a decorator.
	 * @param webhooks the webhooks
	 */
	public WebhookHttpHandler(ObjectProvider<Webhook> webhooks) {
		this.webhooks = webhooks;
	}

	@Override
	public HttpHandler apply(HttpHandler next) {
		return (request, response) -> handle(request, response, next);
	}

	private Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response, HttpHandler next) {
		Webhook webhook = find(request);
		if (webhook == null) {
			return next.handle(request, response);
		}
		WebhookRequest head = WebFluxWebhookHandler.head(request);
		HttpStatus rejection = webhook.reject(head, request.getHeaders().getContentLength());
		if (rejection != null) {
			return WebFluxWebhookHandler.respond(webhook, response, rejection);
		}
		URI uri = UriComponentsBuilder.fromUri(request.getURI())
			.replaceQuery(head.queryWithout(webhook.secretParameters()))
			.build(true)
			.toUri();
		return next.handle(request.mutate().uri(uri).build(), response)
			.contextWrite((context) -> context.put(WebhookRequest.class, head));
	}

	private @Nullable Webhook find(ServerHttpRequest request) {
		String path = request.getPath().pathWithinApplication().value();
		return this.webhooks.stream().filter((webhook) -> webhook.matches(path)).findFirst().orElse(null);
	}

}
