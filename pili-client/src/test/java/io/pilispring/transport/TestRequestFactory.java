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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

/**
 * An HTTP client without a network, which keeps the requests and counts how often it is
 * closed.
 */
final class TestRequestFactory implements ClientHttpRequestFactory, DisposableBean {

	private final List<MockClientHttpRequest> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger closed = new AtomicInteger();

	private final Exchange exchange;

	TestRequestFactory() {
		this(() -> response(200, "{}"));
	}

	TestRequestFactory(Exchange exchange) {
		this.exchange = exchange;
	}

	static MockClientHttpResponse response(int status, String body) {
		return new MockClientHttpResponse(body.getBytes(StandardCharsets.UTF_8), status);
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		MockClientHttpRequest request = new MockClientHttpRequest(method, uri) {

			@Override
			protected ClientHttpResponse executeInternal() throws IOException {
				return TestRequestFactory.this.exchange.respond();
			}

		};
		this.requests.add(request);
		return request;
	}

	@Override
	public void destroy() {
		this.closed.incrementAndGet();
	}

	List<MockClientHttpRequest> requests() {
		return this.requests;
	}

	HttpHeaders headers() {
		return this.requests.get(this.requests.size() - 1).getHeaders();
	}

	int timesClosed() {
		return this.closed.get();
	}

	/**
	 * Responds to a request.
	 */
	interface Exchange {

		ClientHttpResponse respond() throws IOException;

	}

}
