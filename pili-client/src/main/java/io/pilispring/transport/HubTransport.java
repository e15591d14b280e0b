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

import io.pilispring.signing.PiliCredentials;

/**
 * A view of a transport for one hub.
 *
 * @param transport the transport
 * @param key the key of the hub
 */
record HubTransport(PiliTransport transport, String key) implements PiliTransport {

	@Override
	public ApiResponse send(ApiRequest request) {
		return this.transport.send(request.hubKey(this.key));
	}

	@Override
	public PiliCredentials credentials() {
		return this.transport.credentials();
	}

	@Override
	public String apiHost() {
		return this.transport.apiHost();
	}

	@Override
	public @Nullable RetryBudget retryBudget(ApiService service) {
		return this.transport.retryBudget(service);
	}

	@Override
	public PiliTransport forHub(String key) {
		return this.transport.forHub(key);
	}

}
