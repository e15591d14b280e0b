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

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An RTMP URL to publish to, taken apart.
 *
 * @param host the host, with a port or without
 * @param hub the name of the hub
 * @param title the title of the stream
 * @param rawQuery the raw query, or {@code null} if there is none
 */
record PublishUrl(String host, String hub, String title, @Nullable String rawQuery) {

	private static final Pattern FORM = Pattern.compile("rtmp://([^/?#]+)/([^/?#]+)/([^/?#]+)(?:\\?([^#]*))?");

	private static final Pattern DEFAULT_PORT = Pattern.compile(":1935$");

	private static final Pattern DIGITS = Pattern.compile("[0-9]+");

	private static final long NO_NUMBER = -1;

	static @Nullable PublishUrl parse(String url) {
		Matcher matcher = FORM.matcher(url);
		return (matcher.matches())
				? new PublishUrl(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)) : null;
	}

	boolean isAt(String host) {
		return authority(this.host).equals(authority(host));
	}

	private static String authority(String host) {
		return DEFAULT_PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
	}

	String parameter(String name) {
		String value = query(this.rawQuery).text(name);
		return (value != null) ? value : "";
	}

	/**
	 * Return a parameter as a number. Official SDKs send nonces of up to 19 digits.
	 * @param name the name of the parameter
	 * @return the number, or a negative one if it is missing or not a 64-bit integer
	 */
	long number(String name) {
		String value = parameter(name);
		if (!DIGITS.matcher(value).matches()) {
			return NO_NUMBER;
		}
		try {
			return Long.parseLong(value);
		}
		catch (NumberFormatException ex) {
			return NO_NUMBER;
		}
	}

	@Nullable String signedPart(String parameter) {
		int token = (this.rawQuery != null) ? this.rawQuery.indexOf("&token=") : -1;
		if (this.rawQuery == null || token == -1) {
			return null;
		}
		String signed = this.rawQuery.substring(0, token);
		return (query(signed).has(parameter)) ? "/" + this.hub + "/" + this.title + "?" + signed : null;
	}

	private static Query query(@Nullable String raw) {
		try {
			return Query.parse((raw != null) ? raw : "");
		}
		catch (ApiException ex) {
			return Query.parse("");
		}
	}

}
