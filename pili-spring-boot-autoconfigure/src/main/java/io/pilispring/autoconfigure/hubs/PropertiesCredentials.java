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
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.RequiredProperties;
import io.pilispring.signing.PiliCredentials;

/**
 * The keys that a hub sets itself. They are read before every request, so new credentials
 * are created only if a key has changed.
 */
final class PropertiesCredentials {

	private final HubSettings settings;

	private volatile @Nullable Created created;

	PropertiesCredentials(HubSettings settings) {
		this.settings = settings;
	}

	boolean areAbsent() {
		return accessKey() == null && secretKey() == null;
	}

	boolean areSet() {
		return RequiredProperties.isSet(accessKey()) && RequiredProperties.isSet(secretKey());
	}

	PiliCredentials get() {
		String accessKey = String.valueOf(accessKey());
		String secretKey = String.valueOf(secretKey());
		Created current = this.created;
		if (current == null || !current.isOf(accessKey, secretKey)) {
			current = create(accessKey, secretKey);
			this.created = current;
		}
		return current.credentials;
	}

	private Created create(String accessKey, String secretKey) {
		Created[] holder = new Created[1];
		PiliPropertiesException.check(this.settings.prefix(),
				() -> holder[0] = new Created(accessKey, secretKey, PiliCredentials.of(accessKey, secretKey)));
		return holder[0];
	}

	@Nullable String accessKey() {
		return this.settings.own(HubProperties::getAccessKey);
	}

	private @Nullable String secretKey() {
		return this.settings.own(HubProperties::getSecretKey);
	}

	/**
	 * Credentials, and the keys that they were created from. Not a record, because its
	 * text would show the secret key.
	 */
	private static final class Created {

		private final String accessKey;

		private final String secretKey;

		private final PiliCredentials credentials;

		Created(String accessKey, String secretKey, PiliCredentials credentials) {
			this.accessKey = accessKey;
			this.secretKey = secretKey;
			this.credentials = credentials;
		}

		boolean isOf(String accessKey, String secretKey) {
			return this.accessKey.equals(accessKey) && this.secretKey.equals(secretKey);
		}

	}

}
