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
import java.net.URI;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Uses another HTTP client for background calls, so that these do not wait for
 * connections that all other calls use: a monitor would then report an outage that there
 * is not.
 *
 * @param client the HTTP client of other calls
 * @param background the HTTP client of background calls
 */
record SeparateRequestFactory(ClientHttpRequestFactory client,
		LazyRequestFactory background) implements ClientHttpRequestFactory, DisposableBean {

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		return current().createRequest(uri, method);
	}

	/**
	 * Build the HTTP client of this thread's calls, if it has not been built yet.
	 */
	void build() {
		if (current() instanceof LazyRequestFactory lazy) {
			lazy.build();
		}
	}

	/**
	 * Return the HTTP client of this thread's calls.
	 * @return the HTTP client
	 */
	ClientHttpRequestFactory current() {
		return (BackgroundCalls.beforeRequest() != null) ? this.background : this.client;
	}

	@Override
	public void destroy() throws Exception {
		try {
			this.background.destroy();
		}
		finally {
			if (this.client instanceof DisposableBean disposable) {
				disposable.destroy();
			}
		}
	}

}
