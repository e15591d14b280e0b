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

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.internal.Arguments;

/**
 * Checks the domains of URLs, which may have a port.
 */
final class DomainNames {

	private static final int MAX_LENGTH = 255;

	private static final int MAX_PORT = 65_535;

	private DomainNames() {
	}

	static String required(String name, @Nullable String domain) {
		Assert.isTrue(domain != null && isDomain(domain),
				() -> "'" + name + "' must be letters, digits, '_', '-' and '.', and may have a port, but is "
						+ Arguments.quote(domain));
		return domain;
	}

	static @Nullable String optional(String name, @Nullable String domain) {
		return (StringUtils.hasText(domain)) ? required(name, domain) : null;
	}

	static boolean isDomain(String domain) {
		int colon = domain.indexOf(':');
		return Arguments.isSegment((colon < 0) ? domain : domain.substring(0, colon), MAX_LENGTH)
				&& (colon < 0 || isPort(domain.substring(colon + 1)));
	}

	private static boolean isPort(String port) {
		return port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= MAX_PORT;
	}

	static String withoutPort(String domain) {
		int colon = domain.indexOf(':');
		return (colon < 0) ? domain : domain.substring(0, colon);
	}

}
