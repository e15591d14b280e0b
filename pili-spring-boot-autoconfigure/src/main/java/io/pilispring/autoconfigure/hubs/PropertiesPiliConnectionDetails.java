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

package io.pilispring.autoconfigure.hubs;

import org.jspecify.annotations.Nullable;

import io.pilispring.autoconfigure.HubProperties;
import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.PiliCredentialsProvider;
import io.pilispring.autoconfigure.RequiredProperties;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransportBuilder;

/**
 * {@link PiliConnectionDetails} of the primary hub from {@code pili.*}. A missing
 * property is reported only when it is needed: an application with its own hub beans
 * needs no {@code pili.hub}.
 */
class PropertiesPiliConnectionDetails implements PiliConnectionDetails {

	private final HubSettings settings;

	private final PropertiesCredentials keys;

	private final @Nullable PiliCredentialsProvider provider;

	PropertiesPiliConnectionDetails(HubSettings settings, @Nullable PiliCredentialsProvider provider) {
		this.settings = settings;
		this.keys = new PropertiesCredentials(settings);
		this.provider = provider;
	}

	boolean hasCredentials() {
		return this.provider != null || this.keys.areSet();
	}

	// Null if it is not known without requesting the credentials
	@Nullable String accessKey() {
		return (this.provider == null) ? this.keys.accessKey() : null;
	}

	boolean hasApiHost() {
		return this.settings.own(HubProperties::getApiHost) != null;
	}

	@Override
	public PiliCredentials getCredentials() {
		if (this.provider != null) {
			return this.provider.getCredentials();
		}
		if (!this.keys.areSet()) {
			throw this.settings.missing(true);
		}
		return this.keys.get();
	}

	@Override
	public String getHub() {
		String hub = this.settings.own(HubProperties::getHub);
		if (!RequiredProperties.isSet(hub)) {
			throw this.settings.missing(this.provider == null);
		}
		return hub;
	}

	@Override
	public String getApiHost() {
		String apiHost = this.settings.own(HubProperties::getApiHost);
		return (apiHost != null) ? apiHost : PiliTransportBuilder.defaultApiHost(accessKey());
	}

	@Override
	public String getFopApiHost() {
		String fopApiHost = this.settings.own(HubProperties::getFopApiHost);
		return (fopApiHost != null) ? fopApiHost : DEFAULT_FOP_API_HOST;
	}

}
