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

import io.pilispring.PiliException;
import io.pilispring.signing.PiliCredentials;

/**
 * Sends requests to the services and reads their responses. It knows the hosts, the
 * credentials and the errors, but no resource of any API version. Safe for use by many
 * threads.
 *
 * @since 0.1.0
 */
public interface PiliTransport extends AutoCloseable {

	/**
	 * Send a request and wait for the response, at most as long as a call may take. It is
	 * tried again where that is safe.
	 * @param request the request
	 * @return the response, if its status is one of success
	 * @throws PiliException if the service was not reached, or responded with any other
	 * status
	 */
	ApiResponse send(ApiRequest request);

	/**
	 * Return the credentials that are in force now.
	 * @return the credentials
	 */
	PiliCredentials credentials();

	/**
	 * Return the PILI API host.
	 * @return host and, where it is not the scheme's own, port
	 */
	String apiHost();

	/**
	 * Return a view of this transport whose requests tell the hub that they are for.
	 * @param key the key of the hub in the application
	 * @return a transport on the same HTTP client, which does not close it
	 */
	default PiliTransport forHub(String key) {
		return this;
	}

	/**
	 * Close the HTTP client with its connections and threads, if the transport has built
	 * it.
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
