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

package io.pilispring.v2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.Ascii;

/**
 * The key of a stream, which is chosen by the application.
 */
final class StreamKey {

	private static final int MAX_LENGTH = 200;

	private static final int MAX_FOREIGN_LENGTH = 400;

	private StreamKey() {
	}

	/**
	 * Check the key of a stream to create, or to create a URL for.
	 * @param key the key
	 * @return the key
	 */
	static String check(@Nullable String key) {
		Assert.isTrue(key != null && !key.isEmpty() && key.length() <= MAX_LENGTH && Ascii.isMadeOf(key, "_-"),
				() -> "'key' must be 1 to 200 letters, digits, '_' and '-', but is " + Arguments.quote(key));
		return key;
	}

	/**
	 * Check the key of a stream that may have been created by a push, which allows other
	 * keys.
	 * @param key the key
	 * @return the key
	 */
	static String checkForeign(@Nullable String key) {
		return Arguments.required("key", Arguments.text("key", key, MAX_FOREIGN_LENGTH));
	}

	static boolean isForeign(@Nullable String key) {
		try {
			checkForeign(key);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Encode a key as a segment of a path.
	 * @param key the key
	 * @return its bytes in URL-safe base64 with padding
	 */
	static String encode(String key) {
		return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
	}

}
