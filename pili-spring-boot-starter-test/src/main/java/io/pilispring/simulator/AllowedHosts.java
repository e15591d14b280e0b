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

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The hosts that a request may name unless it is signed. A web page can make its own
 * domain point to this machine, so no other names are allowed.
 *
 * @param names names to allow in addition to those of this machine, in lower case
 * @param network whether other machines send requests: then addresses, and names without
 * a dot, as containers have, are allowed too, because no web page can have these
 */
record AllowedHosts(Set<String> names, boolean network) {

	private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?");

	private static final Pattern DOMAIN = Pattern.compile(NAME + "(\\." + NAME + ")*");

	private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|\\[::1]");

	private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

	static AllowedHosts of(List<String> names, boolean network) {
		return new AllowedHosts(
				names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()),
				network);
	}

	static boolean isName(String name) {
		return DOMAIN.matcher(name.toLowerCase(Locale.ROOT)).matches();
	}

	static boolean isLoopback(String address) {
		return address.equals("localhost") || address.equals("::1") || LOOPBACK.matcher(address).matches();
	}

	/**
	 * Return whether a {@code Host} header is allowed.
	 * @param header the header, with or without a port
	 * @return whether it is allowed
	 */
	boolean allowsHost(@Nullable String header) {
		String host = hostOf("http://" + header);
		return isNamed(host) || (this.network && (ADDRESS.matcher(host).matches() || NAME.matcher(host).matches()));
	}

	/**
	 * Return whether an {@code Origin} header is allowed.
	 * @param origin the header
	 * @return whether it is allowed
	 */
	boolean allowsOrigin(String origin) {
		return isNamed(hostOf(origin));
	}

	private boolean isNamed(String host) {
		return host.equals("localhost") || host.endsWith(".localhost") || LOOPBACK.matcher(host).matches()
				|| this.names.contains(host);
	}

	// Names of containers may have an underscore, which is no host of a URI
	private static String hostOf(String url) {
		try {
			URI uri = URI.create(url);
			String host = (uri.getHost() != null) ? uri.getHost() : String.valueOf(uri.getAuthority());
			return host.replaceFirst("(?<!:):\\d+$", "").toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
