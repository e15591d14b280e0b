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

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Checks arguments before anything is sent. Blank counts as absent. Every check throws an
 * {@link IllegalArgumentException} that names the argument.
 *
 * @since 0.1.0
 */
public final class Arguments {

	private static final int MAX_HUB_LENGTH = 200;

	private static final int MAX_MARKER_LENGTH = 2000;

	private static final int MAX_KEY_LENGTH = 500;

	private static final int MAX_URL_LENGTH = 2000;

	private Arguments() {
	}

	/**
	 * Check the name of a hub.
	 * @param hub the name
	 * @return the name
	 */
	public static String hub(@Nullable String hub) {
		return segment("hub", hub, MAX_HUB_LENGTH);
	}

	/**
	 * Check a name that is sent as a segment of a path.
	 * @param name the name of the argument
	 * @param segment the segment
	 * @param maxLength the maximum number of characters
	 * @return the segment
	 */
	public static String segment(String name, @Nullable String segment, int maxLength) {
		Assert.isTrue(isSegment(segment, maxLength),
				() -> "'" + name + "' must be letters, digits, '_', '-' and '.', but is " + quote(segment));
		return segment;
	}

	/**
	 * Return whether text can be sent as a segment of a path. Neither {@code .} nor
	 * {@code ..} can, because they would lead to another path.
	 * @param text the text
	 * @param maxLength the maximum number of characters
	 * @return whether it consists of letters, digits, {@code _}, {@code -} and {@code .}
	 */
	@Contract("null, _ -> false")
	public static boolean isSegment(@Nullable String text, int maxLength) {
		return text != null && !text.isEmpty() && text.length() <= maxLength && Ascii.isMadeOf(text, "_-.")
				&& !text.equals(".") && !text.equals("..");
	}

	/**
	 * Check a publish key. The message omits the value, because it is a secret.
	 * @param publishKey the publish key
	 * @return the publish key, or {@code null} if it is blank
	 */
	public static @Nullable String publishKey(@Nullable String publishKey) {
		Assert.isTrue(!StringUtils.hasText(publishKey) || isPlain(publishKey, MAX_KEY_LENGTH),
				() -> "'publishKey' must be " + plain(MAX_KEY_LENGTH));
		return present(publishKey);
	}

	/**
	 * Check the marker of a page. The service created it, so anything that can be encoded
	 * is valid.
	 * @param marker the marker
	 * @return the marker, or {@code null} if it is blank
	 */
	public static @Nullable String marker(@Nullable String marker) {
		Assert.isTrue(!StringUtils.hasText(marker) || isMarker(marker), () -> "'marker' must be at most "
				+ MAX_MARKER_LENGTH + " characters of well-formed text, but is " + quote(marker));
		return present(marker);
	}

	/**
	 * Return whether a marker can be sent.
	 * @param marker the marker
	 * @return whether it is valid
	 */
	public static boolean isMarker(String marker) {
		return marker.length() <= MAX_MARKER_LENGTH && isWellFormed(marker);
	}

	/**
	 * Check a URL to notify. The message omits the parts that may be a secret.
	 * @param notifyUrl the URL
	 * @return the URL, or {@code null} if it is blank
	 */
	public static @Nullable String notifyUrl(@Nullable String notifyUrl) {
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

	/**
	 * Check text that may be absent.
	 * @param name the name of the argument
	 * @param text the text
	 * @param maxLength the maximum number of characters
	 * @return the text, or {@code null} if it is blank
	 */
	public static @Nullable String text(String name, @Nullable String text, int maxLength) {
		Assert.isTrue(!StringUtils.hasText(text) || isPlain(text, maxLength),
				() -> "'" + name + "' must be " + plain(maxLength) + ", but is " + quote(text));
		return present(text);
	}

	/**
	 * Check that text is not blank.
	 * @param name the name of the argument
	 * @param text the text
	 * @return the text
	 */
	public static String required(String name, @Nullable String text) {
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

	/**
	 * Check that a number is positive.
	 * @param name the name of the argument
	 * @param number the number
	 * @return the number
	 */
	public static int positive(String name, int number) {
		Assert.isTrue(number > 0, () -> "'" + name + "' must be positive, but is " + number);
		return number;
	}

	/**
	 * Return a time in unix seconds.
	 * @param instant the time, or {@code null}
	 * @return the seconds, or {@code null}
	 */
	public static @Nullable Long seconds(@Nullable Instant instant) {
		return (instant != null) ? instant.getEpochSecond() : null;
	}

	/**
	 * Quote a value for a message, on one line and not too long.
	 * @param value the value
	 * @return the quoted value
	 */
	public static String quote(@Nullable String value) {
		return (value != null) ? "'" + OneLine.of(value, 100) + "'" : "null";
	}

}
