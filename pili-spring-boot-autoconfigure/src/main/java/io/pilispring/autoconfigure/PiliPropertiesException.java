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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Thrown if the {@code pili.*} properties are incomplete, or if one of them is not valid.
 *
 * @since 0.1.0
 */
public final class PiliPropertiesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final Pattern PROPERTY = Pattern.compile("^'([a-zA-Z-]+)'");

	private static final Pattern UPPER_CASE = Pattern.compile("[A-Z]");

	/**
	 * What to do about it.
	 */
	private final String action;

	/**
	 * Create an exception.
	 * @param message what is wrong
	 * @param action what to do about it
	 */
	public PiliPropertiesException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Create the exception for properties that are not set.
	 * @param missing the values of the properties by name, blank or with a placeholder
	 * that cannot be resolved
	 * @return the exception
	 */
	public static PiliPropertiesException missing(Map<String, String> missing) {
		List<String> names = List.copyOf(missing.keySet());
		String unresolved = missing.entrySet()
			.stream()
			.filter((property) -> property.getValue().contains("${"))
			.map((property) -> " The placeholder '%s' of '%s' cannot be resolved.".formatted(property.getValue(),
					property.getKey()))
			.collect(Collectors.joining());
		return new PiliPropertiesException(
				"PILI is configured in part: %s not set.%s".formatted(RequiredProperties.list(names), unresolved),
				RequiredProperties.howToSet(names));
	}

	/**
	 * Create the exception for a value that is not valid.
	 * @param reason the quoted name of the property, and what its value must be
	 * @return the exception
	 */
	public static PiliPropertiesException invalid(String reason) {
		return new PiliPropertiesException("PILI cannot be configured: " + reason + ".",
				"Correct that value in the 'pili.*' properties, or in the bean that it comes from.");
	}

	/**
	 * Run a check of property values. If a value is not valid, the exception names its
	 * property.
	 * @param prefix the prefix of the properties
	 * @param check throws an {@link IllegalArgumentException} that begins with the quoted
	 * name of the property below the prefix
	 * @throws PiliPropertiesException if a value is not valid
	 */
	public static void check(String prefix, Runnable check) {
		try {
			check.run();
		}
		catch (IllegalArgumentException ex) {
			throw invalid(PROPERTY.matcher(String.valueOf(ex.getMessage()))
				.replaceFirst((name) -> Matcher.quoteReplacement("'" + prefix + "." + kebab(name.group(1)) + "'")));
		}
	}

	private static String kebab(String name) {
		return UPPER_CASE.matcher(name).replaceAll((upper) -> "-" + upper.group().toLowerCase(Locale.ROOT));
	}

	/**
	 * Return what to do about it.
	 * @return the action
	 */
	public String getAction() {
		return this.action;
	}

}
