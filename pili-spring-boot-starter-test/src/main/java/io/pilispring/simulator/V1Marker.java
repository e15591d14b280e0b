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

/**
 * The markers of version 1, which hold the number of the last stream of a page.
 */
final class V1Marker {

	private V1Marker() {
	}

	static String of(StreamPage page) {
		return (page.end()) ? "" : Long.toString(page.last(), Character.MAX_RADIX);
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
