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

package io.pilispring.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Checks the hosts of URLs, which may have a port. Nothing else may stand there, such as
 * user info or a path, so that no URL leads elsewhere.
 *
 * @since 0.1.0
 */
public final class HostNames {

	private static final int MAX_LENGTH = 255;

	private static final int MAX_PORT = 65_535;

	private HostNames() {
	}

	/**
	 * Check a host.
	 * @param name the name of the argument
	 * @param host the host
	 * @return the host
	 * @throws IllegalArgumentException if it is none
	 */
	public static String required(String name, @Nullable String host) {
		Assert.isTrue(host != null && isHost(host), () -> "'" + name
				+ "' must be letters, digits, '_', '-' and '.', and may have a port, but is " + Arguments.quote(host));
		return host;
	}

	/**
	 * Check a host that may be absent.
	 * @param name the name of the argument
	 * @param host the host
	 * @return the host, or {@code null} if it is blank
	 * @throws IllegalArgumentException if it is none
	 */
	public static @Nullable String optional(String name, @Nullable String host) {
		return (StringUtils.hasText(host)) ? required(name, host) : null;
	}

	/**
	 * Return whether text is a host.
	 * @param host the text
	 * @return whether it is letters, digits, {@code _}, {@code -} and {@code .}, and a
	 * port if it has one
	 */
	public static boolean isHost(String host) {
		int colon = host.indexOf(':');
		return Arguments.isSegment((colon < 0) ? host : host.substring(0, colon), MAX_LENGTH)
				&& (colon < 0 || isPort(host.substring(colon + 1)));
	}

	private static boolean isPort(String port) {
		return port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= MAX_PORT;
	}

	/**
	 * Return a host without its port.
	 * @param host the host
	 * @return the host without a port
	 */
	public static String withoutPort(String host) {
		int colon = host.indexOf(':');
		return (colon < 0) ? host : host.substring(0, colon);
	}

}
