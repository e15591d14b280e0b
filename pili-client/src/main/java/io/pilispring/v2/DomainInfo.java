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
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a domain, as PILI reported them. Callbacks and play security are set in
 * PILI's console.
 *
 * @since 0.1.0
 */
public interface DomainInfo {

	/**
	 * Return the domain.
	 * @return the domain
	 */
	@JsonProperty
	String domain();

	/**
	 * Return what the domain is for.
	 * @return the type, or {@code null}
	 */
	@JsonProperty
	@Nullable DomainType type();

	/**
	 * Return the name that the CNAME record of the domain must have.
	 * @return the name, or {@code null}
	 */
	@JsonProperty
	@Nullable String cname();

	/**
	 * Return what PILI calls when a push starts.
	 * @return the callback, or {@code null} if there is none
	 */
	@JsonProperty
	@Nullable DomainCallback connectCallback();

	/**
	 * Return what PILI calls when a push ends.
	 * @return the callback, or {@code null} if there is none
	 */
	@JsonProperty
	@Nullable DomainCallback disconnectCallback();

	/**
	 * Return how long PILI waits for a push to start again before it calls.
	 * @return the time, or {@code null}
	 */
	@JsonProperty
	@Nullable Duration disconnectDelay();

	/**
	 * Return the addresses that may use the domain. If there are any, others may not.
	 * @return the addresses
	 */
	@JsonProperty
	List<String> ipWhitelist();

	/**
	 * Return the addresses that may not use the domain.
	 * @return the addresses
	 */
	@JsonProperty
	List<String> ipBlacklist();

	/**
	 * Return how play URLs are signed with the first key and its rule. It is not part of
	 * the JSON of this object.
	 * @return the security, or {@code null} if they are not signed, or in a way that is
	 * not known
	 */
	@JsonIgnore
	@Nullable PlaySecurity playSecurity();

	/**
	 * Return how play URLs are signed with the second key and its rule, which are valid
	 * beside the first ones. It is not part of the JSON of this object.
	 * @return the security, or {@code null} if there is no second key
	 */
	@JsonIgnore
	@Nullable PlaySecurity secondPlaySecurity();

	/**
	 * Return how URLs are rewritten.
	 * @return the rules, in order
	 */
	@JsonProperty
	List<UrlRewriteRule> urlRewriteRules();

	/**
	 * Return whether the domain has a certificate.
	 * @return whether it has
	 */
	@JsonProperty
	boolean certificateEnabled();

	/**
	 * Return the name of the certificate.
	 * @return the name, or {@code null}
	 */
	@JsonProperty
	@Nullable String certificateName();

	/**
	 * Return whether the domain is disabled.
	 * @return whether it is disabled
	 */
	@JsonProperty
	boolean disabled();

}
