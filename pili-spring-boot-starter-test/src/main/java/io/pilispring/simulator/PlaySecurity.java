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
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How the play URLs of a domain are signed. Both keys and both rules are valid side by
 * side.
 *
 * @param type what the time in a URL means
 * @param key1 the key
 * @param key2 another key, or {@code null}
 * @param range how long a URL is valid from its time on, for {@link Type#START}
 * @param rule the text to sign, with variables such as {@code $(key)}
 * @param rule2 another text, or {@code null}
 * @param tsPart the name of the parameter with the time
 * @param tsBase the base that the time is written in
 * @param signPart the name of the parameter with the signature
 * @param gapDuration how much longer a URL is valid
 * @since 0.1.0
 */
public record PlaySecurity(Type type, String key1, @Nullable String key2, Duration range, String rule,
		@Nullable String rule2, String tsPart, int tsBase, String signPart, Duration gapDuration) {

	/**
	 * The rule of domains without a rule of their own.
	 */
	public static final String DEFAULT_RULE = "$(key)$(path)$(_t)";

	/**
	 * Create a security.
	 * @param type what the time in a URL means
	 * @param key1 the key
	 * @param key2 another key, or {@code null}
	 * @param range how long a URL is valid from its time on, for {@link Type#START}
	 * @param rule the text to sign, with variables such as {@code $(key)}
	 * @param rule2 another text, or {@code null}
	 * @param tsPart the name of the parameter with the time
	 * @param tsBase the base that the time is written in
	 * @param signPart the name of the parameter with the signature
	 * @param gapDuration how much longer a URL is valid
	 * @throws IllegalArgumentException if a text is blank, a rule has an unknown
	 * variable, or a number or a duration is out of its range
	 */
	public PlaySecurity {
		Objects.requireNonNull(type, "'type' must not be null");
		requireText(key1, "key1");
		requireText(rule, "rule");
		requireText(tsPart, "tsPart");
		requireText(signPart, "signPart");
		if (!PlayRules.isRule(rule) || (rule2 != null && !PlayRules.isRule(rule2))) {
			throw new IllegalArgumentException("'rule' and 'rule2' must not have unknown variables");
		}
		if (tsBase < Character.MIN_RADIX || tsBase > Character.MAX_RADIX) {
			throw new IllegalArgumentException("'tsBase' must be from 2 to 36: " + tsBase);
		}
		if (range.isNegative() || gapDuration.isNegative()) {
			throw new IllegalArgumentException("'range' and 'gapDuration' must not be negative");
		}
	}

	/**
	 * What the time in a URL means.
	 */
	public enum Type {

		/**
		 * The URL is valid until then.
		 */
		EXPIRE("tsExpireMD5"),

		/**
		 * The URL is valid from then on, for the range of the security.
		 */
		START("tsStartMD5");

		private final String wireName;

		Type(String wireName) {
			this.wireName = wireName;
		}

		/**
		 * Return the name in PILI's API.
		 * @return the name
		 */
		public String wireName() {
			return this.wireName;
		}

	}

	/**
	 * Return a security with the standard rule, whose URLs hold the time when they
	 * expire.
	 * @param key the key
	 * @return the security
	 */
	public static PlaySecurity expiring(String key) {
		return new PlaySecurity(Type.EXPIRE, key, null, Duration.ZERO, DEFAULT_RULE, null, "t", 16, "sign",
				Duration.ZERO);
	}

	/**
	 * Return a security with the standard rule, whose URLs hold the time from which on
	 * they are valid.
	 * @param key the key
	 * @param range how long they are valid
	 * @return the security
	 */
	public static PlaySecurity starting(String key, Duration range) {
		return new PlaySecurity(Type.START, key, null, range, DEFAULT_RULE, null, "t", 16, "sign", Duration.ZERO);
	}

	/**
	 * Return a copy of this security with a second key.
	 * @param key2 the key, or {@code null} for none
	 * @return the other security
	 */
	public PlaySecurity withSecondKey(@Nullable String key2) {
		return new PlaySecurity(this.type, this.key1, key2, this.range, this.rule, this.rule2, this.tsPart, this.tsBase,
				this.signPart, this.gapDuration);
	}

	/**
	 * Return a copy of this security with other rules.
	 * @param rule the text to sign, with variables
	 * @param rule2 another text, or {@code null} for none
	 * @return the other security
	 */
	public PlaySecurity withRules(String rule, @Nullable String rule2) {
		return new PlaySecurity(this.type, this.key1, this.key2, this.range, rule, rule2, this.tsPart, this.tsBase,
				this.signPart, this.gapDuration);
	}

	/**
	 * Return a copy of this security with other parameters in its URLs.
	 * @param tsPart the name of the parameter with the time
	 * @param tsBase the base that the time is written in
	 * @param signPart the name of the parameter with the signature
	 * @return the other security
	 */
	public PlaySecurity withParameters(String tsPart, int tsBase, String signPart) {
		return new PlaySecurity(this.type, this.key1, this.key2, this.range, this.rule, this.rule2, tsPart, tsBase,
				signPart, this.gapDuration);
	}

	/**
	 * Return a copy of this security whose URLs are valid longer.
	 * @param gapDuration how much longer
	 * @return the other security
	 */
	public PlaySecurity withGapDuration(Duration gapDuration) {
		return new PlaySecurity(this.type, this.key1, this.key2, this.range, this.rule, this.rule2, this.tsPart,
				this.tsBase, this.signPart, gapDuration);
	}

	private static void requireText(String text, String name) {
		if (text.isBlank()) {
			throw new IllegalArgumentException("'%s' must not be blank".formatted(name));
		}
	}

	@Override
	public String toString() {
		return "PlaySecurity[type=" + this.type + ", rule=" + this.rule + ", rule2=" + this.rule2 + "]";
	}

}
