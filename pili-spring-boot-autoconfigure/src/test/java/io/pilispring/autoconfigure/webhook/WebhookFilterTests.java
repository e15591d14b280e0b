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

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebhookFilter} and {@link WebhookHttpHandler}.
 */
class WebhookFilterTests {

	private final StaticListableBeanFactory beans = new StaticListableBeanFactory(
			Collections.singletonMap("webhook", new Hook()));

	private final WebhookFilter filter = new WebhookFilter(this.beans.getBeanProvider(Webhook.class));

	private final WebhookHttpHandler decorator = new WebhookHttpHandler(this.beans.getBeanProvider(Webhook.class));

	@Test
	void secretIsHiddenFromAllThatFollows() throws Exception {
		HttpServletRequest seen = filtered(request("/hook", "hub=a&token=hush&b=c"));
		assertThat(seen.getQueryString()).isEqualTo("hub=a&b=c");
		assertThat(seen.getParameter("token")).isNull();
		assertThat(seen.getParameterValues("token")).isNull();
		assertThat(seen.getParameterMap()).containsOnlyKeys("hub");
		assertThat(Collections.list(seen.getParameterNames())).containsExactly("hub");
		assertThat(seen.getParameter("hub")).isEqualTo("a");
		assertThat(Collections.list(seen.getAttributeNames()))
			.allSatisfy((name) -> assertThat(String.valueOf(seen.getAttribute(name))).doesNotContain("hush"));
		assertThat(filtered(request("/hook", "token=hush")).getQueryString()).isNull();
	}

	@Test
	void handlerGetsTheRequestAsItCame() throws Exception {
		HttpServletRequest seen = filtered(request("/hook", "token=hush"));
		MockHttpServletResponse response = new MockHttpServletResponse();
		new WebMvcWebhookHandler(new Hook()).handleRequest(seen, response);
		assertThat(response.getStatus()).isEqualTo(200);
	}

	@Test
	void requestWithoutTheSecretGoesNoFurther() throws Exception {
		for (String query : new String[] { null, "token=wrong" }) {
			MockHttpServletResponse response = new MockHttpServletResponse();
			this.filter.doFilter(request("/hook", query), response, (request, rest) -> {
				throw new AssertionError("passed on");
			});
			assertThat(response.getStatus()).isEqualTo(403);
		}
	}

	@Test
	void multipartBodyGoesNoFurther() throws Exception {
		MockHttpServletRequest request = request("/hook", "token=hush");
		request.addHeader("Content-Type", "multipart/form-data");
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, (passed, rest) -> {
			throw new AssertionError("passed on");
		});
		assertThat(response.getStatus()).isEqualTo(415);
	}

	@Test
	void otherRequestsPassAsTheyCame() throws Exception {
		MockHttpServletRequest request = request("/other", "token=mine");
		assertThat(filtered(request)).isSameAs(request);
	}

	@Test
	void webFluxHidesItToo() {
		ServerHttpRequest seen = decorated(MockServerHttpRequest.post("/hook?hub= a&token=hush").build());
		assertThat(seen.getURI().toString()).isEqualTo("/hook?hub=%20a");
		assertThat(seen.getQueryParams()).containsOnlyKeys("hub");
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.post("/hook?token=hush").build());
		this.decorator
			.apply((request, response) -> new WebFluxWebhookHandler(new Hook())
				.handle(exchange.mutate().request(request).build()))
			.handle(exchange.getRequest(), exchange.getResponse())
			.block();
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.OK);
	}

	@Test
	void webFluxRejectsFirst() {
		MockServerHttpResponse response = new MockServerHttpResponse();
		this.decorator.apply((request, rest) -> Mono.error(new AssertionError("passed on")))
			.handle(MockServerHttpRequest.post("/hook?token=wrong").build(), response)
			.block();
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
		MockServerHttpRequest other = MockServerHttpRequest.post("/other?token=mine").build();
		assertThat(decorated(other)).isSameAs(other);
	}

	private ServerHttpRequest decorated(ServerHttpRequest request) {
		AtomicReference<ServerHttpRequest> seen = new AtomicReference<>();
		this.decorator.apply((passed, response) -> {
			seen.set(passed);
			return Mono.empty();
		}).handle(request, new MockServerHttpResponse()).block();
		return seen.get();
	}

	private HttpServletRequest filtered(MockHttpServletRequest request) throws Exception {
		AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
		this.filter.doFilter(request, new MockHttpServletResponse(),
				(passed, response) -> seen.set((HttpServletRequest) passed));
		return seen.get();
	}

	private static MockHttpServletRequest request(String path, String query) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
		request.setServletPath(path);
		request.setQueryString(query);
		if (query != null && query.contains("hub=a")) {
			request.addParameter("hub", "a");
			request.addParameter("token", "hush");
		}
		return request;
	}

	/**
	 * A webhook with a secret in its query.
	 */
	private static final class Hook implements Webhook {

		@Override
		public boolean matches(String path) {
			return path.equals("/hook");
		}

		@Override
		public Set<HttpMethod> methods() {
			return Set.of(HttpMethod.POST);
		}

		@Override
		public int maxSize() {
			return 10;
		}

		@Override
		public Set<String> secretParameters() {
			return Set.of("token");
		}

		@Override
		public void log(HttpStatus status) {
		}

		@Override
		public @Nullable HttpStatus reject(WebhookRequest request) {
			return (request.query() != null && List.of(request.query().split("&")).contains("token=hush")) ? null
					: HttpStatus.FORBIDDEN;
		}

		@Override
		public HttpStatus receive(WebhookRequest request, byte[] body) {
			return (reject(request) == null) ? HttpStatus.OK : HttpStatus.INTERNAL_SERVER_ERROR;
		}

	}

}
