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
 * The markers of version 2. They are opaque, and one that was made for another list is
 * rejected.
 */
final class V2Marker {

	private static final String KEY = Ids.publishKey();

	private static final int SEAL_LENGTH = 10;

	private V2Marker() {
	}

	static String of(String list, long position) {
		return seal(list, position) + Long.toString(position, Character.MAX_RADIX);
	}

	/**
	 * Return the position in a marker.
	 * @param list the list that the marker must be of
	 * @param marker the marker, empty for the beginning
	 * @return the position, or 0 for the beginning
	 */
	static long position(String list, String marker) {
		if (marker.isEmpty()) {
			return 0;
		}
		if (marker.length() > SEAL_LENGTH) {
			try {
				long position = Long.parseLong(marker.substring(SEAL_LENGTH), Character.MAX_RADIX);
				if (of(list, position).equals(marker)) {
					return position;
				}
			}
			catch (NumberFormatException ex) {
				// Rejected below, as any other foreign marker is
			}
		}
		throw ApiException.badRequest("invalid marker '%s'".formatted(marker));
	}

	private static String seal(String list, long position) {
		return HmacSha1.sign(KEY, list + " " + position).substring(0, SEAL_LENGTH);
	}

}
