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

import io.pilispring.internal.Arguments;
import io.pilispring.internal.Expiry;
import io.pilispring.internal.HostNames;
import io.pilispring.url.PublishSecurity;

/**
 * Specifies a publish URL.
 *
 * @since 0.1.0
 */
public final class PublishUrlSpec {

	private @Nullable String domain;

	private PublishSecurity security;

	private @Nullable String publishKey;

	private @Nullable Instant expiresAt;

	private @Nullable Long nonce;

	private final UrlParameters parameters = new UrlParameters();

	PublishUrlSpec(UrlSettings settings) {
		this.security = settings.publishSecurity();
		this.publishKey = settings.publishKey();
	}

	/**
	 * Set the domain, instead of that of the hub.
	 * @param domain the domain, with a port unless it is the default
	 * @return this spec
	 * @throws IllegalArgumentException if it is not a domain
	 */
	public PublishUrlSpec domain(String domain) {
		this.domain = HostNames.required("domain", domain);
		return this;
	}

	/**
	 * Set how the URL is authorized, instead of as is set for the hub.
	 * @param security the security
	 * @return this spec
	 */
	public PublishUrlSpec security(PublishSecurity security) {
		Assert.notNull(security, "'security' must not be null");
		this.security = security;
		return this;
	}

	/**
	 * Set the publish key, instead of that of the hub.
	 * @param publishKey the publish key, at most 500 characters
	 * @return this spec
	 * @throws IllegalArgumentException if the key is blank, too long or has control
	 * characters
	 */
	public PublishUrlSpec publishKey(String publishKey) {
		Assert.hasText(publishKey, "'publishKey' must not be blank");
		this.publishKey = Arguments.publishKey(publishKey);
		return this;
	}

	/**
	 * Use the security and the publish key that the stream has itself, if it has any.
	 * @param info the settings of the stream
	 * @return this spec
	 */
	public PublishUrlSpec of(StreamInfo info) {
		Assert.notNull(info, "'info' must not be null");
		if (info.publishSecurity() != null) {
			this.security = info.publishSecurity();
		}
		if (info.publishKey() != null) {
			this.publishKey = info.publishKey();
		}
		return this;
	}

	/**
	 * Set until when the push must have begun. Only for a security that
	 * {@linkplain PublishSecurity#expires() expires}.
	 * @param expiresAt the time, which is rounded up to a whole second
	 * @return this spec
	 */
	public PublishUrlSpec expiresAt(Instant expiresAt) {
		Assert.notNull(expiresAt, "'expiresAt' must not be null");
		this.expiresAt = expiresAt;
		return this;
	}

	/**
	 * Set how long from now the push may begin. Only for a security that
	 * {@linkplain PublishSecurity#expires() expires}.
	 * @param validity the duration, from a second to a hundred years
	 * @return this spec
	 * @throws IllegalArgumentException if the duration is not within these limits
	 */
	public PublishUrlSpec validFor(Duration validity) {
		return expiresAt(Expiry.after("validity", validity, InstantSource.system()));
	}

	/**
	 * Set the nonce, instead of one from the source of nonces. Only for
	 * {@link PublishSecurity#DYNAMIC}.
	 * @param nonce the nonce, which must be larger than all that were used before
	 * @return this spec
	 * @throws IllegalArgumentException if it is not positive
	 */
	public PublishUrlSpec nonce(long nonce) {
		Assert.isTrue(nonce > 0, () -> "'nonce' must be positive, but is " + nonce);
		this.nonce = nonce;
		return this;
	}

	/**
	 * Add a parameter of the application's own, which PILI passes on in callbacks. It is
	 * signed too.
	 * @param name the name, at most 100 letters, digits, {@code _}, {@code -} and
	 * {@code .}; not one of PILI's own, such as {@code token}
	 * @param value the value, at most 500 characters
	 * @return this spec
	 * @throws IllegalArgumentException if the name or the value is not valid
	 */
	public PublishUrlSpec parameter(String name, String value) {
		this.parameters.addOwn(name, value);
		return this;
	}

	@Nullable String domain() {
		return this.domain;
	}

	PublishSecurity security() {
		return this.security;
	}

	@Nullable String publishKey() {
		return this.publishKey;
	}

	@Nullable Instant expiresAt() {
		return this.expiresAt;
	}

	@Nullable Long nonce() {
		return this.nonce;
	}

	UrlParameters parameters() {
		return this.parameters;
	}

	// Without the publish key
	@Override
	public String toString() {
		return "PublishUrlSpec[security=" + this.security + ", expiresAt=" + this.expiresAt + "]";
	}

}
