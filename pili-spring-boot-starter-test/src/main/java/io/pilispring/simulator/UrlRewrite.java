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

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * A rule by which a domain rewrites play URLs.
 *
 * @param pattern the regular expression that a URL must match, without its query
 * @param replace what to play instead, with {@code ${1}} for the first group
 * @since 0.1.0
 */
public record UrlRewrite(String pattern, String replace) {

	private static final Pattern GROUP = Pattern.compile("\\$\\{([0-9]+)}");

	/**
	 * Create a rule.
	 * @param pattern the regular expression that a URL must match, without its query
	 * @param replace what to play instead, with {@code ${1}} for the first group
	 * @throws IllegalArgumentException if the pattern is not a regular expression, or the
	 * replacement names a group that it does not have
	 */
	public UrlRewrite {
		int groups;
		try {
			groups = Pattern.compile(pattern).matcher("").groupCount();
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException("'pattern' must be a regular expression: '%s'".formatted(pattern), ex);
		}
		if (GROUP.matcher(replace).results().anyMatch((group) -> number(group.group(1)) > groups)) {
			throw new IllegalArgumentException("'replace' must name groups of the pattern: '%s'".formatted(replace));
		}
	}

	private static int number(String digits) {
		return (digits.length() < 4) ? Integer.parseInt(digits) : Integer.MAX_VALUE;
	}

	@Nullable String apply(String url) {
		Matcher matcher = Pattern.compile(this.pattern).matcher(url);
		if (!matcher.matches()) {
			return null;
		}
		return GROUP.matcher(this.replace).replaceAll((group) -> {
			String value = matcher.group(number(group.group(1)));
			return Matcher.quoteReplacement((value != null) ? value : "");
		});
	}

}
