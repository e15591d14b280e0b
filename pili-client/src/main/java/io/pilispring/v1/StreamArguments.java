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
import org.springframework.lang.Contract;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.internal.Arguments;
import io.pilispring.url.PublishSecurity;

/**
 * Checks the arguments that only this version of the API has.
 */
final class StreamArguments {

	private static final int MAX_ID_LENGTH = 400;

	private static final Pattern TITLE = Pattern.compile("[A-Za-z0-9_-]{4,200}");

	private StreamArguments() {
	}

	static String id(@Nullable String id) {
		return Arguments.segment("id", id, MAX_ID_LENGTH);
	}

	@Contract("null -> false")
	static boolean isId(@Nullable String id) {
		return Arguments.isSegment(id, MAX_ID_LENGTH);
	}

	static @Nullable String title(@Nullable String title) {
		Assert.isTrue(!StringUtils.hasText(title) || TITLE.matcher(title).matches(),
				() -> "'title' must be 4 to 200 letters, digits, '_' and '-', but is " + Arguments.quote(title));
		return (StringUtils.hasText(title)) ? title : null;
	}

	static @Nullable PublishSecurity publishSecurity(@Nullable PublishSecurity publishSecurity) {
		Arguments.text("publishSecurity", (publishSecurity != null) ? publishSecurity.value() : null, 100);
		return publishSecurity;
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

}
