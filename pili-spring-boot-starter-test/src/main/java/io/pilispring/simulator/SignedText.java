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
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The text that the signature of a request covers.
 */
final class SignedText {

	private static final String OCTET_STREAM = "application/octet-stream";

	private static final Pattern SIGNED_HEADER = Pattern.compile("x-qiniu-.+", Pattern.CASE_INSENSITIVE);

	private static final Pattern FIRST_LETTER = Pattern.compile("(?:^|-)[a-z]");

	private SignedText() {
	}

	static byte[] head(String method, String target, String host, @Nullable String contentType,
			SortedMap<String, String> headers) {
		StringBuilder head = new StringBuilder();
		head.append(method).append(' ').append(target);
		head.append("\nHost: ").append(host);
		if (contentType != null) {
			head.append("\nContent-Type: ").append(contentType);
		}
		headers.forEach((name, value) -> head.append('\n').append(name).append(": ").append(value));
		head.append("\n\n");
		return head.toString().getBytes(StandardCharsets.UTF_8);
	}

	static byte[] body(@Nullable String contentType, byte[] body) {
		boolean signed = contentType != null && !OCTET_STREAM.equals(contentType);
		return (signed) ? body : new byte[0];
	}

	static boolean isSignedHeader(String name) {
		return SIGNED_HEADER.matcher(name).matches();
	}

	static String canonicalName(String name) {
		return FIRST_LETTER.matcher(name.toLowerCase(Locale.ROOT))
			.replaceAll((letter) -> letter.group().toUpperCase(Locale.ROOT));
	}

	static SortedMap<String, String> noHeaders() {
		return new TreeMap<>();
	}

}
