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
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The {@code pili.*} properties are incomplete, or one of them is not valid.
 *
 * @since 0.1.0
 */
public final class PiliPropertiesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final Pattern PROPERTY = Pattern.compile("^'([a-z-]+)'");

	private final String action;

	private PiliPropertiesException(String message, String action) {
		super(message);
		this.action = action;
	}

	static PiliPropertiesException missing(List<String> names) {
		return new PiliPropertiesException(
				"PILI is configured in part: %s not set.".formatted(RequiredProperties.list(names)),
				RequiredProperties.howToSet(names));
	}

	static PiliPropertiesException invalid(@Nullable String reason) {
		return new PiliPropertiesException("PILI cannot be configured: " + reason + ".",
				"Correct that value in the 'pili.*' properties or in the PiliConnectionDetails bean.");
	}

	/**
	 * Run something that checks values of properties, and name the property of one that
	 * is not valid.
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
			throw invalid(PROPERTY.matcher(String.valueOf(ex.getMessage())).replaceFirst("'" + prefix + ".$1'"));
		}
	}

	String getAction() {
		return this.action;
	}

}
