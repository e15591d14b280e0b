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
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties of a hub: its name, its account, and the settings of calls.
 *
 * @since 0.1.0
 */
public class HubProperties {

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
	private @Nullable String apiHost;

	/**
	 * Host that reports the progress of file operations. Has the same format as the host
	 * of the PILI API.
	 */
	private @Nullable String fopApiHost;

	/**
	 * Maximum time to open a connection, and for a call that is not retried to wait where
	 * all connections are in use. Falls back to 'spring.http.clients.connect-timeout' if
	 * that is set.
	 */
	private @Nullable Duration connectTimeout;

	/**
	 * Maximum time to wait for a response from PILI. Falls back to that of
	 * 'spring.http.clients', if set.
	 */
	private @Nullable Duration readTimeout;

	/**
	 * Maximum total time of a call, including every attempt and the pauses in between.
	 * With 'HttpURLConnection' a call may take longer.
	 */
	private @Nullable Duration callTimeout;

	/**
	 * Whether requests have a signed 'X-Qiniu-Date' header, which PILI rejects once it is
	 * too old.
	 */
	private @Nullable Boolean sendDate;

	/**
	 * Version of the PILI API. Hubs of version 1 are PiliHub beans, and hubs of version 2
	 * are LiveHub beans.
	 */
	private @Nullable ApiVersion apiVersion;

	/**
	 * How publish URLs of the hub are authorized: 'none', 'static', 'expiry', 'expiry_sk'
	 * or 'dynamic'. Only for version 2 of the API.
	 */
	private @Nullable String publishSecurity;

	/**
	 * Publish key of the hub, for publish URLs that are authorized with it. Only for
	 * version 2 of the API.
	 */
	private @Nullable String publishKey;

	@NestedConfigurationProperty
	private final HubDomainProperties domains = new HubDomainProperties();

	@NestedConfigurationProperty
	private final PlaySecurityProperties playSecurity = new PlaySecurityProperties();

	private final Retry retry = new Retry();

	private final Ssl ssl = new Ssl();

	/**
	 * Return the access key.
	 * @return the access key, or {@code null} for the default
	 */
	public @Nullable String getAccessKey() {
		return this.accessKey;
	}

	/**
	 * Set the access key.
	 * @param accessKey the access key, or {@code null} for the default
	 */
	public void setAccessKey(@Nullable String accessKey) {
		this.accessKey = accessKey;
	}

	/**
	 * Return the secret key.
	 * @return the secret key, or {@code null} for the default
	 */
	public @Nullable String getSecretKey() {
		return this.secretKey;
	}

	/**
	 * Set the secret key.
	 * @param secretKey the secret key, or {@code null} for the default
	 */
	public void setSecretKey(@Nullable String secretKey) {
		this.secretKey = secretKey;
	}

	/**
	 * Return the name of the hub.
	 * @return the name of the hub, or {@code null} for the default
	 */
	public @Nullable String getHub() {
		return this.hub;
	}

	/**
	 * Set the name of the hub.
	 * @param hub the name of the hub, or {@code null} for the default
	 */
	public void setHub(@Nullable String hub) {
		this.hub = hub;
	}

	/**
	 * Return the host of the PILI API.
	 * @return the host, or {@code null} for the default
	 */
	public @Nullable String getApiHost() {
		return this.apiHost;
	}

	/**
	 * Set the host of the PILI API.
	 * @param apiHost the host, or {@code null} for the default
	 */
	public void setApiHost(@Nullable String apiHost) {
		this.apiHost = apiHost;
	}

	/**
	 * Return the host that reports the progress of file operations.
	 * @return the host, or {@code null} for the default
	 */
	public @Nullable String getFopApiHost() {
		return this.fopApiHost;
	}

	/**
	 * Set the host that reports the progress of file operations.
	 * @param fopApiHost the host, or {@code null} for the default
	 */
	public void setFopApiHost(@Nullable String fopApiHost) {
		this.fopApiHost = fopApiHost;
	}

