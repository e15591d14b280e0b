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
 * {@link PiliConnectionDetails} of a further hub. Anything that its properties do not set
 * is inherited from the details of the primary hub, which may be a bean of the
 * application.
 */
class InheritingPiliConnectionDetails implements PiliConnectionDetails {

	private final HubSettings settings;

	private final PropertiesCredentials keys;

	private final PiliConnectionDetails primary;

	private final @Nullable PiliCredentialsProvider provider;

	InheritingPiliConnectionDetails(HubSettings settings, PiliConnectionDetails primary,
			@Nullable PiliCredentialsProvider provider) {
		this.settings = settings;
		this.keys = new PropertiesCredentials(settings);
		this.primary = primary;
		this.provider = provider;
	}

	// The details that the credentials come from
	PiliConnectionDetails account() {
		return (this.provider == null && this.keys.areAbsent()) ? this.primary : this;
	}

	// Null if it is not known without requesting the credentials
	@Nullable String accessKey() {
		return (this.provider == null) ? this.keys.accessKey() : null;
	}

	@Override
	public PiliCredentials getCredentials() {
		if (this.provider != null) {
			return this.provider.getCredentials();
		}
		boolean nowhere = this.primary instanceof PropertiesPiliConnectionDetails properties
				&& !properties.hasCredentials();
		if ((this.keys.areAbsent() && nowhere) || (!this.keys.areAbsent() && !this.keys.areSet())) {
			throw this.settings.missing(true);
		}
		return (this.keys.areAbsent()) ? this.primary.getCredentials() : this.keys.get();
	}

	@Override
	public String getHub() {
		String hub = this.settings.get(HubProperties::getHub);
		if (this.settings.own(HubProperties::getHub) == null
				&& !(this.primary instanceof PropertiesPiliConnectionDetails)) {
			return this.primary.getHub();
		}
		if (!RequiredProperties.isSet(hub)) {
			throw this.settings.missing(false);
		}
		return hub;
	}

	@Override
	public String getApiHost() {
		String apiHost = this.settings.own(HubProperties::getApiHost);
		if (apiHost != null) {
			return apiHost;
		}
		boolean nowhere = this.primary instanceof PropertiesPiliConnectionDetails properties
				&& !properties.hasApiHost();
		return (nowhere && accessKey() != null) ? PiliTransportBuilder.defaultApiHost(accessKey())
				: this.primary.getApiHost();
	}

	@Override
	public String getFopApiHost() {
		String fopApiHost = this.settings.own(HubProperties::getFopApiHost);
		return (fopApiHost != null) ? fopApiHost : this.primary.getFopApiHost();
	}

}
