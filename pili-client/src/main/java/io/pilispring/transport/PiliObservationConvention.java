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

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.observation.ClientHttpObservationDocumentation;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * Spring's convention for HTTP clients, which additionally counts PILI's statuses from
 * 600 to 699 as client errors, and adds the key of the hub to traces as
 * {@code pili.hub.key}.
 *
 * @since 0.1.0
 */
public class PiliObservationConvention extends DefaultClientRequestObservationConvention {

	static final String HUB_KEY = "pili.hub.key";

	private static final KeyValue CLIENT_ERROR = KeyValue.of("outcome", "CLIENT_ERROR");

	/**
	 * Create a convention with Spring's name for observations.
	 */
	public PiliObservationConvention() {
	}

	/**
	 * Create a convention.
	 * @param name the name of the observations
	 */
	public PiliObservationConvention(String name) {
		super(name);
	}

	@Override
	protected KeyValue outcome(ClientRequestObservationContext context) {
		return (isPiliClientError(context.getResponse())) ? CLIENT_ERROR : super.outcome(context);
	}

	// Templates of this client have no host that a pattern would have to remove
	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		String template = context.getUriTemplate();
		return (template != null && template.startsWith("/"))
				? KeyValue.of(ClientHttpObservationDocumentation.LowCardinalityKeyNames.URI, template)
				: super.uri(context);
	}

	// The hub is not a tag of meters, because all meters of a name must have the same
	// tags, and those of the application's other clients have none for a hub
	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		KeyValues keyValues = super.getHighCardinalityKeyValues(context);
		ClientHttpRequest request = context.getCarrier();
		return (request != null && request.getAttributes().get(HUB_KEY) instanceof String key)
				? keyValues.and(KeyValue.of(HUB_KEY, key)) : keyValues;
	}

	private boolean isPiliClientError(@Nullable ClientHttpResponse response) {
		try {
			return response != null && response.getStatusCode().value() / 100 == 6;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
