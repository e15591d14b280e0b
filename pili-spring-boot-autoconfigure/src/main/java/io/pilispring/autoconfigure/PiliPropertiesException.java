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

import org.jspecify.annotations.Nullable;

/**
 * The {@code pili.*} properties are incomplete or one of them cannot be used.
 */
final class PiliPropertiesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

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

	String getAction() {
		return this.action;
	}

}
