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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A URL to play from, taken apart.
 *
 * @param base the URL without its query
 * @param host the host, with a port or without
 * @param path the path
 * @param type the type of domain that serves it
 * @param parameters the parameters
 */
record PlayUrl(String base, String host, String path, DomainType type, FormParameters parameters) {

	private static final Pattern FORM = Pattern.compile("((rtmp|https?)://([^/?#]+)(/[^?#]*))(?:\\?([^#]*))?");

	private static final Pattern STREAM = Pattern.compile("/([^/]+)/([^/@]+?)(?:@[A-Za-z0-9_-]+)?(?:\\.(?:m3u8|flv))?");

	static @Nullable PlayUrl parse(String url) {
		Matcher matcher = FORM.matcher(url);
		if (!matcher.matches()) {
			return null;
		}
		String query = matcher.group(5);
		DomainType type = type(matcher.group(2), matcher.group(4));
		FormParameters parameters = FormParameters.parse((query != null) ? query : "");
		return (type != null && parameters != null)
				? new PlayUrl(matcher.group(1), matcher.group(3), matcher.group(4), type, parameters) : null;
	}

	private static @Nullable DomainType type(String scheme, String path) {
		if ("rtmp".equals(scheme)) {
			return DomainType.LIVE_RTMP;
		}
		return (path.endsWith(".m3u8")) ? DomainType.LIVE_HLS : (path.endsWith(".flv")) ? DomainType.LIVE_HDL : null;
	}

	/**
	 * Return the stream that is played.
	 * @param domain the domain, which may rewrite the URL
	 * @return the hub and the key, or {@code null} if there is neither
	 */
	@Nullable Target target(HubDomain domain) {
		PlayUrl played = this;
		for (UrlRewrite rule : domain.rewrites()) {
			String rewritten = rule.apply(this.base);
			if (rewritten != null) {
				played = parse(rewritten);
				break;
			}
		}
		Matcher matcher = STREAM.matcher((played != null) ? played.path() : "");
		return (matcher.matches()) ? new Target(matcher.group(1), matcher.group(2)) : null;
	}

	/**
	 * The stream that a URL names.
	 *
	 * @param hub the name of the hub
	 * @param key the key of the stream
	 */
	record Target(String hub, String key) {

	}

}
