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

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The key of a stream, which version 1 calls its title.
 */
final class StreamKey {

	private static final int MAX_LENGTH = 200;

	private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

	private StreamKey() {
	}

	static boolean isValid(String key) {
		return VALID.matcher(key).matches();
	}

	static String require(String key) {
		if (!isValid(key)) {
			throw ApiException.invalidStreamKey("invalid key '%s': 1 to 200 of [A-Za-z0-9_-]".formatted(key));
		}
		return key;
	}

	/**
	 * Require that a push could make a stream with a key.
	 * @param key the key
	 * @throws IllegalArgumentException if it could not
	 */
	static void requirePushed(String key) {
		if (key.isBlank() || key.length() > MAX_LENGTH || key.contains("@") || key.contains("/")) {
			throw new IllegalArgumentException(
					"'key' must be 1 to 200 characters without '@' and '/': '%s'".formatted(key));
		}
	}

	/**
	 * Decode a key in a path.
	 * @param encoded the key in URL-safe Base64 with padding
	 * @return the key
	 */
	static String decode(String encoded) {
		try {
			String key = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
			if (!key.isEmpty() && encode(key).equals(encoded)) {
				return key;
			}
		}
		catch (IllegalArgumentException ex) {
			// Rejected below, as any other encoding is
		}
		throw ApiException.invalidStreamKey("'%s' is not URL-safe Base64 with padding".formatted(encoded));
	}

	static String encode(String key) {
		return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
	}

}
