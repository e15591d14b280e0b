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

package io.pilispring.internal;

/**
 * Formats an external value on one line, so that it cannot forge a log line.
 *
 * @since 0.1.0
 */
public final class OneLine {

	private OneLine() {
	}

	/**
	 * Format a value of at most 400 characters.
	 * @param value the value
	 * @return the value on one line
	 */
	public static String of(String value) {
		return of(value, 400);
	}

	/**
	 * Format a value.
	 * @param value the value
	 * @param limit the number of characters after which it is cut
	 * @return the value on one line
	 */
	public static String of(String value, int limit) {
		StringBuilder line = new StringBuilder();
		value.codePoints().limit(limit).forEach((codePoint) -> {
			if (codePoint >= ' ' && codePoint < 0x7F) {
				line.appendCodePoint(codePoint);
			}
			else {
				line.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
			}
		});
		return line.append((value.codePointCount(0, value.length()) > limit) ? "..." : "").toString();
	}

}
