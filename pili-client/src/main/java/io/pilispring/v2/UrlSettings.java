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

package io.pilispring.v2;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.HostNames;
import io.pilispring.url.NonceSource;
import io.pilispring.url.PublishSecurity;

/**
 * How the URLs of a hub are created: the domains, how publish URLs are authorized, and
 * how play URLs are signed. Immutable, and never shows a key.
 *
 * @since 0.1.0
 */
public final class UrlSettings {

	private final @Nullable String publishRtmp;

	private final @Nullable String publishSrt;

	private final @Nullable String liveRtmp;

	private final @Nullable String liveHls;

	private final @Nullable String liveHdl;

	private final @Nullable String cover;

	private final @Nullable String vod;

	private final boolean https;

	private final PublishSecurity publishSecurity;

	private final @Nullable String publishKey;

	private final @Nullable PlaySecurity playSecurity;

	private final NonceSource nonceSource;

	private UrlSettings(Builder builder) {
		this.publishRtmp = builder.publishRtmp;
		this.publishSrt = builder.publishSrt;
		this.liveRtmp = builder.liveRtmp;
		this.liveHls = builder.liveHls;
		this.liveHdl = builder.liveHdl;
		this.cover = builder.cover;
		this.vod = builder.vod;
		this.https = builder.https;
		this.publishSecurity = builder.publishSecurity;
		this.publishKey = builder.publishKey;
		this.playSecurity = builder.playSecurity;
		this.nonceSource = builder.nonceSource;
	}

	/**
	 * Start building settings. Without a domain for a URL, the hub asks PILI for its
	 * domains once.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Nullable String publishRtmp() {
		return this.publishRtmp;
	}

	@Nullable String publishSrt() {
		return (this.publishSrt != null) ? this.publishSrt : this.publishRtmp;
	}

	@Nullable String liveRtmp() {
		return this.liveRtmp;
	}

	@Nullable String liveHls() {
		return this.liveHls;
	}

	@Nullable String liveHdl() {
		return this.liveHdl;
	}

	@Nullable String cover() {
		return this.cover;
	}

	@Nullable String vod() {
		return this.vod;
	}

	boolean https() {
		return this.https;
	}

	PublishSecurity publishSecurity() {
		return this.publishSecurity;
	}

	@Nullable String publishKey() {
		return this.publishKey;
	}

	@Nullable PlaySecurity playSecurity() {
		return this.playSecurity;
	}

	NonceSource nonceSource() {
		return this.nonceSource;
	}

	// Without the keys
	@Override
	public String toString() {
		return "UrlSettings[publishRtmp=" + this.publishRtmp + ", liveHls=" + this.liveHls + ", publishSecurity="
				+ this.publishSecurity + "]";
	}

	/**
	 * Builds {@link UrlSettings}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private @Nullable String publishRtmp;

		private @Nullable String publishSrt;

		private @Nullable String liveRtmp;

		private @Nullable String liveHls;

		private @Nullable String liveHdl;

		private @Nullable String cover;

		private @Nullable String vod;

		private boolean https = true;

		private PublishSecurity publishSecurity = PublishSecurity.EXPIRY_SK;

		private @Nullable String publishKey;

		private @Nullable PlaySecurity playSecurity;

		private NonceSource nonceSource = NonceSource.shared();

		private Builder() {
		}

		/**
		 * Set the domain to publish to over RTMP.
		 * @param domain the domain, with a port unless it is the default, or {@code null}
		 * to use a domain of the hub
		 * @return this builder
		 * @throws IllegalArgumentException if it is not a domain
		 */
		public Builder publishRtmp(@Nullable String domain) {
			this.publishRtmp = HostNames.optional("publishRtmp", domain);
			return this;
		}

		/**
		 * Set the domain to publish to over SRT.
		 * @param domain the domain, with a port unless it is 1935, or {@code null} to use
		 * that of RTMP
		 * @return this builder
		 * @throws IllegalArgumentException if it is not a domain
		 */
		public Builder publishSrt(@Nullable String domain) {
			this.publishSrt = HostNames.optional("publishSrt", domain);
			return this;
		}

