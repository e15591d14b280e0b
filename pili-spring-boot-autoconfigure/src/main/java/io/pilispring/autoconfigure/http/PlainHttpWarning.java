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

package io.pilispring.autoconfigure.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Warns about hosts that are called without TLS: anyone on the network path can read
 * publish keys and change responses. Loopback addresses are excluded.
 */
final class PlainHttpWarning {

	private static final Log logger = LogFactory.getLog(PlainHttpWarning.class);

	private static final String PLAIN = "http://";

	private PlainHttpWarning() {
	}

	static void log(String property, String value) {
		String url = value.strip().toLowerCase(Locale.ROOT);
		if (url.startsWith(PLAIN) && !isLoopback(URI.create(url).getHost())) {
			logger.warn("'%s' is '%s': without TLS, others can read and change requests and responses"
				.formatted(property, url));
		}
	}

	private static boolean isLoopback(String host) {
		if (host.equals("localhost") || host.endsWith(".localhost")) {
			return true;
		}
		return isAddress(host) && addressOf(host).isLoopbackAddress();
	}

	// Only addresses are resolved, because a name would require a query to a name server
	private static boolean isAddress(String host) {
		return host.startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
	}

	private static InetAddress addressOf(String host) {
		try {
			return InetAddress.getByName(host);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("'" + host + "' is no address", ex);
		}
	}

}
