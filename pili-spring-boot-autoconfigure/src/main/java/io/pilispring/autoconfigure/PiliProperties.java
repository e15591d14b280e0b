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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties of PILI: the primary hub, and further hubs by their keys.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("pili")
public class PiliProperties extends HubProperties {

	private static final Pattern PUNCTUATION = Pattern.compile("[-_]");

	/**
	 * Whether to enable PILI auto-configuration.
	 */
	private boolean enabled = true;

	/**
	 * HTTP client for calls to PILI: 'http-components', 'jetty', 'reactor', 'jdk' or
	 * 'simple'. By default that of 'spring.http.clients.imperative.factory', else the
	 * best one on the class path.
	 */
	private @Nullable HttpClient httpClient;

	/**
	 * Further hubs, by key, which is also the name of the bean. A hub inherits from
	 * 'pili' whatever it does not set.
	 */
	private final Map<String, Hub> hubs = new LinkedHashMap<>();

	/**
	 * Return whether to enable PILI auto-configuration.
	 * @return whether PILI is enabled
	 */
	public boolean isEnabled() {
		return this.enabled;
	}

	/**
	 * Set whether to enable PILI auto-configuration.
	 * @param enabled whether PILI is enabled
	 */
	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * Return the HTTP client for calls to PILI.
	 * @return the HTTP client, or {@code null} to use the one that the application
	 * chooses
	 */
	public @Nullable HttpClient getHttpClient() {
		return this.httpClient;
	}

	/**
	 * Set the HTTP client for calls to PILI.
	 * @param httpClient the HTTP client, or {@code null} to use the one that the
	 * application chooses
	 */
	public void setHttpClient(@Nullable HttpClient httpClient) {
		this.httpClient = httpClient;
	}

	/**
	 * Return the further hubs.
	 * @return the hubs by their keys
	 */
	public Map<String, Hub> getHubs() {
		return this.hubs;
	}

	/**
	 * Set the further hubs. If keys differ only in upper case, '-' and '_', the last one
	 * is kept: the environment variable {@code PILI_HUBS_MYARCHIVE_HUB} refers to the
	 * same hub as the property {@code pili.hubs.my-archive.hub}, and the last property
	 * sources are files.
	 * @param hubs the hubs by their keys
	 */
	public void setHubs(Map<String, Hub> hubs) {
		Map<String, Map.Entry<String, Hub>> bySpelling = new LinkedHashMap<>();
		hubs.forEach((key, hub) -> bySpelling.put(uniform(key), Map.entry(key, hub)));
		this.hubs.clear();
		bySpelling.values().forEach((hub) -> this.hubs.put(hub.getKey(), hub.getValue()));
	}

	// The form in which Spring Boot compares names of properties, if the key has one
	private static String uniform(String key) {
		String uniform = PUNCTUATION.matcher(key).replaceAll("").toLowerCase(Locale.ROOT);
		return (uniform.isEmpty()) ? key : uniform;
	}

	/**
	 * HTTP clients that can make the calls to PILI.
	 */
	public enum HttpClient {

		/**
		 * Apache HttpComponents, which the starter brings.
		 */
		HTTP_COMPONENTS,

		/**
		 * Jetty's client.
		 */
		JETTY,

		/**
		 * Reactor Netty.
		 */
		REACTOR,

		/**
		 * The JDK's {@link java.net.http.HttpClient}.
		 */
		JDK,

		/**
		 * {@link java.net.HttpURLConnection}.
		 */
		SIMPLE

	}

	/**
	 * Properties of a further hub.
	 */
	public static class Hub extends HubProperties {

		@NestedConfigurationProperty
		private final HubMonitorProperties monitor = new HubMonitorProperties();

		/**
		 * Return the properties of the monitor of this hub.
		 * @return the properties of the monitor
		 */
		public HubMonitorProperties getMonitor() {
			return this.monitor;
		}

	}

}