		/**
		 * Set the domain to play from over RTMP.
		 * @param domain the domain, with a port unless it is the default, or {@code null}
		 * to use a domain of the hub
		 * @return this builder
		 * @throws IllegalArgumentException if it is not a domain
		 */
		public Builder liveRtmp(@Nullable String domain) {
			this.liveRtmp = HostNames.optional("liveRtmp", domain);
			return this;
		}

		/**
		 * Set the domain to play from over HLS.
		 * @param domain the domain, with a port unless it is the default, or {@code null}
		 * to use a domain of the hub
		 * @return this builder
		 * @throws IllegalArgumentException if it is not a domain
		 */
		public Builder liveHls(@Nullable String domain) {
			this.liveHls = HostNames.optional("liveHls", domain);
			return this;
		}

		/**
		 * Set the domain to play FLV from over HTTP.
		 * @param domain the domain, with a port unless it is the default, or {@code null}
		 * to use a domain of the hub
		 * @return this builder
		 * @throws IllegalArgumentException if it is not a domain
		 */
		public Builder liveHdl(@Nullable String domain) {
			this.liveHdl = HostNames.optional("liveHdl", domain);
			return this;
		}

		/**
		 * Set the domain of cover pictures.
		 * @param domain the domain, with a port unless it is the default, or {@code null}
		 * if there is none
		 * @return this builder
		 * @throws IllegalArgumentException if it is not a domain
		 */
		public Builder cover(@Nullable String domain) {
			this.cover = HostNames.optional("cover", domain);
			return this;
		}

		/**
		 * Set the domain of saved files and snapshots.
		 * @param domain the domain, with a port unless it is the default, or {@code null}
		 * to use that of the hub
		 * @return this builder
		 * @throws IllegalArgumentException if it is not a domain
		 */
		public Builder vod(@Nullable String domain) {
			this.vod = HostNames.optional("vod", domain);
			return this;
		}

		/**
		 * Set whether HLS and FLV are played over {@code https}, which requires that the
		 * domain has a certificate. The default is {@code true}.
		 * @param https whether to use https
		 * @return this builder
		 */
		public Builder https(boolean https) {
			this.https = https;
			return this;
		}

		/**
		 * Set how publish URLs are authorized, as it is set for the hub. The default is
		 * {@link PublishSecurity#EXPIRY_SK}, which needs no publish key.
		 * @param publishSecurity the security
		 * @return this builder
		 */
		public Builder publishSecurity(PublishSecurity publishSecurity) {
			Assert.notNull(publishSecurity, "'publishSecurity' must not be null");
			this.publishSecurity = publishSecurity;
			return this;
		}

		/**
		 * Set the publish key of the hub. PILI does not tell it.
		 * @param publishKey the publish key, at most 500 characters; blank counts as
		 * absent
		 * @return this builder
		 * @throws IllegalArgumentException if the key is too long or has control
		 * characters
		 */
		public Builder publishKey(@Nullable String publishKey) {
			this.publishKey = Arguments.publishKey(publishKey);
			return this;
		}

		/**
		 * Set how play URLs are signed. By default, they are not.
		 * @param playSecurity the security, or {@code null} for none
		 * @return this builder
		 */
		public Builder playSecurity(@Nullable PlaySecurity playSecurity) {
			this.playSecurity = playSecurity;
			return this;
		}

		/**
		 * Set the source of the nonces of publish URLs with
		 * {@link PublishSecurity#DYNAMIC}. The default is {@link NonceSource#shared()}.
		 * @param nonceSource the source
		 * @return this builder
		 */
		public Builder nonceSource(NonceSource nonceSource) {
			Assert.notNull(nonceSource, "'nonceSource' must not be null");
			this.nonceSource = nonceSource;
			return this;
		}

		/**
		 * Build the settings.
		 * @return the settings
		 */
		public UrlSettings build() {
			return new UrlSettings(this);
		}

	}

}
