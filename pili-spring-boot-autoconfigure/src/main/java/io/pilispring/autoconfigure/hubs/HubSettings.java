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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.pilispring.autoconfigure.HubProperties;
import io.pilispring.autoconfigure.PiliProperties;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.RequiredProperties;

/**
 * The properties of a hub: its own, else those of {@code pili}. They are read on each
 * access, so that a refresh of the properties takes effect.
 *
 * @since 0.1.0
 */
public final class HubSettings {

	private static final String PREFIX = "pili";

	private final PiliProperties properties;

	private final @Nullable String key;

	private HubSettings(PiliProperties properties, @Nullable String key) {
		this.properties = properties;
		this.key = key;
	}

	/**
	 * Return the settings of the primary hub.
	 * @param properties the properties
	 * @return the settings
	 */
	public static HubSettings ofPrimary(PiliProperties properties) {
		return new HubSettings(properties, null);
	}

	/**
	 * Return the settings of a further hub.
	 * @param properties the properties
	 * @param key the key of the hub
	 * @return the settings
	 */
	public static HubSettings of(PiliProperties properties, String key) {
		return new HubSettings(properties, key);
	}

	/**
	 * Return the prefix of the hub's own properties.
	 * @return the prefix
	 */
	public String prefix() {
		return (this.key != null) ? PREFIX + ".hubs." + this.key : PREFIX;
	}

	/**
	 * Return the prefix of the property that provides the value of the hub.
	 * @param property the property
	 * @return the prefix of the hub, or that of {@code pili} if it inherits the value
	 */
	public String prefixOf(OptionalProperty<HubProperties, ?> property) {
		return (own(property) != null) ? prefix() : PREFIX;
	}

	/**
	 * Return the hub's own value of a property.
	 * @param <T> the type of the value
	 * @param property the property
	 * @return the value, or {@code null} if the hub inherits it
	 */
	public <T> @Nullable T own(OptionalProperty<HubProperties, T> property) {
		HubProperties own = (this.key != null) ? this.properties.getHubs().get(this.key) : this.properties;
		return (own != null) ? property.of(own) : null;
	}

	/**
	 * Return the value of a property, the hub's own or the inherited one.
	 * @param <T> the type of the value
	 * @param property the property
	 * @return the value, or {@code null} if it is not set
	 */
	public <T> @Nullable T get(OptionalProperty<HubProperties, T> property) {
		T own = own(property);
		return (own != null) ? own : property.of(this.properties);
	}

	/**
	 * Pass the value of a property, if it is set, to a setter that validates it. If the
	 * value is not valid, the exception names the property.
	 * @param <T> the type of the value
	 * @param property the property
	 * @param group the part of the property's name between the prefix of the hub and the
	 * last element, with a leading dot, or empty
	 * @param setter throws an {@link IllegalArgumentException} that begins with the
	 * quoted name of the property
	 * @throws PiliPropertiesException if the value is not valid
	 */
	public <T> void apply(OptionalProperty<HubProperties, T> property, String group, Consumer<T> setter) {
		T value = get(property);
		if (value != null) {
			PiliPropertiesException.check(prefixOf(property) + group, () -> setter.accept(value));
		}
	}

	/**
	 * Pass the hub's own value of a property, if it is set, to a setter that validates
	 * it. For what is never inherited, because it belongs to one hub. If the value is not
	 * valid, the exception names the property.
	 * @param <T> the type of the value
	 * @param property the property
	 * @param group the part of the property's name between the prefix of the hub and the
	 * last element, with a leading dot, or empty
	 * @param setter throws an {@link IllegalArgumentException} that begins with the
	 * quoted name of the property
	 * @throws PiliPropertiesException if the value is not valid
	 */
	public <T> void applyOwn(OptionalProperty<HubProperties, T> property, String group, Consumer<T> setter) {
		T value = own(property);
		if (value != null) {
			PiliPropertiesException.check(prefix() + group, () -> setter.accept(value));
		}
	}

	/**
	 * Return the exception for required properties that are not set.
	 * @param withKeys whether the keys are required
	 * @return the exception, which names the missing properties
	 */
	PiliPropertiesException missing(boolean withKeys) {
		Map<String, String> missing = new LinkedHashMap<>();
		if (withKeys) {
			addMissing(missing, RequiredProperties.ACCESS_KEY, own(HubProperties::getAccessKey));
			addMissing(missing, RequiredProperties.SECRET_KEY, own(HubProperties::getSecretKey));
		}
		addMissing(missing, RequiredProperties.HUB, get(HubProperties::getHub));
		return PiliPropertiesException.missing(missing);
	}

	private void addMissing(Map<String, String> missing, String name, @Nullable String value) {
		if (!RequiredProperties.isSet(value)) {
			missing.put(prefix() + "." + name, (value != null) ? value : "");
		}
	}

}
