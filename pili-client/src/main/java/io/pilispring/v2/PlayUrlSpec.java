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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.Expiry;
import io.pilispring.internal.HostNames;

/**
 * Specifies a play URL.
 *
 * @since 0.1.0
 */
public final class PlayUrlSpec {

	private static final int MAX_PROFILE_LENGTH = 100;

	private @Nullable String domain;

	private @Nullable String profile;

	private boolean https;

	private @Nullable PlaySecurity security;

	private @Nullable Instant expiresAt;

	private final UrlParameters parameters = new UrlParameters();

	PlayUrlSpec(boolean https, @Nullable PlaySecurity security) {
		this.https = https;
		this.security = security;
	}

	/**
	 * Set the domain, instead of that of the hub.
	 * @param domain the domain, with a port unless it is the default
	 * @return this spec
	 * @throws IllegalArgumentException if it is not a domain
	 */
	public PlayUrlSpec domain(String domain) {
		this.domain = HostNames.required("domain", domain);
		return this;
	}

	/**
	 * Set the profile that is played. The default is the original stream.
	 * @param profile the profile, such as {@code 720p}; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if it has characters other than letters, digits,
	 * {@code _}, {@code -} and {@code .}
	 */
	public PlayUrlSpec profile(@Nullable String profile) {
		this.profile = (StringUtils.hasText(profile)) ? Arguments.segment("profile", profile, MAX_PROFILE_LENGTH)
				: null;
		return this;
	}

	/**
	 * Set whether to play over {@code https}, instead of as is set for the hub. Has no
	 * effect for RTMP.
	 * @param https whether to use https
	 * @return this spec
	 */
	public PlayUrlSpec https(boolean https) {
		this.https = https;
		return this;
	}

	/**
	 * Set how the URL is signed, instead of as is set for the hub.
	 * @param security the security, or {@code null} not to sign it
	 * @return this spec
	 */
	public PlayUrlSpec security(@Nullable PlaySecurity security) {
		this.security = security;
		return this;
	}

	/**
	 * Set until when the URL can be played. HLS players repeat the URL on every reload,
	 * so they stop then. Only for a URL that is signed.
	 * @param expiresAt the time, which is rounded up to a whole second
	 * @return this spec
	 */
	public PlayUrlSpec expiresAt(Instant expiresAt) {
		Assert.notNull(expiresAt, "'expiresAt' must not be null");
		this.expiresAt = expiresAt;
		return this;
	}

	/**
	 * Set how long from now the URL can be played. Only for a URL that is signed.
	 * @param validity the duration, from a second to a hundred years
	 * @return this spec
	 * @throws IllegalArgumentException if the duration is not within these limits
	 */
	public PlayUrlSpec validFor(Duration validity) {
		return expiresAt(Expiry.after("validity", validity, InstantSource.system()));
	}

	/**
	 * Add a parameter of the application's own.
	 * @param name the name, at most 100 letters, digits, {@code _}, {@code -} and
	 * {@code .}; not one of PILI's own, such as {@code token}
	 * @param value the value, at most 500 characters
	 * @return this spec
	 * @throws IllegalArgumentException if the name or the value is not valid
	 */
	public PlayUrlSpec parameter(String name, String value) {
		this.parameters.addOwn(name, value);
		return this;
	}

	@Nullable String domain() {
		return this.domain;
	}

	@Nullable String profile() {
		return this.profile;
	}

	boolean https() {
		return this.https;
	}

	@Nullable PlaySecurity security() {
		return this.security;
	}

	@Nullable Instant expiresAt() {
		return this.expiresAt;
	}

	UrlParameters parameters() {
		return this.parameters;
	}

}
