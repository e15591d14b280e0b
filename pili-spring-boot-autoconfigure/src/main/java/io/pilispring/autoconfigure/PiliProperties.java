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

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of PILI.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("pili")
public class PiliProperties {

	/**
	 * Whether to configure PILI at all.
	 */
	private boolean enabled = true;

	/**
	 * Access key of the account.
	 */
	private @Nullable String accessKey;

	/**
	 * Secret key of the account.
	 */
	private @Nullable String secretKey;

	/**
	 * Name of the hub.
	 */
	private @Nullable String hub;

	/**
	 * Host of the PILI API: 'host', 'host:port', or either with 'http://' or 'https://'
	 * in front. Without a scheme it is https.
	 */
	private String apiHost = PiliConnectionDetails.DEFAULT_API_HOST;

	/**
	 * Host that tells the progress of file operations, in the form of 'pili.api-host'.
	 */
	private String fopApiHost = PiliConnectionDetails.DEFAULT_FOP_API_HOST;

	/**
	 * How long a connection may take. Falls back to 'spring.http.clients.connect-timeout'
	 * if that is set.
	 */
	private @Nullable Duration connectTimeout;

	/**
	 * How long PILI may take to answer. Falls back to 'spring.http.clients.read-timeout'
	 * if that is set.
	 */
	private @Nullable Duration readTimeout;

	private final Ssl ssl = new Ssl();

	/**
	 * Return whether to configure PILI at all.
	 * @return whether PILI is enabled
	 */
	public boolean isEnabled() {
		return this.enabled;
	}

	/**
	 * Set whether to configure PILI at all.
	 * @param enabled whether PILI is enabled
	 */
	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * Return the access key.
	 * @return the access key
	 */
	public @Nullable String getAccessKey() {
		return this.accessKey;
	}

	/**
	 * Set the access key.
	 * @param accessKey the access key
	 */
	public void setAccessKey(@Nullable String accessKey) {
		this.accessKey = accessKey;
	}

	/**
	 * Return the secret key.
	 * @return the secret key
	 */
	public @Nullable String getSecretKey() {
		return this.secretKey;
	}

	/**
	 * Set the secret key.
	 * @param secretKey the secret key
	 */
	public void setSecretKey(@Nullable String secretKey) {
		this.secretKey = secretKey;
	}

	/**
	 * Return the name of the hub.
	 * @return the hub
	 */
	public @Nullable String getHub() {
		return this.hub;
	}

	/**
	 * Set the name of the hub.
	 * @param hub the hub
	 */
	public void setHub(@Nullable String hub) {
		this.hub = hub;
	}

	/**
	 * Return the host of the PILI API.
	 * @return the API host
	 */
	public String getApiHost() {
		return this.apiHost;
	}

	/**
	 * Set the host of the PILI API.
	 * @param apiHost the API host
	 */
	public void setApiHost(String apiHost) {
		this.apiHost = apiHost;
	}

	/**
	 * Return the host that tells the progress of file operations.
	 * @return the fop API host
	 */
	public String getFopApiHost() {
		return this.fopApiHost;
	}

	/**
	 * Set the host that tells the progress of file operations.
	 * @param fopApiHost the fop API host
	 */
	public void setFopApiHost(String fopApiHost) {
		this.fopApiHost = fopApiHost;
	}

	/**
	 * Return how long a connection may take.
	 * @return the connect timeout
	 */
	public @Nullable Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	/**
	 * Set how long a connection may take.
	 * @param connectTimeout the connect timeout
	 */
	public void setConnectTimeout(@Nullable Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	/**
	 * Return how long PILI may take to answer.
	 * @return the read timeout
	 */
	public @Nullable Duration getReadTimeout() {
		return this.readTimeout;
	}

	/**
	 * Set how long PILI may take to answer.
	 * @param readTimeout the read timeout
	 */
	public void setReadTimeout(@Nullable Duration readTimeout) {
		this.readTimeout = readTimeout;
	}

	/**
	 * Return the TLS properties.
	 * @return the TLS properties
	 */
	public Ssl getSsl() {
		return this.ssl;
	}

	@Override
	public String toString() {
		return "PiliProperties[hub=" + this.hub + ", apiHost=" + this.apiHost + "]";
	}

	/**
	 * Properties of TLS.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle for calls to PILI.
		 */
		private @Nullable String bundle;

		/**
		 * Return the name of the SSL bundle.
		 * @return the bundle
		 */
		public @Nullable String getBundle() {
			return this.bundle;
		}

		/**
		 * Set the name of the SSL bundle.
		 * @param bundle the bundle
		 */
		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

}
