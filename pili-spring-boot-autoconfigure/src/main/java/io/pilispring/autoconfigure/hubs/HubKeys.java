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

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.autoconfigure.PiliProperties;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.RequiredProperties;

/**
 * Reads the keys of further hubs from the properties, before there are beans. Unknown
 * properties of a hub are rejected, without showing their values, because a misspelled
 * property may contain a secret.
 */
final class HubKeys {

	private static final String PREFIX = "pili.hubs";

	private static final ConfigurationPropertyName PREFIX_NAME = ConfigurationPropertyName.of(PREFIX);

	private static final Bindable<Map<String, PiliProperties.Hub>> HUBS = Bindable.mapOf(String.class,
			PiliProperties.Hub.class);

	// Valid as the name of a bean, a segment of a path, and a tag
	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

	private HubKeys() {
	}

	static Set<String> in(Environment environment) {
		return read(environment).keySet();
	}

	/**
	 * Return the keys of the hubs of a version of the API.
	 * @param environment the environment
	 * @param version the version
	 * @return the keys of further hubs, and of the primary hub if it has that version
	 */
	static Set<String> in(Environment environment, ApiVersion version) {
		ApiVersion inherited = Binder.get(environment).bind("pili.api-version", ApiVersion.class).orElse(ApiVersion.V1);
		Set<String> keys = new LinkedHashSet<>();
		if (inherited == version) {
			keys.add(HubConnections.PRIMARY);
		}
		read(environment).forEach((key, hub) -> {
			if (Objects.requireNonNullElse(hub.getApiVersion(), inherited) == version) {
				keys.add(key);
			}
		});
		return keys;
	}

	private static Map<String, PiliProperties.Hub> read(Environment environment) {
		PiliProperties properties = new PiliProperties();
		properties.setHubs(bind(environment));
		Set<String> keys = new LinkedHashSet<>(properties.getHubs().keySet());
		for (String key : keys) {
			if (!KEY.matcher(key).matches() || key.equals(HubConnections.PRIMARY)) {
				throw PiliPropertiesException
					.invalid("'" + PREFIX + "' must have keys of letters, digits, '-' and '_', and not '"
							+ HubConnections.PRIMARY + "', but has '" + key + "'");
			}
		}
		return properties.getHubs();
	}

	private static Map<String, PiliProperties.Hub> bind(Environment environment) {
		try {
			return Binder.get(environment)
				.bind(PREFIX, HUBS,
						new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
				.orElseGet(Map::of);
		}
		catch (BindException ex) {
			if (ex.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
				throw unknown(unbound, environment);
			}
			throw (isHub(ex.getName())) ? valueOfItsOwn(ex.getName()) : ex;
		}
	}

	private static boolean isHub(ConfigurationPropertyName name) {
		return name.equals(PREFIX_NAME) || PREFIX_NAME.isParentOf(name);
	}

	// Not even an empty value, which would hide the properties below it
	private static PiliPropertiesException valueOfItsOwn(ConfigurationPropertyName name) {
		return PiliPropertiesException.invalid("'" + name
				+ "' must not have a value of its own, but properties below it, such as '" + PREFIX + ".<key>.hub'");
	}

	private static PiliPropertiesException unknown(UnboundConfigurationPropertiesException ex,
			Environment environment) {
		Set<String> names = new LinkedHashSet<>();
		for (ConfigurationProperty property : ex.getUnboundProperties()) {
			ConfigurationPropertyName hub = property.getName().chop(PREFIX_NAME.getNumberOfElements() + 1);
			if (RequiredProperties.valueOf(hub.toString(), environment) != null) {
				return valueOfItsOwn(hub);
			}
			names.add(property.getName().toString());
		}
		return new PiliPropertiesException(
				"PILI cannot be configured: there is no such property as '%s'.".formatted(String.join("', '", names)),
				"Correct the name of the property, or remove it.");
	}

}
