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

import java.util.List;

/**
 * A page of the streams of a hub.
 *
 * @param items the streams
 * @param end whether this is the last page
 */
record StreamPage(List<StreamState> items, boolean end) {

	String marker() {
		return (this.end) ? "" : Long.toString(this.items.get(this.items.size() - 1).number(), Character.MAX_RADIX);
	}

	static long after(String marker) {
		try {
			return (marker.isEmpty()) ? 0 : Long.parseLong(marker, Character.MAX_RADIX);
		}
		catch (NumberFormatException ex) {
			throw ApiException.badRequest("invalid marker '%s'".formatted(marker));
		}
	}

}
