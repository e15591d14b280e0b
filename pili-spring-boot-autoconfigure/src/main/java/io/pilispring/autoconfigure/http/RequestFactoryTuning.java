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

package io.pilispring.autoconfigure.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.netty.util.AttributeKey;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;

import io.pilispring.transport.CallAttempt;
import io.pilispring.transport.PiliTransportBuilder;

/**
 * Customizes HTTP clients for PILI: a pool for one busy host, support for aborting
 * exchanges that take too long, and no redirects, retries or other automatic handling of
 * requests and responses.
 */
final class RequestFactoryTuning {

	private RequestFactoryTuning() {
	}

	static ClientHttpRequestFactoryBuilder<?> apply(ClientHttpRequestFactoryBuilder<?> builder) {
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder httpComponents) {
			return HttpComponents.apply(httpComponents);
		}
		if (builder instanceof JettyClientHttpRequestFactoryBuilder jetty) {
			return Jetty.apply(jetty);
		}
		if (builder instanceof ReactorClientHttpRequestFactoryBuilder reactor) {
			return Reactor.apply(reactor);
		}
		return builder;
	}

	static ClientHttpRequestFactoryBuilder<?> poolForOneHost(HttpClientSettings settings) {
		return HttpComponents.poolForOneHost(settings);
	}

	// Whether calls may wait for connections that others use
	static boolean hasPool(ClientHttpRequestFactoryBuilder<?> builder) {
		return builder instanceof HttpComponentsClientHttpRequestFactoryBuilder
				|| builder instanceof JettyClientHttpRequestFactoryBuilder
				|| builder instanceof ReactorClientHttpRequestFactoryBuilder;
	}

	/**
	 * Return a builder of an HTTP client whose connections no other client uses.
	 * @param builder the builder of the other client
	 * @return the builder
	 */
	static ClientHttpRequestFactoryBuilder<?> withOwnPool(ClientHttpRequestFactoryBuilder<?> builder) {
		return (builder instanceof ReactorClientHttpRequestFactoryBuilder reactor) ? Reactor.withOwnPool(reactor)
				: builder;
	}

	// Whether building the client is slow, and cannot fail because of the configuration
	static boolean isBetterBuiltLate(ClientHttpRequestFactoryBuilder<?> builder, HttpClientSettings settings) {
		return settings.sslBundle() == null
				&& (hasPool(builder) || builder instanceof JdkClientHttpRequestFactoryBuilder);
	}

	private static final class HttpComponents {

		private static final int MAX_CONNECTIONS = 64;

		// So that a host whose address changes is found at the new one
		private static final TimeValue MAX_AGE = TimeValue.ofMinutes(5);

		// A check takes a millisecond, so connections that were idle for less than any
		// server's timeout are not checked
		private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofSeconds(3);

		// By default it would retry after a 429 or 503, even a request that creates
		// something
		static ClientHttpRequestFactoryBuilder<?> apply(HttpComponentsClientHttpRequestFactoryBuilder builder) {
			return builder.withHttpClientCustomizer((client) -> client.disableRedirectHandling()
				.disableAutomaticRetries()
				.addExecInterceptorBefore(ChainElement.CONNECT.name(), "pili", HttpComponents::connect)
				.addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "pili-send", HttpComponents::send));
		}

		private static ClassicHttpResponse connect(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
				throws IOException, HttpException {
			CallAttempt attempt = CallAttempt.current();
			if (attempt != null) {
				if (scope.originalRequest instanceof Cancellable cancellable) {
					CallAttempt.abortWith(cancellable::cancel);
				}
				attempt.waitsForConnection();
				limitWait(attempt.maxWaitForConnection(), scope.clientContext);
				lease(attempt, scope);
			}
			return chain.proceed(request, scope);
		}

		private static void limitWait(@Nullable Duration limit, HttpClientContext context) {
			if (limit != null) {
				context.setRequestConfig(RequestConfig.copy(context.getRequestConfigOrDefault())
					.setConnectionRequestTimeout(Timeout.of(limit))
					.build());
			}
		}

		private static void lease(CallAttempt attempt, ExecChain.Scope scope) throws IOException {
			ExecRuntime runtime = scope.execRuntime;
			try {
				if (!runtime.isEndpointAcquired()) {
					runtime.acquireEndpoint(scope.exchangeId, scope.route, scope.clientContext.getUserToken(),
							scope.clientContext);
				}
				if (CallAttempt.wantsFreshConnection()) {
					runtime.disconnectEndpoint();
				}
				if (runtime.isEndpointConnected()) {
					attempt.hasConnection(true);
				}
			}
			catch (IOException | RuntimeException ex) {
				runtime.discardEndpoint();
				throw ex;
			}
		}

		private static ClassicHttpResponse send(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
				throws IOException, HttpException {
			CallAttempt attempt = CallAttempt.current();
			if (attempt != null) {
				attempt.hasConnection(false);
			}
			return chain.proceed(request, scope);
		}

		static ClientHttpRequestFactoryBuilder<?> poolForOneHost(HttpClientSettings settings) {
			Duration limit = (settings.connectTimeout() != null) ? settings.connectTimeout()
					: PiliTransportBuilder.DEFAULT_CONNECT_TIMEOUT;
			// Every request is signed, so cookies would only add cost
			return ClientHttpRequestFactoryBuilder.httpComponents()
				.withHttpClientCustomizer((client) -> client.disableCookieManagement()
					.replaceExecInterceptor(ChainElement.PROTOCOL.name(), new UnauthenticatedExec()))
				// Lax, because a lock over all routes is expensive, and there is one
				// route
				.withConnectionManagerCustomizer((pool) -> pool.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
					.setMaxConnPerRoute(MAX_CONNECTIONS))
				.withConnectionConfigCustomizer(
						(connection) -> connection.setTimeToLive(MAX_AGE).setValidateAfterInactivity(CHECK_AFTER_IDLE))
				.withDefaultRequestConfigCustomizer((request) -> request.setConnectionRequestTimeout(Timeout.of(limit))
					// The scheme says whether to use TLS, not the server
					.setProtocolUpgradeEnabled(false));
		}

	}

	private static final class Jetty {

		private static final String ATTEMPT = CallAttempt.class.getName();

		static ClientHttpRequestFactoryBuilder<?> apply(JettyClientHttpRequestFactoryBuilder builder) {
			return builder.withHttpClientCustomizer((client) -> {
				client.addEventListener(new LifeCycle.Listener() {

					@Override
					public void lifeCycleStarted(LifeCycle event) {
						showAnswersWithoutChallenge((HttpClient) event);
					}

				});
				client.getRequestListeners().addQueuedListener(Jetty::queued);
				client.getRequestListeners().addBeginListener(Jetty::begin);
			});
		}

		private static void queued(Request request) {
			CallAttempt.abortWith(() -> request.abort(new TimeoutException("aborted")));
			CallAttempt attempt = CallAttempt.current();
			if (attempt != null) {
				attempt.waitsForConnection();
				request.attribute(ATTEMPT, attempt);
			}
		}

		// In the thread that has opened the connection
		private static void begin(Request request) {
			if (request.getAttributes().get(ATTEMPT) instanceof CallAttempt attempt && !attempt.hasConnection()) {
				request.abort(new TimeoutException("aborted"));
			}
		}

		// It would turn a 401 without a challenge, as PILI sends it, into a failure
		private static void showAnswersWithoutChallenge(HttpClient client) {
			client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
		}

	}

	private static final class Reactor {

		// By default it would send a request again after a connection reset
		static ClientHttpRequestFactoryBuilder<?> apply(ReactorClientHttpRequestFactoryBuilder builder) {
			return builder.withHttpClientCustomizer((client) -> client.disableRetry(true));
		}

		// All clients share one pool, but in it those with other attributes are apart
		static ClientHttpRequestFactoryBuilder<?> withOwnPool(ReactorClientHttpRequestFactoryBuilder builder) {
			return builder
				.withHttpClientCustomizer((client) -> client.attr(AttributeKey.valueOf("pili.background"), true));
		}

	}

}
