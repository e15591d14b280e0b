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
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.lang.Contract;
import org.springframework.util.StringUtils;

/**
 * The properties that every hub requires: which are missing, and how to set them.
 *
 * @since 0.1.0
 */
public final class RequiredProperties {

	/**
	 * Access key of the account, below the prefix of a hub.
	 */
	public static final String ACCESS_KEY = "access-key";

	/**
	 * Secret key of the account, below the prefix of a hub.
	 */
	public static final String SECRET_KEY = "secret-key";

	/**
	 * Name of the hub, below the prefix of a hub.
	 */
	public static final String HUB = "hub";

	/**
	 * All required properties of the primary hub.
	 */
	public static final List<String> OF_PRIMARY_HUB = List.of("pili." + ACCESS_KEY, "pili." + SECRET_KEY,
			"pili." + HUB);

	private RequiredProperties() {
	}

	/**
	 * Return whether a value is set. A blank value and an unresolved placeholder count as
	 * not set.
	 * @param value the value
	 * @return whether it is set
	 */
	@Contract("null -> false")
	public static boolean isSet(@Nullable String value) {
		return StringUtils.hasText(value) && !value.contains("${");
	}

	/**
	 * Return the properties that are not set.
	 * @param names the names of properties
	 * @param environment the environment
	 * @return the names of those that are not set
	 */
	public static List<String> missingIn(List<String> names, Environment environment) {
		return names.stream().filter((name) -> !isSet(valueOf(name, environment))).toList();
	}

	/**
	 * Return the value of a property. A placeholder that cannot be resolved is left
	 * unchanged, whereas the environment itself would throw an exception.
	 * @param name the name of the property
	 * @param environment the environment
	 * @return the value, or {@code null} if there is none
	 */
	public static @Nullable String valueOf(String name, Environment environment) {
		return Binder.get(environment).bind(name, String.class).orElse(null);
	}

	/**
	 * Join the names of properties into the beginning of a sentence.
	 * @param names the names
	 * @return the names, quoted, and {@code is} or {@code are}
	 */
	public static String list(List<String> names) {
		String joined = names.stream().map((name) -> "'" + name + "'").collect(Collectors.joining(", "));
		return joined + ((names.size() == 1) ? " is" : " are");
	}

	/**
	 * Describe how to set properties.
	 * @param names the names
	 * @return text of several lines
	 */
	public static String howToSet(List<String> names) {
		StringBuilder text = new StringBuilder(
				"Set these in the application's properties, or by the environment variables behind them:\n");
		for (String name : names) {
			text.append("\n    ").append(name).append("  (").append(environmentVariable(name)).append(')');
		}
		text.append("\n\nTo run without an account, test against the simulator in 'pili-spring-boot-starter-test'.");
		return text.toString();
	}

	private static String environmentVariable(String name) {
		return name.replace("-", "").replace("_", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