	/**
	 * Return the maximum time to open a connection.
	 * @return the connect timeout, or {@code null} for the default
	 */
	public @Nullable Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	/**
	 * Set the maximum time to open a connection.
	 * @param connectTimeout the connect timeout, or {@code null} for the default
	 */
	public void setConnectTimeout(@Nullable Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	/**
	 * Return the maximum time to wait for a response.
	 * @return the read timeout, or {@code null} for the default
	 */
	public @Nullable Duration getReadTimeout() {
		return this.readTimeout;
	}

	/**
	 * Set the maximum time to wait for a response.
	 * @param readTimeout the read timeout, or {@code null} for the default
	 */
	public void setReadTimeout(@Nullable Duration readTimeout) {
		this.readTimeout = readTimeout;
	}

	/**
	 * Return the maximum total time of a call.
	 * @return the call timeout, or {@code null} for the default
	 */
	public @Nullable Duration getCallTimeout() {
		return this.callTimeout;
	}

	/**
	 * Set the maximum total time of a call.
	 * @param callTimeout the call timeout, or {@code null} for the default
	 */
	public void setCallTimeout(@Nullable Duration callTimeout) {
		this.callTimeout = callTimeout;
	}

	/**
	 * Return whether requests have a signed date.
	 * @return whether to send the date, or {@code null} for the default
	 */
	public @Nullable Boolean getSendDate() {
		return this.sendDate;
	}

	/**
	 * Set whether requests have a signed date.
	 * @param sendDate whether to send the date, or {@code null} for the default
	 */
	public void setSendDate(@Nullable Boolean sendDate) {
		this.sendDate = sendDate;
	}

	/**
	 * Return the version of the API.
	 * @return the version, or {@code null} for the default
	 */
	public @Nullable ApiVersion getApiVersion() {
		return this.apiVersion;
	}

	/**
	 * Set the version of the API.
	 * @param apiVersion the version, or {@code null} for the default
	 */
	public void setApiVersion(@Nullable ApiVersion apiVersion) {
		this.apiVersion = apiVersion;
	}

	/**
	 * Return how publish URLs are authorized.
	 * @return the security, or {@code null} for the default
	 */
	public @Nullable String getPublishSecurity() {
		return this.publishSecurity;
	}

	/**
	 * Set how publish URLs are authorized.
	 * @param publishSecurity the security, or {@code null} for the default
	 */
	public void setPublishSecurity(@Nullable String publishSecurity) {
		this.publishSecurity = publishSecurity;
	}

	/**
	 * Return the publish key of the hub.
	 * @return the publish key, or {@code null} for the default
	 */
	public @Nullable String getPublishKey() {
		return this.publishKey;
	}

	/**
	 * Set the publish key of the hub.
	 * @param publishKey the publish key, or {@code null} for the default
	 */
	public void setPublishKey(@Nullable String publishKey) {
		this.publishKey = publishKey;
	}

	/**
	 * Return the properties of domains.
	 * @return the properties of domains
	 */
	public HubDomainProperties getDomains() {
		return this.domains;
	}

	/**
	 * Return the properties of the signature of play URLs.
	 * @return the properties of the signature
	 */
	public PlaySecurityProperties getPlaySecurity() {
		return this.playSecurity;
	}

	/**
	 * Return the properties of retries.
	 * @return the properties of retries
	 */
	public Retry getRetry() {
		return this.retry;
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
		return getClass().getSimpleName() + "[hub=" + this.hub + ", apiHost=" + this.apiHost + "]";
	}

	/**
	 * Properties of retries.
	 */
	public static class Retry {

		/**
		 * Whether to retry failed calls, if that is safe.
		 */
		private @Nullable Boolean enabled;

		/**
		 * Maximum number of times to retry a call.
		 */
		private @Nullable Integer maxRetries;

		/**
		 * Pause before the first retry.
		 */
		private @Nullable Duration initialInterval;

		/**
		 * Factor by which each pause is longer than the previous one.
		 */
		private @Nullable Double multiplier;

		/**
		 * Maximum pause.
		 */
		private @Nullable Duration maxInterval;

		/**
		 * Random time by which the first pause is longer or shorter; it grows in
		 * proportion to the pauses.
		 */
		private @Nullable Duration jitter;

		/**
		 * Limit of the retries of all calls together.
		 */
		private final Budget budget = new Budget();

		/**
		 * Return whether to retry calls that failed.
		 * @return whether to retry, or {@code null} for the default
		 */
		public @Nullable Boolean getEnabled() {
			return this.enabled;
		}

		/**
		 * Set whether to retry calls that failed.
		 * @param enabled whether to retry, or {@code null} for the default
		 */
		public void setEnabled(@Nullable Boolean enabled) {
			this.enabled = enabled;
		}

		/**
		 * Return the maximum number of times to retry a call.
		 * @return the number of retries, or {@code null} for the default
		 */
		public @Nullable Integer getMaxRetries() {
			return this.maxRetries;
		}

		/**
		 * Set the maximum number of times to retry a call.
		 * @param maxRetries the number of retries, or {@code null} for the default
		 */
		public void setMaxRetries(@Nullable Integer maxRetries) {
			this.maxRetries = maxRetries;
		}

		/**
		 * Return the pause before the first retry.
		 * @return the pause, or {@code null} for the default
		 */
		public @Nullable Duration getInitialInterval() {
			return this.initialInterval;
		}

		/**
		 * Set the pause before the first retry.
		 * @param initialInterval the pause, or {@code null} for the default
		 */
		public void setInitialInterval(@Nullable Duration initialInterval) {
			this.initialInterval = initialInterval;
		}

		/**
		 * Return the factor by which pauses grow.
		 * @return the multiplier, or {@code null} for the default
		 */
		public @Nullable Double getMultiplier() {
			return this.multiplier;
		}

		/**
		 * Set the factor by which pauses grow.
		 * @param multiplier the multiplier, or {@code null} for the default
		 */
		public void setMultiplier(@Nullable Double multiplier) {
			this.multiplier = multiplier;
		}

		/**
		 * Return the maximum pause.
		 * @return the maximum pause, or {@code null} for the default
		 */
		public @Nullable Duration getMaxInterval() {
			return this.maxInterval;
		}

		/**
		 * Set the maximum pause.
		 * @param maxInterval the maximum pause, or {@code null} for the default
		 */
		public void setMaxInterval(@Nullable Duration maxInterval) {
			this.maxInterval = maxInterval;
		}

		/**
		 * Return the jitter of the first pause.
		 * @return the jitter, or {@code null} for the default
		 */
		public @Nullable Duration getJitter() {
			return this.jitter;
		}

		/**
		 * Set the jitter of the first pause.
		 * @param jitter the jitter, or {@code null} for the default
		 */
		public void setJitter(@Nullable Duration jitter) {
			this.jitter = jitter;
		}

		/**
		 * Return the properties of the limit of the retries of all calls together.
		 * @return the properties of the limit
		 */
		public Budget getBudget() {
			return this.budget;
		}

		/**
		 * Properties of the limit of the retries of all calls together.
		 */
		public static class Budget {

			/**
			 * Whether to limit the retries of all calls together, so that an outage does
			 * not multiply the requests.
			 */
			private @Nullable Boolean enabled;

			/**
			 * Maximum number of retries while no call succeeds.
			 */
			private @Nullable Integer size;

			/**
			 * Number of retries that each call that succeeds adds, up to the size.
			 */
			private @Nullable Double refill;

			/**
			 * Return whether to limit the retries.
			 * @return whether to limit the retries, or {@code null} for the default
			 */
			public @Nullable Boolean getEnabled() {
				return this.enabled;
			}

			/**
			 * Set whether to limit the retries.
			 * @param enabled whether to limit the retries, or {@code null} for the
			 * default
			 */
			public void setEnabled(@Nullable Boolean enabled) {
				this.enabled = enabled;
			}

			/**
			 * Return the maximum number of retries while no call succeeds.
			 * @return the size, or {@code null} for the default
			 */
			public @Nullable Integer getSize() {
				return this.size;
			}

			/**
			 * Set the maximum number of retries while no call succeeds.
			 * @param size the size, or {@code null} for the default
			 */
			public void setSize(@Nullable Integer size) {
				this.size = size;
			}

			/**
			 * Return the number of retries that each call that succeeds adds.
			 * @return the number of retries, or {@code null} for the default
			 */
			public @Nullable Double getRefill() {
				return this.refill;
			}

			/**
			 * Set the number of retries that each call that succeeds adds.
			 * @param refill the number of retries, or {@code null} for the default
			 */
			public void setRefill(@Nullable Double refill) {
				this.refill = refill;
			}

		}

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
		 * @return the name, or {@code null} for the default
		 */
		public @Nullable String getBundle() {
			return this.bundle;
		}

		/**
		 * Set the name of the SSL bundle.
		 * @param bundle the name, or {@code null} for the default
		 */
		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

}
