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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.DigestUtils;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.Expiry;
import io.pilispring.internal.OneLine;

/**
 * How the play URLs of a domain are signed, as it is set for the domain at PILI. A URL
 * has a timestamp and a signature, which is the MD5 of a text that a rule composes.
 * Immutable, and never shows the key.
 *
 * @since 0.1.0
 */
public final class PlaySecurity {

	/**
	 * The rule of PILI unless another one is set.
	 */
	public static final String DEFAULT_RULE = "$(key)$(path)$(_t)";

	private static final Pattern VARIABLE = Pattern.compile("\\$\\(([^()]*)\\)");

	private static final Pattern KNOWN = Pattern.compile("key|path|streamKey|streamTitle|path_[1-9]|_[A-Za-z0-9_.-]+");

	private final Type type;

	private final String key;

	private final String rule;

	private final List<String> parts;

	private final String timestampParameter;

	private final int timestampBase;

	private final String signatureParameter;

	private final Duration range;

	private PlaySecurity(Builder builder) {
		Assert.state(builder.key != null, "'key' must be set");
		this.type = builder.type;
		this.key = builder.key;
		this.rule = builder.rule;
		this.parts = split(builder.rule);
		this.timestampParameter = builder.timestampParameter;
		this.timestampBase = builder.timestampBase;
		this.signatureParameter = builder.signatureParameter;
		this.range = builder.range;
		Assert.state(this.type != Type.START || !this.range.isZero(),
				"'range' must be set for URLs that have the time they start");
	}

	/**
	 * Create a security with the standard rule, where the timestamp is the time of
	 * expiry.
	 * @param key the key of the domain
	 * @return the security
	 * @throws IllegalArgumentException if the key is blank
	 */
	public static PlaySecurity of(String key) {
		return builder().key(key).build();
	}

	/**
	 * Start building a security.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	void sign(String path, UrlParameters parameters, @Nullable Instant expiresAt) {
		Assert.isTrue(!parameters.has(this.timestampParameter) && !parameters.has(this.signatureParameter),
				() -> "'parameter' must be neither '%s' nor '%s', which the signature uses"
					.formatted(this.timestampParameter, this.signatureParameter));
		parameters.add(this.timestampParameter, Long.toString(timestamp(expiresAt), this.timestampBase));
		parameters.add(this.signatureParameter,
				DigestUtils.md5DigestAsHex(text(path, parameters).getBytes(StandardCharsets.UTF_8)));
	}

	private long timestamp(@Nullable Instant expiresAt) {
		if (this.type == Type.EXPIRY) {
			Assert.state(expiresAt != null, "A signed play URL needs a time of expiry");
			return Expiry.seconds(expiresAt);
		}
		Instant now = Instant.now();
		Instant start = (expiresAt != null) ? expiresAt.minus(this.range) : now;
		Assert.state(!start.isAfter(now),
				() -> "A play URL of this domain expires %s after its start, so not as late as %s".formatted(this.range,
						expiresAt));
		return Expiry.seconds(start);
	}

	// Texts and names of variables take turns
	private static List<String> split(String rule) {
		List<String> parts = new ArrayList<>();
		Matcher variables = VARIABLE.matcher(rule);
		int end = 0;
		while (variables.find()) {
			parts.add(rule.substring(end, variables.start()));
			parts.add(variables.group(1));
			end = variables.end();
		}
		parts.add(rule.substring(end));
		return parts;
	}

	private String text(String path, UrlParameters parameters) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.parts.size(); i++) {
			String part = this.parts.get(i);
			text.append((i % 2 == 0) ? part : value(part, path, parameters));
		}
		return text.toString();
	}

	private String value(String variable, String path, UrlParameters parameters) {
		return switch (variable) {
			case "key" -> this.key;
			case "path" -> path;
			case "streamKey" -> streamKey(path);
			case "streamTitle" -> streamKey(path).substring(streamKey(path).indexOf('/') + 1);
			default -> (variable.startsWith("_")) ? parameter(variable.substring(1), parameters)
					: segment(Integer.parseInt(variable.substring("path_".length())), path);
		};
	}

	private static String streamKey(String path) {
		int dot = path.lastIndexOf('.');
		return (dot > path.lastIndexOf('/')) ? path.substring(1, dot) : path.substring(1);
	}

	private String parameter(String name, UrlParameters parameters) {
		Assert.state(parameters.has(name) && !name.equals(this.signatureParameter),
				() -> "The rule of play URLs needs a parameter '" + name + "', which the URL does not have");
		return parameters.decoded(name);
	}

	private static String segment(int number, String path) {
		String[] segments = path.split("/", -1);
		Assert.state(number < segments.length,
				() -> "The rule of play URLs needs segment " + number + " of the path, which the URL does not have");
		return segments[number];
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof PlaySecurity that && this.type == that.type && this.key.equals(that.key)
				&& this.rule.equals(that.rule) && this.timestampParameter.equals(that.timestampParameter)
				&& this.timestampBase == that.timestampBase && this.signatureParameter.equals(that.signatureParameter)
				&& this.range.equals(that.range);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.type, this.key, this.rule);
	}

	@Override
	public String toString() {
		return "PlaySecurity[type=" + this.type + ", key=******, rule=" + OneLine.of(this.rule) + "]";
	}

	/**
	 * What the timestamp of a URL stands for.
	 *
	 * @since 0.1.0
	 */
	public enum Type {

