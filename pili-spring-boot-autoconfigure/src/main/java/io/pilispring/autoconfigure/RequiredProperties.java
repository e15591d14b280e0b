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

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The properties without which there is no {@code PiliHub}: which are missing, and how to
 * set them.
 *
 * @since 0.1.0
 */
public final class RequiredProperties {

	static final String ACCESS_KEY = "pili.access-key";

	static final String SECRET_KEY = "pili.secret-key";

	static final String HUB = "pili.hub";

	static final List<String> NAMES = List.of(ACCESS_KEY, SECRET_KEY, HUB);

	private RequiredProperties() {
	}

	/**
	 * Return the required properties that have no value.
	 * @param environment the environment
	 * @return the names of the properties
	 */
	public static List<String> missingIn(Environment environment) {
		return NAMES.stream().filter((name) -> !StringUtils.hasText(environment.getProperty(name))).toList();
	}

	/**
	 * Join the names of properties to the beginning of a sentence.
	 * @param names the names
	 * @return the names, quoted, and {@code is} or {@code are}
	 */
	public static String list(List<String> names) {
		String joined = names.stream().map((name) -> "'" + name + "'").collect(Collectors.joining(", "));
		return joined + ((names.size() == 1) ? " is" : " are");
	}

	/**
	 * Tell how to set properties.
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
		return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
