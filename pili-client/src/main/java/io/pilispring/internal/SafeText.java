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

import java.util.regex.Pattern;

/**
 * Makes external text safe for messages and logs: one line, short, without keys.
 *
 * @since 0.1.0
 */
public final class SafeText {

	private static final int MAX_LENGTH = 300;

	private static final String ASSIGNMENT = "[\"']?(?:publish|secret)[_-]?key\\\\*[\"']?\\s*[:=]\\s*";

	// In JSON, also embedded in JSON text and with values that are not text; in the text
	// of
	// programs, forms, queries and XML; and signatures
	private static final Pattern SECRETS = Pattern.compile("(" + ASSIGNMENT + "\\\\*\")(?:[^\"\\\\]|\\\\.)*+" + "|("
			+ ASSIGNMENT + "\\\\*')(?:[^'\\\\]|\\\\.)*+" + "|(" + ASSIGNMENT
			+ ")(?:[\\[{].*|[^\\s\"'\\\\,}&][^\\s,}&]*+)" + "|((?:[?&]key|[?&]token)=)[^&\"\\s]*"
			+ "|(<(?:publish|secret)[_-]?key\\s*>)[^<]*+" + "|(\\bQiniu\\s+[A-Za-z0-9_-]*+:)[A-Za-z0-9_=-]*+",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private SafeText() {
	}

	// A fast path for request ids, which every response has
	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c <= ' ' || c >= 0x7F || c == '"' || c == '=' || c == ':' || c == '<') {
				return false;
			}
		}
		return text.length() <= MAX_LENGTH;
	}

	/**
	 * Make text safe for a message.
	 * @param text the text, from a response or an exception
	 * @return the text in one line of at most 300 characters, with keys masked
	 */
	public static String of(String text) {
		if (isPlain(text)) {
			return text;
		}
		// Keys are masked before the cut, so that a cut never leaves half of one
		String start = text.substring(0, Math.min(text.length(), 8 * MAX_LENGTH));
		String masked = SECRETS.matcher(start).replaceAll("$1$2$3$4$5$6******");
		StringBuilder safe = new StringBuilder(MAX_LENGTH);
		masked.codePoints().limit(MAX_LENGTH).forEach((codePoint) -> {
			boolean printable = !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.FORMAT
					&& Character.getType(codePoint) != Character.SURROGATE
					&& Character.getType(codePoint) != Character.LINE_SEPARATOR
					&& Character.getType(codePoint) != Character.PARAGRAPH_SEPARATOR;
			safe.appendCodePoint((printable) ? codePoint : ' ');
		});
		if (safe.length() < text.length() && masked.codePointCount(0, masked.length()) > MAX_LENGTH) {
			safe.append("...");
		}
		return safe.toString().strip();
	}

	/**
	 * Mask the user info of a URL, which may hold a password. Takes time in proportion to
	 * the length of the text, whatever it is.
	 * @param url the URL, or text that should have been one
	 * @return the URL with everything masked between the scheme and the last {@code @}
	 */
	public static String withoutUserInfo(String url) {
		int at = url.lastIndexOf('@');
		int scheme = url.indexOf("://");
		int start = (scheme >= 0 && scheme < at) ? scheme + 3 : 0;
		return (at >= 0) ? url.substring(0, start) + "******" + url.substring(at) : url;
	}

}