		/**
		 * The time until which the URL can be played: {@code tsExpireMD5}.
		 */
		EXPIRY,

		/**
		 * The time from which the URL can be played, for a fixed range:
		 * {@code tsStartMD5}.
		 */
		START

	}

	/**
	 * Builds a {@link PlaySecurity}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private Type type = Type.EXPIRY;

		private @Nullable String key;

		private String rule = DEFAULT_RULE;

		private String timestampParameter = "t";

		private int timestampBase = 16;

		private String signatureParameter = "sign";

		private Duration range = Duration.ZERO;

		private Builder() {
		}

		/**
		 * Set what the timestamp stands for. The default is {@link Type#EXPIRY}.
		 * @param type the type
		 * @return this builder
		 */
		public Builder type(Type type) {
			Assert.notNull(type, "'type' must not be null");
			this.type = type;
			return this;
		}

		/**
		 * Set the key, one of the two of the domain. Required.
		 * @param key the key
		 * @return this builder
		 * @throws IllegalArgumentException if the key is blank; the message does not
		 * contain it
		 */
		public Builder key(String key) {
			Assert.hasText(key, "'key' must not be blank");
			this.key = key;
			return this;
		}

		/**
		 * Set the rule that composes the signed text. The default is
		 * {@value PlaySecurity#DEFAULT_RULE}.
		 * @param rule the rule, with the variables {@code $(key)}, {@code $(path)},
		 * {@code $(streamKey)}, {@code $(streamTitle)}, {@code $(path_1)} to
		 * {@code $(path_9)}, and {@code $(_name)} for a parameter
		 * @return this builder
		 * @throws IllegalArgumentException if it has an unknown variable
		 */
		public Builder rule(String rule) {
			Assert.hasText(rule, "'rule' must not be blank");
			Matcher variables = VARIABLE.matcher(rule);
			while (variables.find()) {
				String variable = variables.group();
				Assert.isTrue(KNOWN.matcher(variables.group(1)).matches(),
						() -> "'rule' has the unknown variable " + Arguments.quote(variable));
			}
			this.rule = rule;
			return this;
		}

		/**
		 * Set the name of the parameter with the timestamp. The default is {@code t}.
		 * @param timestampParameter the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is not letters, digits, {@code _},
		 * {@code -} and {@code .}
		 */
		public Builder timestampParameter(String timestampParameter) {
			this.timestampParameter = Arguments.segment("timestampParameter", timestampParameter, 100);
			return this;
		}

		/**
		 * Set the base of the timestamp. The default is 16.
		 * @param timestampBase the base, from 2 to 36
		 * @return this builder
		 * @throws IllegalArgumentException if it is not within these limits
		 */
		public Builder timestampBase(int timestampBase) {
			Assert.isTrue(timestampBase >= Character.MIN_RADIX && timestampBase <= Character.MAX_RADIX,
					() -> "'timestampBase' must be from 2 to 36, but is " + timestampBase);
			this.timestampBase = timestampBase;
			return this;
		}

		/**
		 * Set the name of the parameter with the signature. The default is {@code sign}.
		 * @param signatureParameter the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is not letters, digits, {@code _},
		 * {@code -} and {@code .}
		 */
		public Builder signatureParameter(String signatureParameter) {
			this.signatureParameter = Arguments.segment("signatureParameter", signatureParameter, 100);
			return this;
		}

		/**
		 * Set how long a URL can be played from its start. Required for
		 * {@link Type#START}.
		 * @param range the range, at least a second
		 * @return this builder
		 * @throws IllegalArgumentException if it is shorter than a second
		 */
		public Builder range(Duration range) {
			Assert.isTrue(range != null && range.getSeconds() > 0,
					() -> "'range' must be at least a second, but is " + range);
			this.range = range;
			return this;
		}

		/**
		 * Build the security.
		 * @return the security
		 * @throws IllegalStateException if there is no key, or no range where it is
		 * required
		 */
		public PlaySecurity build() {
			Assert.state(!this.timestampParameter.equals(this.signatureParameter),
					"'timestampParameter' and 'signatureParameter' must differ");
			return new PlaySecurity(this);
		}

		// Without the key
		@Override
		public String toString() {
			return "PlaySecurity.Builder[type=" + this.type + "]";
		}

	}

}
