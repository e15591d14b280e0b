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

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests to {@linkplain Webhook webhooks} before anything else of the
 * application sees them, such as a parser of multipart bodies, and hides secrets in the
 * query from all that may log a request.
 *
 * @since 0.1.0
 */
public final class WebhookFilter extends OncePerRequestFilter implements Ordered {

	private final ObjectProvider<Webhook> webhooks;

	/**
	 * Create a filter.
	 * @param webhooks the webhooks
	 */
	public WebhookFilter(ObjectProvider<Webhook> webhooks) {
		this.webhooks = webhooks;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Webhook webhook = find(request);
		if (webhook == null) {
			chain.doFilter(request, response);
			return;
		}
		WebhookRequest head = WebMvcWebhookHandler.head(request);
		HttpStatus rejection = webhook.reject(head, request.getContentLengthLong());
		if (rejection != null) {
			WebMvcWebhookHandler.respond(webhook, response, rejection);
			return;
		}
		request.setAttribute(WebMvcWebhookHandler.HEAD, head);
		chain.doFilter(new WithoutSecrets(request, head, webhook.secretParameters()), response);
	}

	private @Nullable Webhook find(HttpServletRequest request) {
		String path = request.getServletPath() + ((request.getPathInfo() != null) ? request.getPathInfo() : "");
		return this.webhooks.stream().filter((webhook) -> webhook.matches(path)).findFirst().orElse(null);
	}

	/**
	 * A request without the parameters that are secrets.
	 */
	private static final class WithoutSecrets extends HttpServletRequestWrapper {

		private final @Nullable String query;

		private final Set<String> secrets;

		WithoutSecrets(HttpServletRequest request, WebhookRequest head, Set<String> secrets) {
			super(request);
			this.query = head.queryWithout(secrets);
			this.secrets = secrets;
		}

		@Override
		public @Nullable String getQueryString() {
			return this.query;
		}

		@Override
		public @Nullable String getParameter(String name) {
			return (this.secrets.contains(name)) ? null : super.getParameter(name);
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return (this.secrets.contains(name)) ? null : super.getParameterValues(name);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			Collection<String> names = getParameterMap().keySet();
			return Collections.enumeration(names);
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> parameters = new LinkedHashMap<>(super.getParameterMap());
			parameters.keySet().removeAll(this.secrets);
			return Collections.unmodifiableMap(parameters);
		}

	}

}
