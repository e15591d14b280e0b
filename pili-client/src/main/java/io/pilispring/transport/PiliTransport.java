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

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliException;
import io.pilispring.signing.PiliCredentials;

/**
 * Sends requests to the services and reads their responses. It handles hosts, credentials
 * and errors, but knows no resources of any API version. Safe for use by multiple
 * threads.
 *
 * @since 0.1.0
 */
public interface PiliTransport extends AutoCloseable {

	/**
	 * Send a request and wait for the response, at most until the call timeout. The
	 * request is retried if that is safe.
	 * @param request the request
	 * @return the response, which has a successful status
	 * @throws PiliException if the service could not be reached, or responded with any
	 * other status
	 */
	ApiResponse send(ApiRequest request);

	/**
	 * Return the current credentials.
	 * @return the credentials
	 */
	PiliCredentials credentials();

	/**
	 * Return the PILI API host.
	 * @return the host, with the port unless it is the default port of the scheme
	 */
	String apiHost();

	/**
	 * Return a view of this transport that adds the key of a hub to its requests.
	 * @param key the key of the hub in the application
	 * @return a transport on the same HTTP client, which does not close it
	 */
	default PiliTransport forHub(String key) {
		return this;
	}

	/**
	 * Return the retries that the calls to a service share.
	 * @param service the service
	 * @return the retry budget, or {@code null} if there is none
	 */
	default @Nullable RetryBudget retryBudget(ApiService service) {
		return null;
	}

	/**
	 * Close the HTTP client with its connections and threads, if the transport built it.
	 */
	@Override
	default void close() {
	}

	/**
	 * Start building a transport.
	 * @return a builder
	 */
	static PiliTransportBuilder builder() {
		return new PiliTransportBuilder();
	}

}
