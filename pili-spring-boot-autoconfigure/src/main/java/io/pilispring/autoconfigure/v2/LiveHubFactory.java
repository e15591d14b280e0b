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

package io.pilispring.autoconfigure.v2;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.http.PiliTransports;
import io.pilispring.autoconfigure.hubs.HubConnection;
import io.pilispring.autoconfigure.hubs.HubConnections;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.NonceSource;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.UrlSettings;

/**
 * Creates hubs from their keys.
 */
class LiveHubFactory {

	private final HubConnections connections;

	private final PiliTransports transports;

	private final NonceSource nonceSource;

	LiveHubFactory(HubConnections connections, PiliTransports transports, NonceSource nonceSource) {
		this.connections = connections;
		this.transports = transports;
		this.nonceSource = nonceSource;
	}

	LiveHub create(String key) {
		HubConnection connection = this.connections.of(key);
		PiliTransport transport = this.transports.of(connection).forHub(key);
		UrlSettings urls = HubUrlSettings.of(connection.settings(), this.nonceSource);
		LiveHub[] hub = new LiveHub[1];
		PiliPropertiesException.check(connection.settings().prefix(),
				() -> hub[0] = LiveHub.create(connection.details().getHub(), transport, urls));
		this.connections.claim(connection, ApiVersion.V2);
		return hub[0];
	}

}
