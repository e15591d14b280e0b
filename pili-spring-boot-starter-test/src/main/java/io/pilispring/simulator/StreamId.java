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

/**
 * The id of a stream.
 *
 * @param zone the zone it lives in
 * @param hub the name of its hub
 * @param title its title
 */
record StreamId(String zone, String hub, String title) {

	private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]+");

	private static final Pattern TITLE = Pattern.compile("[A-Za-z0-9_-]{4,200}");

	static StreamId parse(String id) {
		if (!ALLOWED.matcher(id).matches()) {
			throw ApiException.badRequest("invalid stream id '%s'".formatted(id));
		}
		int first = id.indexOf('.');
		int last = id.lastIndexOf('.');
		if (first < 1 || last <= first + 1 || last == id.length() - 1) {
			throw ApiException.streamNotFound();
		}
		return new StreamId(id.substring(0, first), id.substring(first + 1, last), id.substring(last + 1));
	}

	static String requireTitle(String title) {
		if (!TITLE.matcher(title).matches()) {
			throw ApiException.badRequest("invalid title '%s': 4 to 200 of [A-Za-z0-9_-]".formatted(title));
		}
		return title;
	}

	@Override
	public String toString() {
		return this.zone + "." + this.hub + "." + this.title;
	}

}
