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

package io.pilispring.simulator.media;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

// A callback of nginx. The URL's own arguments follow nginx's fields unchanged, so only the
// first field of each name is nginx's
record PublishCall(String call, StreamName stream, String address, String clientId, @Nullable String query) {

	private static final Pattern FORM = Pattern.compile(
			"app=([^&]*)&.*?addr=([^&]*)&clientid=([^&]*)" + "&call=([a-z_]+)&name=([^&]*)(?:&type=[^&]*)?(?:&(.*))?",
			Pattern.DOTALL);

	static @Nullable PublishCall parse(String form) {
		Matcher matcher = FORM.matcher(form);
		if (!matcher.matches()) {
			return null;
		}
		try {
			return new PublishCall(matcher.group(4), new StreamName(decode(matcher.group(1)), decode(matcher.group(5))),
					decode(matcher.group(2)), matcher.group(3), matcher.group(6));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	String url(String rtmpHost) {
		String url = "rtmp://" + rtmpHost + "/" + this.stream;
		return (this.query != null) ? url + "?" + this.query : url;
	}

	private static String decode(String value) {
		return URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

}
