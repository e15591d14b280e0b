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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An RTMP or SRT URL to publish to, taken apart.
 *
 * @param text the URL
 * @param protocol the protocol: {@code rtmp} or {@code srt}
 * @param host the host, with a port or without
 * @param hub the name of the hub
 * @param title the title of the stream, which version 2 calls its key
 * @param rawQuery the raw query, or {@code null} if there is none; for SRT, it is made of
 * the parameters of the stream id
 */
record PublishUrl(String text, String protocol, String host, String hub, String title, @Nullable String rawQuery) {

	private static final Pattern RTMP = Pattern.compile("rtmp://([^/?#]+)/([^/?#]+)/([^/?#]+)(?:\\?([^#]*))?");

	private static final Pattern SRT = Pattern.compile("srt://([^/?#]+)/?\\?(?:[^#]*&)?streamid=(?:#|%23)!::(.+)");

	private static final Pattern SRT_PATH = Pattern.compile("([^/?#]+)/([^/?#]+)");

	private static final Pattern DIGITS = Pattern.compile("[0-9]+");

	private static final long NO_NUMBER = -1;

	static @Nullable PublishUrl parse(String url) {
		Matcher rtmp = RTMP.matcher(url);
		if (rtmp.matches()) {
			return new PublishUrl(url, "rtmp", rtmp.group(1), rtmp.group(2), rtmp.group(3), rtmp.group(4));
		}
		Matcher srt = SRT.matcher(url);
		return (srt.matches()) ? parseSrt(url, srt.group(1), srt.group(2)) : null;
	}

	private static @Nullable PublishUrl parseSrt(String url, String host, String streamId) {
		Matcher path = null;
		boolean publish = false;
		List<String> query = new ArrayList<>();
		for (String pair : streamId.split(",")) {
			if (pair.startsWith("h=")) {
				path = SRT_PATH.matcher(pair.substring(2));
			}
			else if (pair.startsWith("m=")) {
				publish = pair.equals("m=publish");
			}
			else {
				query.add(pair);
			}
		}
		if (!publish || path == null || !path.matches()) {
			return null;
		}
		return new PublishUrl(url, "srt", host, path.group(1), path.group(2),
				(query.isEmpty()) ? null : String.join("&", query));
	}

	boolean isAt(String host) {
		return Domains.areSame(this.host, host);
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
		return (query(signed).has(parameter)) ? path() + "?" + signed : null;
	}

	@Nullable String canonicalSignedPart(String parameter) {
		FormParameters parameters = FormParameters.parse((this.rawQuery != null) ? this.rawQuery : "");
		if (parameters == null || parameters.first(parameter) == null) {
			return null;
		}
		return path() + "?" + parameters.filter((name) -> !name.equals("token")).encode();
	}

	String path() {
		return "/" + this.hub + "/" + this.title;
	}

	private static Query query(@Nullable String raw) {
		try {
			return Query.parse((raw != null) ? raw : "");
		}
		catch (ApiException ex) {
			return Query.parse("");
		}
	}

	@Override
	public String toString() {
		return "PublishUrl[" + this.protocol + "://" + this.host + path() + "]";
	}

}
