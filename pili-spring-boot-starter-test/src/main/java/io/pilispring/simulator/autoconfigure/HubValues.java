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

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.autoconfigure.PiliProperties;

/**
 * The values of the application's own properties for a hub. A value with a placeholder
 * that cannot be resolved is not used, because tests often run without keys.
 *
 * @param accessKey the access key, or {@code null} if it is not set
 * @param secretKey the secret key, or {@code null} if it is not set
 * @param hub the name of the hub, or {@code null} if it is not set
 * @param apiHost the host of the API, or {@code null} if it is not set
 * @param apiVersion the version of the API, or {@code null} if it is not set
 */
record HubValues(@Nullable String accessKey, @Nullable String secretKey, @Nullable String hub, @Nullable String apiHost,
		@Nullable ApiVersion apiVersion) {

	static final String PREFIX = "pili";

	private static final Bindable<Map<String, PiliProperties.Hub>> FURTHER = Bindable.mapOf(String.class,
			PiliProperties.Hub.class);

	static HubValues ofPrimary(Environment environment) {
		return Binder.get(environment)
			.bind(PREFIX, HubValues.class)
			.orElseGet(() -> new HubValues(null, null, null, null, null));
	}

	static Map<String, HubValues> ofFurther(Environment environment) {
		PiliProperties properties = new PiliProperties();
		Binder.get(environment).bind(PREFIX + ".hubs", FURTHER).ifBound(properties::setHubs);
		Map<String, HubValues> further = new LinkedHashMap<>();
		properties.getHubs()
			.forEach((key, hub) -> further.put(key, new HubValues(hub.getAccessKey(), hub.getSecretKey(), hub.getHub(),
					hub.getApiHost(), hub.getApiVersion())));
		return further;
	}

	/**
	 * Return whether the application has a primary hub. If only further hubs have a name,
	 * it has none.
	 * @param environment the environment
	 * @return whether there is a primary hub
	 */
	static boolean havePrimary(Environment environment) {
		return ofFurther(environment).isEmpty() || StringUtils.hasText(ofPrimary(environment).hub());
	}

	static String prefix(String key) {
		return PREFIX + ".hubs." + key;
	}

	boolean haveKeys() {
		return this.accessKey != null || this.secretKey != null;
	}

	static @Nullable String usable(@Nullable String value) {
		return (StringUtils.hasText(value) && !value.contains("${")) ? value : null;
	}

	@Override
	public String toString() {
		return "HubValues[hub=" + this.hub + ", apiHost=" + this.apiHost + "]";
	}

}
