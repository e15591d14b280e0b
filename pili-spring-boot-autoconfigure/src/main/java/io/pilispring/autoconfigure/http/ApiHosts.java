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

import io.pilispring.autoconfigure.HubProperties;
import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.hubs.HubConnection;
import io.pilispring.transport.PiliTransportBuilder;

/**
 * The hosts of a connection.
 */
final class ApiHosts {

	private ApiHosts() {
	}

	static void apply(HubConnection connection, PiliTransportBuilder builder) {
		PiliConnectionDetails details = connection.details();
		String prefix = connection.prefixOf(HubProperties::getApiHost);
		PiliPropertiesException.check(prefix, () -> builder.apiHost(details.getApiHost()));
		PlainHttpWarning.log(prefix + ".api-host", details.getApiHost());
		prefix = connection.prefixOf(HubProperties::getFopApiHost);
		PiliPropertiesException.check(prefix, () -> builder.fopApiHost(details.getFopApiHost()));
		PlainHttpWarning.log(prefix + ".fop-api-host", details.getFopApiHost());
	}

}
