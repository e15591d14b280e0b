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
 * Checks the characters of text, where a pattern would take longer than the rest of a
 * call.
 *
 * @since 0.1.0
 */
public final class Ascii {

	private Ascii() {
	}

	/**
	 * Return whether text consists of ASCII letters, digits and the given punctuation.
	 * @param text the text
	 * @param punctuation the punctuation
	 * @return whether it has no other characters
	 */
	public static boolean isMadeOf(String text, String punctuation) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!isLetterOrDigit(c) && punctuation.indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLetterOrDigit(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
	}

}
