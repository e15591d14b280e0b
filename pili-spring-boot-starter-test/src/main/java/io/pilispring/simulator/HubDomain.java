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

package io.pilispring.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A domain of a hub. Anything but its certificate and its rules is set in PILI's console,
 * which here is test code.
 *
 * @param type what it serves
 * @param domain its name, with a port only if the simulator listens there
 * @param cname what it is an alias for
 * @param connectCallback called when a push to the domain starts, or {@code null}
 * @param disconnectCallback called when a push to the domain has ended, or {@code null}
 * @param disconnectDelay how long a push may pause before it counts as ended
 * @param playSecurity how play URLs are signed, or {@code null} if they are not
 * @param rewrites how play URLs are rewritten, by the first rule that matches
 * @param certificate the name of the certificate, or {@code null} if there is none
 * @param disabled whether the domain is out of service
 * @since 0.1.0
 */
public record HubDomain(DomainType type, String domain, String cname, @Nullable PushCallback connectCallback,
		@Nullable PushCallback disconnectCallback, Duration disconnectDelay, @Nullable PlaySecurity playSecurity,
		List<UrlRewrite> rewrites, @Nullable String certificate, boolean disabled) {

	private static final Duration DEFAULT_DELAY = Duration.ofSeconds(30);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

	/**
	 * Create a domain.
	 * @param type what it serves
	 * @param domain its name, with a port only if the simulator listens there
	 * @param cname what it is an alias for
	 * @param connectCallback called when a push to the domain starts, or {@code null}
	 * @param disconnectCallback called when a push to the domain has ended, or
	 * {@code null}
	 * @param disconnectDelay how long a push may pause before it counts as ended
	 * @param playSecurity how play URLs are signed, or {@code null} if they are not
	 * @param rewrites how play URLs are rewritten, by the first rule that matches
	 * @param certificate the name of the certificate, or {@code null} if there is none
	 * @param disabled whether the domain is out of service
	 * @throws IllegalArgumentException if the name is blank or the delay is not one of 1
	 * to 60 seconds
	 */
	public HubDomain {
		Objects.requireNonNull(type, "'type' must not be null");
		if (domain.isBlank()) {
			throw new IllegalArgumentException("'domain' must not be blank");
		}
		if (disconnectDelay.compareTo(Duration.ofSeconds(1)) < 0 || disconnectDelay.compareTo(LONGEST_DELAY) > 0) {
			throw new IllegalArgumentException("'disconnectDelay' must be 1 to 60 seconds: " + disconnectDelay);
		}
		rewrites = List.copyOf(rewrites);
	}

	/**
	 * Return a domain without callbacks, signatures and rules.
	 * @param type what it serves
	 * @param domain its name
	 * @return the domain
	 */
	public static HubDomain of(DomainType type, String domain) {
		return new HubDomain(type, domain, domain + ".cname.pili.test", null, null, DEFAULT_DELAY, null, List.of(),
				null, false);
	}

	/**
	 * Return a copy of this domain with callbacks for pushes that start and end.
	 * @param connect called when a push starts, or {@code null}
	 * @param disconnect called when a push has ended, or {@code null}
	 * @return the other domain
	 */
	public HubDomain withCallbacks(@Nullable PushCallback connect, @Nullable PushCallback disconnect) {
		return new HubDomain(this.type, this.domain, this.cname, connect, disconnect, this.disconnectDelay,
				this.playSecurity, this.rewrites, this.certificate, this.disabled);
	}

	/**
	 * Return a copy of this domain with another delay of the callback for pushes that
	 * have ended.
	 * @param disconnectDelay 1 to 60 seconds
	 * @return the other domain
	 */
	public HubDomain withDisconnectDelay(Duration disconnectDelay) {
		return new HubDomain(this.type, this.domain, this.cname, this.connectCallback, this.disconnectCallback,
				disconnectDelay, this.playSecurity, this.rewrites, this.certificate, this.disabled);
	}

	/**
	 * Return a copy of this domain whose play URLs are signed.
	 * @param playSecurity how they are signed, or {@code null} if they are not
	 * @return the other domain
	 */
	public HubDomain withPlaySecurity(@Nullable PlaySecurity playSecurity) {
		return new HubDomain(this.type, this.domain, this.cname, this.connectCallback, this.disconnectCallback,
				this.disconnectDelay, playSecurity, this.rewrites, this.certificate, this.disabled);
	}

	/**
	 * Return a copy of this domain with other rules by which play URLs are rewritten.
	 * @param rewrites the rules
	 * @return the other domain
	 */
	public HubDomain withRewrites(List<UrlRewrite> rewrites) {
		return new HubDomain(this.type, this.domain, this.cname, this.connectCallback, this.disconnectCallback,
				this.disconnectDelay, this.playSecurity, rewrites, this.certificate, this.disabled);
	}

	/**
	 * Return a copy of this domain with another certificate.
	 * @param certificate the name of the certificate, or {@code null} for none
	 * @return the other domain
	 */
	public HubDomain withCertificate(@Nullable String certificate) {
		return new HubDomain(this.type, this.domain, this.cname, this.connectCallback, this.disconnectCallback,
				this.disconnectDelay, this.playSecurity, this.rewrites, certificate, this.disabled);
	}

	/**
	 * Return a copy of this domain that is out of service or not.
	 * @param disabled whether it is out of service
	 * @return the other domain
	 */
	public HubDomain withDisabled(boolean disabled) {
		return new HubDomain(this.type, this.domain, this.cname, this.connectCallback, this.disconnectCallback,
				this.disconnectDelay, this.playSecurity, this.rewrites, this.certificate, disabled);
	}

	boolean isAt(String host) {
		return Domains.areSame(this.domain, host);
	}

}
