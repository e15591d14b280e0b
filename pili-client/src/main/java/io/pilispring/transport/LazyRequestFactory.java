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
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.Assert;

/**
 * Builds the HTTP client when it is first used: the TLS context alone would add more to
 * the startup time of an application than everything else that PILI needs.
 */
final class LazyRequestFactory implements ClientHttpRequestFactory, DisposableBean {

	private final Lock lock = new ReentrantLock();

	private final Supplier<ClientHttpRequestFactory> supplier;

	private volatile @Nullable ClientHttpRequestFactory delegate;

	private boolean closed;

	LazyRequestFactory(Supplier<ClientHttpRequestFactory> supplier) {
		this.supplier = supplier;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod httpMethod) throws IOException {
		return build().createRequest(uri, httpMethod);
	}

	/**
	 * Build the HTTP client, if it has not been built yet.
	 * @return the HTTP client
	 */
	ClientHttpRequestFactory build() {
		ClientHttpRequestFactory delegate = this.delegate;
		if (delegate != null) {
			return delegate;
		}
		this.lock.lock();
		try {
			Assert.state(!this.closed, "The HTTP client is closed");
			ClientHttpRequestFactory built = this.delegate;
			if (built == null) {
				built = this.supplier.get();
				this.delegate = built;
			}
			return built;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void destroy() throws Exception {
		this.lock.lock();
		try {
			this.closed = true;
			if (this.delegate instanceof DisposableBean disposable) {
				disposable.destroy();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
