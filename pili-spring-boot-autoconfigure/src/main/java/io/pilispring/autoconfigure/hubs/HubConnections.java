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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.PiliCredentialsProvider;
import io.pilispring.autoconfigure.PiliProperties;
import io.pilispring.autoconfigure.PiliPropertiesException;

/**
 * Resolves the address and the credentials of each hub: from a bean that is qualified
 * with the key of the hub, else from the properties of the hub, else from the primary
 * hub. A bean without such a qualifier belongs to the primary hub.
 *
 * @since 0.1.0
 */
public final class HubConnections {

	/**
	 * Key of the primary hub.
	 */
	public static final String PRIMARY = "piliHub";

	// The default port of 'https', which is the default scheme, or of 'http'
	private static final Pattern DEFAULT_PORT = Pattern
		.compile("^(?:https://)?((?!http://)[^/]*?)(?::443)?/?$|^(http://[^/]*?)(?::80)?/?$");

	static final String DETAILS_BEAN = "piliPropertiesConnectionDetails";

	private final PiliProperties properties;

	private final ConfigurableListableBeanFactory beans;

	private final Environment environment;

	private final Set<String> keys;

	// Lazily, because a bean of the application may need other beans
	private @Nullable HubConnection primary;

	private final Map<String, ClaimedHub> claimed = new ConcurrentHashMap<>();

	HubConnections(PiliProperties properties, ConfigurableListableBeanFactory beans, Environment environment) {
		this.properties = properties;
		this.beans = beans;
		this.environment = environment;
		this.keys = properties.getHubs().keySet();
	}

	/**
	 * Return the connections of all hubs, starting with the primary one, if there is an
	 * account for it.
	 * @return the connections
	 */
	public List<HubConnection> all() {
		List<HubConnection> all = new ArrayList<>();
		if (PrimaryHub.hasAccount(this.environment, this.beans, () -> this.keys)) {
			all.add(primary());
		}
		this.keys.forEach((key) -> all.add(of(key)));
		return all;
	}

	/**
	 * Return the connection of the primary hub.
	 * @return the connection
	 * @throws PiliPropertiesException if there are several candidate beans
	 */
	public synchronized HubConnection primary() {
		if (this.primary == null) {
			HubSettings settings = HubSettings.ofPrimary(this.properties);
			PiliConnectionDetails bean = bean(PiliConnectionDetails.class, null);
			PiliConnectionDetails details = (bean != null) ? bean
					: new PropertiesPiliConnectionDetails(settings, bean(PiliCredentialsProvider.class, null));
			this.primary = new HubConnection(PRIMARY, details, details, settings);
		}
		return this.primary;
	}

	/**
	 * Return the connection of a hub.
	 * @param key the key of the hub
	 * @return the connection
	 */
	public HubConnection of(String key) {
		if (key.equals(PRIMARY)) {
			return primary();
		}
		HubSettings settings = HubSettings.of(this.properties, key);
		PiliConnectionDetails bean = bean(PiliConnectionDetails.class, key);
		if (bean != null) {
			return new HubConnection(key, bean, bean, settings);
		}
		InheritingPiliConnectionDetails details = new InheritingPiliConnectionDetails(settings, primary().details(),
				bean(PiliCredentialsProvider.class, key));
		return new HubConnection(key, details, details.account(), settings);
	}

	/**
	 * Record that a hub is created, and reject a second one with the same account, name
	 * and version.
	 * @param connection the connection of the hub
	 * @param version the version of the API
	 * @throws PiliPropertiesException if there is already such a hub
	 */
	public void claim(HubConnection connection, ApiVersion version) {
		PiliConnectionDetails details = connection.details();
		ClaimedHub hub = new ClaimedHub(connection.key(), version, withoutDefaults(details.getApiHost()),
				identity(connection.account()), details.getHub());
		for (ClaimedHub other : this.claimed.values()) {
			if (other.isSameAs(hub)) {
				throw new PiliPropertiesException(
						"PILI cannot be configured: '%s' and '%s' are the same hub '%s' of one account."
							.formatted(prefix(other.key()), prefix(hub.key()), hub.name()),
						"Remove one of them, or set its own 'hub' or keys.");
			}
		}
		// A scoped hub may be created again
		this.claimed.put(hub.key(), hub);
	}

	private static String withoutDefaults(String apiHost) {
		return DEFAULT_PORT.matcher(apiHost.toLowerCase(Locale.ROOT)).replaceFirst("$1$2");
	}

	private static Object identity(PiliConnectionDetails account) {
		Object accessKey = (account instanceof PropertiesPiliConnectionDetails properties) ? properties.accessKey()
				: (account instanceof InheritingPiliConnectionDetails inheriting) ? inheriting.accessKey() : null;
		return (accessKey != null) ? accessKey : account;
	}

	private static String prefix(String key) {
		return (key.equals(PRIMARY)) ? "pili" : "pili.hubs." + key;
	}

	private <T> @Nullable T bean(Class<T> type, @Nullable String key) {
		List<String> names = new ArrayList<>(
				Arrays.asList(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, type)));
		names.remove(DETAILS_BEAN);
		names.removeIf(
				(name) -> !((key != null) ? isOf(name, key) : this.keys.stream().noneMatch((k) -> isOf(name, k))));
		if (names.size() > 1) {
			List<String> primaries = names.stream().filter(this::isPrimary).toList();
			if (primaries.size() != 1) {
				throw ambiguous(type, names, key);
			}
			names = primaries;
		}
		return (names.isEmpty()) ? null : this.beans.getBean(names.get(0), type);
	}

	private boolean isOf(String name, String key) {
		return BeanFactoryAnnotationUtils.isQualifierMatch(key::equals, name, this.beans);
	}

	private boolean isPrimary(String name) {
		return this.beans.containsBeanDefinition(name) && this.beans.getMergedBeanDefinition(name).isPrimary();
	}

	private PiliPropertiesException ambiguous(Class<?> type, List<String> names, @Nullable String key) {
		return new PiliPropertiesException(
				"PILI cannot be configured: the hub '%s' has several beans of type %s: %s."
					.formatted((key != null) ? key : PRIMARY, type.getSimpleName(), String.join(", ", names)),
				"Mark one of them as @Primary, or qualify each with the key of a hub in 'pili.hubs', "
						+ "such as @Qualifier(\"partner\").");
	}

	private record ClaimedHub(String key, ApiVersion version, String apiHost, Object account, String name) {

		boolean isSameAs(ClaimedHub other) {
			return !this.key.equals(other.key) && this.version == other.version && this.apiHost.equals(other.apiHost)
					&& this.account.equals(other.account) && this.name.equals(other.name);
		}

	}

}
