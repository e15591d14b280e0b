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

import io.pilispring.transport.PiliTransportBuilder;

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

	/**
	 * How long a call may take in all, with every attempt and the pauses between them.
	 */
	private Duration callTimeout = PiliTransportBuilder.DEFAULT_CALL_TIMEOUT;

	private final Retry retry = new Retry();

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
	 * Return how long a call may take in all.
	 * @return the call timeout
	 */
	public Duration getCallTimeout() {
		return this.callTimeout;
	}

	/**
	 * Set how long a call may take in all.
	 * @param callTimeout the call timeout
	 */
	public void setCallTimeout(Duration callTimeout) {
		this.callTimeout = callTimeout;
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
		return "PiliProperties[hub=" + this.hub + ", apiHost=" + this.apiHost + "]";
	}

	/**
	 * Properties of retries.
	 */
	public static class Retry {

		/**
		 * Whether to try calls again that failed, where that is safe.
		 */
		private boolean enabled = true;

		/**
		 * Number of times to try a call again at most.
		 */
		private long maxRetries = 3;

		/**
		 * Pause before a call is tried again for the first time.
		 */
		private Duration initialInterval = Duration.ofMillis(100);

		/**
		 * Factor by which each pause is longer than the one before.
		 */
		private double multiplier = 2;

		/**
		 * Longest pause.
		 */
		private Duration maxInterval = Duration.ofSeconds(2);

		/**
		 * Random time by which the first pause is longer or shorter; it grows as the
		 * pauses do.
		 */
		private Duration jitter = Duration.ofMillis(50);

		/**
		 * Return whether to try calls again.
		 * @return whether retries are enabled
		 */
		public boolean isEnabled() {
			return this.enabled;
		}

		/**
		 * Set whether to try calls again.
		 * @param enabled whether retries are enabled
		 */
		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		/**
		 * Return how often to try a call again at most.
		 * @return the number of retries
		 */
		public long getMaxRetries() {
			return this.maxRetries;
		}

		/**
		 * Set how often to try a call again at most.
		 * @param maxRetries the number of retries
		 */
		public void setMaxRetries(long maxRetries) {
			this.maxRetries = maxRetries;
		}

		/**
		 * Return the first pause.
		 * @return the first pause
		 */
		public Duration getInitialInterval() {
			return this.initialInterval;
		}

		/**
		 * Set the first pause.
		 * @param initialInterval the first pause
		 */
		public void setInitialInterval(Duration initialInterval) {
			this.initialInterval = initialInterval;
		}

		/**
		 * Return the factor by which pauses grow.
		 * @return the multiplier
		 */
		public double getMultiplier() {
			return this.multiplier;
		}

		/**
		 * Set the factor by which pauses grow.
		 * @param multiplier the multiplier
		 */
		public void setMultiplier(double multiplier) {
			this.multiplier = multiplier;
		}

		/**
		 * Return the longest pause.
		 * @return the longest pause
		 */
		public Duration getMaxInterval() {
			return this.maxInterval;
		}

		/**
		 * Set the longest pause.
		 * @param maxInterval the longest pause
		 */
		public void setMaxInterval(Duration maxInterval) {
			this.maxInterval = maxInterval;
		}

		/**
		 * Return the jitter of the first pause.
		 * @return the jitter
		 */
		public Duration getJitter() {
			return this.jitter;
		}

		/**
		 * Set the jitter of the first pause.
		 * @param jitter the jitter
		 */
		public void setJitter(Duration jitter) {
			this.jitter = jitter;
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
