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

import io.pilispring.v2.PlaySecurity;

/**
 * Properties of the signature of play URLs, as it is set for the domains of the hub. Only
 * for version 2 of the API.
 *
 * @since 0.1.0
 */
public class PlaySecurityProperties {

	/**
	 * Key of the domains. Play URLs are signed if it is set.
	 */
	private @Nullable String key;

	/**
	 * What the timestamp of a play URL stands for.
	 */
	private PlaySecurity.@Nullable Type type;

	/**
	 * Rule that composes the signed text.
	 */
	private @Nullable String rule;

	/**
	 * Name of the parameter with the timestamp.
	 */
	private @Nullable String timestampParameter;

	/**
	 * Base of the timestamp, from 2 to 36.
	 */
	private @Nullable Integer timestampBase;

	/**
	 * Name of the parameter with the signature.
	 */
	private @Nullable String signatureParameter;

	/**
	 * How long a URL can be played from its start. Required for the type 'start'.
	 */
	private @Nullable Duration range;

	/**
	 * Return the key of the domains.
	 * @return the key, or {@code null} for the default
	 */
	public @Nullable String getKey() {
		return this.key;
	}

	/**
	 * Set the key of the domains.
	 * @param key the key, or {@code null} for the default
	 */
	public void setKey(@Nullable String key) {
		this.key = key;
	}

	/**
	 * Return what the timestamp stands for.
	 * @return the type, or {@code null} for the default
	 */
	public PlaySecurity.@Nullable Type getType() {
		return this.type;
	}

	/**
	 * Set what the timestamp stands for.
	 * @param type the type, or {@code null} for the default
	 */
	public void setType(PlaySecurity.@Nullable Type type) {
		this.type = type;
	}

	/**
	 * Return the rule that composes the signed text.
	 * @return the rule, or {@code null} for the default
	 */
	public @Nullable String getRule() {
		return this.rule;
	}

	/**
	 * Set the rule that composes the signed text.
	 * @param rule the rule, or {@code null} for the default
	 */
	public void setRule(@Nullable String rule) {
		this.rule = rule;
	}

	/**
	 * Return the name of the parameter with the timestamp.
	 * @return the name, or {@code null} for the default
	 */
	public @Nullable String getTimestampParameter() {
		return this.timestampParameter;
	}

	/**
	 * Set the name of the parameter with the timestamp.
	 * @param timestampParameter the name, or {@code null} for the default
	 */
	public void setTimestampParameter(@Nullable String timestampParameter) {
		this.timestampParameter = timestampParameter;
	}

	/**
	 * Return the base of the timestamp.
	 * @return the base, or {@code null} for the default
	 */
	public @Nullable Integer getTimestampBase() {
		return this.timestampBase;
	}

	/**
	 * Set the base of the timestamp.
	 * @param timestampBase the base, or {@code null} for the default
	 */
	public void setTimestampBase(@Nullable Integer timestampBase) {
		this.timestampBase = timestampBase;
	}

	/**
	 * Return the name of the parameter with the signature.
	 * @return the name, or {@code null} for the default
	 */
	public @Nullable String getSignatureParameter() {
		return this.signatureParameter;
	}

	/**
	 * Set the name of the parameter with the signature.
	 * @param signatureParameter the name, or {@code null} for the default
	 */
	public void setSignatureParameter(@Nullable String signatureParameter) {
		this.signatureParameter = signatureParameter;
	}

	/**
	 * Return how long a URL can be played from its start.
	 * @return the range, or {@code null} for the default
	 */
	public @Nullable Duration getRange() {
		return this.range;
	}

	/**
	 * Set how long a URL can be played from its start.
	 * @param range the range, or {@code null} for the default
	 */
	public void setRange(@Nullable Duration range) {
		this.range = range;
	}

}
