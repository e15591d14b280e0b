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

package io.pilispring.simulator.autoconfigure;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.pilispring.autoconfigure.ApiVersion;

/**
 * An account to simulate, with the hubs that the application has there.
 */
final class ApplicationAccount {

	private final String prefix;

	private final String accessKey;

	private final @Nullable String secretKey;

	private final String madeUpSecretKey;

	private final Map<String, HubSource> hubs = new LinkedHashMap<>();

	/**
	 * Create an account.
	 * @param prefix the prefix of the properties that the keys are in
	 * @param accessKey the access key
	 * @param secretKey the secret key, or {@code null} if none is set
	 * @param madeUpSecretKey the secret key if none is set
	 */
	ApplicationAccount(String prefix, String accessKey, @Nullable String secretKey, String madeUpSecretKey) {
		this.prefix = prefix;
		this.accessKey = accessKey;
		this.secretKey = secretKey;
		this.madeUpSecretKey = madeUpSecretKey;
	}

	String prefix() {
		return this.prefix;
	}

	String accessKey() {
		return this.accessKey;
	}

	String secretKey() {
		return (this.secretKey != null) ? this.secretKey : this.madeUpSecretKey;
	}

	boolean hasOtherSecretKey(@Nullable String secretKey) {
		return secretKey != null && this.secretKey != null && !secretKey.equals(this.secretKey);
	}

	/**
	 * Return the hubs.
	 * @return the source of each hub, by the name of the hub
	 */
	Map<String, HubSource> hubs() {
		return this.hubs;
	}

	@Override
	public String toString() {
		return "ApplicationAccount[prefix=" + this.prefix + ", hubs=" + this.hubs.keySet() + "]";
	}

	/**
	 * The source of a hub.
	 *
	 * @param property the property that names it
	 * @param apiHost the host of the API outside of tests, or {@code null} for a hub of
	 * the simulator alone
	 * @param versions the versions of the API that the application has it in
	 */
	record HubSource(String property, @Nullable String apiHost, Set<ApiVersion> versions) {

		static HubSource of(String property, String apiHost, ApiVersion version) {
			return new HubSource(property, apiHost, EnumSet.of(version));
		}

		static HubSource ofSimulator(String property) {
			return new HubSource(property, null, EnumSet.noneOf(ApiVersion.class));
		}

	}

}
