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

package io.pilispring.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.internal.SafeText;

/**
 * A configured host: {@code host}, {@code host:port}, or either prefixed with a scheme.
 *
 * @param scheme {@code https}, or {@code http} if configured
 * @param authority the host in lower case, with the port unless it is the default port of
 * the scheme: the value of the {@code Host} header
 */
record ApiHost(String scheme, String authority) {

	static ApiHost parse(String name, String value) {
		Assert.hasText(value, () -> "'" + name + "' must not be blank");
		String stripped = value.strip();
		String url = (stripped.contains("://")) ? stripped : "https://" + stripped;
		try {
			URI uri = new URI(url).parseServerAuthority();
			String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
			boolean valid = (scheme.equals("https") || scheme.equals("http")) && StringUtils.hasText(uri.getHost())
					&& uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
					&& (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/")) && uri.getPort() <= 65535
					&& uri.getPort() != 0;
			Assert.isTrue(valid, () -> message(name, value));
			return new ApiHost(scheme, authority(scheme, uri));
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException(message(name, value), ex);
		}
	}

	private static String authority(String scheme, URI uri) {
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		int defaultPort = (scheme.equals("https")) ? 443 : 80;
		return (uri.getPort() == -1 || uri.getPort() == defaultPort) ? host : host + ":" + uri.getPort();
	}

	private static String message(String name, String value) {
		// The message omits user info, which may contain a password
		String shown = SafeText.of(SafeText.withoutUserInfo(value));
		return "'%s' must be a host, 'host:port', or either with 'http://' or 'https://' in front, but is '%s'"
			.formatted(name, shown);
	}

	URI resolve(String target) {
		return URI.create(this.scheme + "://" + this.authority + target);
	}

	boolean isHostOf(URI uri) {
		return this.authority.equalsIgnoreCase(uri.getRawAuthority()) && this.scheme.equalsIgnoreCase(uri.getScheme());
	}

}
