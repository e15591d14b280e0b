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

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The target of a request as on the request line, which WireMock reports in another form.
 *
 * @param raw the target as on the request line
 */
record RawTarget(String raw) {

	// WireMock fails at a percent sign that starts no encoded byte
	private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	static RawTarget of(@Nullable String raw) {
		return new RawTarget((raw != null) ? raw : "");
	}

	/**
	 * Return a query that WireMock can read.
	 * @param query the query as on the request line
	 * @return the query to give to WireMock, or {@code null} for none
	 */
	static @Nullable String readableQuery(@Nullable String query) {
		return (query != null) ? LONE_PERCENT.matcher(query).replaceAll("%25") : null;
	}

	boolean isToldAs(String url) {
		int mark = this.raw.indexOf('?');
		if (mark == -1) {
			return this.raw.equals(url);
		}
		String path = this.raw.substring(0, mark);
		String query = readableQuery(this.raw.substring(mark + 1));
		return url.equals(("".equals(query)) ? path : path + "?" + query);
	}

}
