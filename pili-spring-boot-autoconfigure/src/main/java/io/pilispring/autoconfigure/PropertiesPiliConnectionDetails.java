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

package io.pilispring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.pilispring.signing.PiliCredentials;

/**
 * {@link PiliConnectionDetails} from {@link PiliProperties}. What is missing is told only
 * to whom needs it: an application with hubs of its own needs no {@code pili.hub}.
 */
class PropertiesPiliConnectionDetails implements PiliConnectionDetails {

	private final PiliProperties properties;

	private final @Nullable PiliCredentialsProvider provider;

	PropertiesPiliConnectionDetails(PiliProperties properties, @Nullable PiliCredentialsProvider provider) {
		this.properties = properties;
		this.provider = (provider != null) ? provider : provider(createCredentials(properties));
	}

	private static @Nullable PiliCredentialsProvider provider(@Nullable PiliCredentials credentials) {
		return (credentials != null) ? () -> credentials : null;
	}

	private static @Nullable PiliCredentials createCredentials(PiliProperties properties) {
		String accessKey = properties.getAccessKey();
		String secretKey = properties.getSecretKey();
		if (!StringUtils.hasText(accessKey) || !StringUtils.hasText(secretKey)) {
			return null;
		}
		try {
			return PiliCredentials.of(accessKey, secretKey);
		}
		catch (IllegalArgumentException ex) {
			throw PiliPropertiesException.invalid(ex.getMessage());
		}
	}

	@Override
	public PiliCredentials getCredentials() {
		if (this.provider == null) {
			throw PiliPropertiesException.missing(missing());
		}
		return this.provider.getCredentials();
	}

	@Override
	public String getHub() {
		String hub = this.properties.getHub();
		if (!StringUtils.hasText(hub)) {
			throw PiliPropertiesException.missing(missing());
		}
		return hub;
	}

	@Override
	public String getApiHost() {
		return this.properties.getApiHost();
	}

	@Override
	public String getFopApiHost() {
		return this.properties.getFopApiHost();
	}

	private List<String> missing() {
		return RequiredProperties.NAMES.stream()
			.filter((name) -> this.provider == null || name.equals(RequiredProperties.HUB))
			.filter((name) -> !StringUtils.hasText(value(name)))
			.toList();
	}

	private @Nullable String value(String name) {
		return switch (name) {
			case RequiredProperties.ACCESS_KEY -> this.properties.getAccessKey();
			case RequiredProperties.SECRET_KEY -> this.properties.getSecretKey();
			default -> this.properties.getHub();
		};
	}

}
