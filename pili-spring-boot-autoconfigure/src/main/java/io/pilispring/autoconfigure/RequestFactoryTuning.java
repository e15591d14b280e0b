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

package io.pilispring.autoconfigure;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;

/**
 * Turns off what HTTP clients would do to PILI's answers by themselves.
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
		return builder;
	}

	/**
	 * After a 429 or 503 it would sleep for as long as the answer says, without a limit,
	 * and send the same request again, even one that creates something.
	 */
	private static final class HttpComponents {

		static ClientHttpRequestFactoryBuilder<?> apply(HttpComponentsClientHttpRequestFactoryBuilder builder) {
			return builder.withHttpClientCustomizer(HttpClientBuilder::disableAutomaticRetries);
		}

	}

	/**
	 * It would hide a 401 that has no challenge, as PILI's have none, behind a failure.
	 */
	private static final class Jetty {

		static ClientHttpRequestFactoryBuilder<?> apply(JettyClientHttpRequestFactoryBuilder builder) {
			return builder.withHttpClientCustomizer((client) -> client.addEventListener(new LifeCycle.Listener() {

				@Override
				public void lifeCycleStarted(LifeCycle event) {
					((HttpClient) event).getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
				}

			}));
		}

	}

}
