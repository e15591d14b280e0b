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

import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Checks arguments before anything is sent. Blank counts as absent.
 */
final class Arguments {

	private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9_.-]{1,400}");

	private static final Pattern TITLE = Pattern.compile("[A-Za-z0-9_-]{4,200}");

	private static final Pattern HUB = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9_.-]{1,200}");

	private Arguments() {
	}

	static String id(@Nullable String id) {
		Assert.isTrue(id != null && ID.matcher(id).matches(),
				() -> "'id' must be letters, digits, '_', '-' and '.', but is " + quote(id));
		return id;
	}

	static String hub(@Nullable String hub) {
		Assert.isTrue(hub != null && HUB.matcher(hub).matches(),
				() -> "'hub' must be letters, digits, '_', '-' and '.', but is " + quote(hub));
		return hub;
	}

	static @Nullable String title(@Nullable String title) {
		Assert.isTrue(!StringUtils.hasText(title) || TITLE.matcher(title).matches(),
				() -> "'title' must be 4 to 200 letters, digits, '_' and '-', but is " + quote(title));
		return text(title);
	}

	// Without the value in the message, because it is a secret
	static @Nullable String publishKey(@Nullable String publishKey) {
		Assert.isTrue(!StringUtils.hasText(publishKey) || publishKey.chars().noneMatch(Character::isISOControl),
				"'publishKey' must not have control characters");
		return text(publishKey);
	}

	static @Nullable String text(@Nullable String text) {
		return (StringUtils.hasText(text)) ? text : null;
	}

	static String required(String name, @Nullable String text) {
		Assert.hasText(text, () -> "'" + name + "' must not be blank, but is " + quote(text));
		return text;
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

	// Quoted on one line: a value from outside must not forge a line of a log
	private static String quote(@Nullable String value) {
		if (value == null) {
			return "null";
		}
		StringBuilder quoted = new StringBuilder("'");
		value.codePoints().limit(100).forEach((codePoint) -> {
			if (codePoint >= ' ' && codePoint < 0x7F) {
				quoted.appendCodePoint(codePoint);
			}
			else {
				quoted.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
			}
		});
		return quoted.append((value.codePointCount(0, value.length()) > 100) ? "...'" : "'").toString();
	}

}
