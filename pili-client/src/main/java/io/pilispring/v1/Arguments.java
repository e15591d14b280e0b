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

package io.pilispring.v1;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.internal.Ascii;
import io.pilispring.internal.SafeText;

/**
 * Checks arguments before anything is sent. Blank counts as absent.
 */
final class Arguments {

	private static final int MAX_ID_LENGTH = 400;

	private static final Pattern TITLE = Pattern.compile("[A-Za-z0-9_-]{4,200}");

	private static final int MAX_HUB_LENGTH = 200;

	static final int MAX_MARKER_LENGTH = 2000;

	private static final int MAX_KEY_LENGTH = 500;

	private static final int MAX_URL_LENGTH = 2000;

	private Arguments() {
	}

	static String id(@Nullable String id) {
		Assert.isTrue(isId(id), () -> "'id' must be letters, digits, '_', '-' and '.', but is " + quote(id));
		return id;
	}

	@Contract("null -> false")
	static boolean isId(@Nullable String id) {
		return id != null && isSegment(id, MAX_ID_LENGTH);
	}

	static String hub(@Nullable String hub) {
		Assert.isTrue(hub != null && isSegment(hub, MAX_HUB_LENGTH),
				() -> "'hub' must be letters, digits, '_', '-' and '.', but is " + quote(hub));
		return hub;
	}

	// A segment of a path, where "." and ".." would lead to another path
	private static boolean isSegment(String text, int maxLength) {
		return !text.isEmpty() && text.length() <= maxLength && Ascii.isMadeOf(text, "_-.") && !text.equals(".")
				&& !text.equals("..");
	}

	static @Nullable String title(@Nullable String title) {
		Assert.isTrue(!StringUtils.hasText(title) || TITLE.matcher(title).matches(),
				() -> "'title' must be 4 to 200 letters, digits, '_' and '-', but is " + quote(title));
		return present(title);
	}

	// The message omits the value, because it is a secret
	static @Nullable String publishKey(@Nullable String publishKey) {
		Assert.isTrue(!StringUtils.hasText(publishKey) || isPlain(publishKey, MAX_KEY_LENGTH),
				() -> "'publishKey' must be " + plain(MAX_KEY_LENGTH));
		return present(publishKey);
	}

	static @Nullable PublishSecurity publishSecurity(@Nullable PublishSecurity publishSecurity) {
		text("publishSecurity", (publishSecurity != null) ? publishSecurity.value() : null, 100);
		return publishSecurity;
	}

	// PILI created it, so anything that can be encoded is allowed
	static @Nullable String marker(@Nullable String marker) {
		Assert.isTrue(!StringUtils.hasText(marker) || isMarker(marker), () -> "'marker' must be at most "
				+ MAX_MARKER_LENGTH + " characters of well-formed text, but is " + quote(marker));
		return present(marker);
	}

	static boolean isMarker(String marker) {
		return marker.length() <= MAX_MARKER_LENGTH && isWellFormed(marker);
	}

	// The message omits the parts that may be a secret
	static @Nullable String notifyUrl(@Nullable String notifyUrl) {
		Assert.isTrue(!StringUtils.hasText(notifyUrl) || isHttpUrl(notifyUrl),
				() -> "'notifyUrl' must be an 'http://' or 'https://' URL of at most %d characters, but is %s"
					.formatted(MAX_URL_LENGTH, quote(shown(String.valueOf(notifyUrl)))));
		return present(notifyUrl);
	}

	private static String shown(String url) {
		int end = 0;
		while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
			end++;
		}
		return SafeText.withoutUserInfo(url.substring(0, end)) + ((end < url.length()) ? "******" : "");
	}

	private static boolean isHttpUrl(String text) {
		try {
			if (text.length() > MAX_URL_LENGTH) {
				return false;
			}
			URI uri = new URI(text);
			boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
			return http && uri.getRawAuthority() != null && isPlain(text, MAX_URL_LENGTH);
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	static @Nullable String text(String name, @Nullable String text, int maxLength) {
		Assert.isTrue(!StringUtils.hasText(text) || isPlain(text, maxLength),
				() -> "'" + name + "' must be " + plain(maxLength) + ", but is " + quote(text));
		return present(text);
	}

	static String required(String name, @Nullable String text) {
		Assert.hasText(text, () -> "'" + name + "' must not be blank, but is " + quote(text));
		return text;
	}

	private static @Nullable String present(@Nullable String text) {
		return (StringUtils.hasText(text)) ? text : null;
	}

	private static String plain(int maxLength) {
		return "at most " + maxLength + " characters of well-formed text without control characters";
	}

	private static boolean isPlain(String text, int maxLength) {
		return text.length() <= maxLength && isWellFormed(text)
				&& text.chars()
					.noneMatch((c) -> Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR
							|| Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
	}

	// An unpaired surrogate can be sent neither in a URL nor in JSON
	private static boolean isWellFormed(String text) {
		return StandardCharsets.UTF_8.newEncoder().canEncode(text);
	}

	static int positive(String name, int number) {
		Assert.isTrue(number > 0, () -> "'" + name + "' must be positive, but is " + number);
		return number;
	}

	static @Nullable Long seconds(@Nullable Instant instant) {
		return (instant != null) ? instant.getEpochSecond() : null;
	}

	/**
	 * Check a range in whole seconds, as it is sent.
	 * @param start the start
	 * @param end the end
	 */
	static void range(@Nullable Instant start, @Nullable Instant end) {
		Assert.isTrue((start == null) == (end == null),
				() -> "'start' and 'end' must be given both or neither, but are %s and %s".formatted(start, end));
		Assert.isTrue(start == null || end == null || start.getEpochSecond() < end.getEpochSecond(),
				() -> "'start' must be at least a second before 'end', but they are %s and %s".formatted(start, end));
	}

	private static String quote(@Nullable String value) {
		return (value != null) ? "'" + OneLine.of(value, 100) + "'" : "null";
	}

}
