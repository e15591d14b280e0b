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

package io.pilispring.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * The {@code Retry-After} header, which is a number of seconds or a date. A date is
 * compared with that of the response, so that neither clock needs to be right.
 */
final class RetryAfter {

	private RetryAfter() {
	}

	static @Nullable Duration parse(@Nullable String retryAfter, @Nullable String date) {
		if (retryAfter == null) {
			return null;
		}
		if (retryAfter.matches("\\d{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(retryAfter));
		}
		Instant until = instant(retryAfter);
		if (until == null) {
			return null;
		}
		Instant sentAt = (date != null) ? instant(date) : null;
		Duration wait = Duration.between((sentAt != null) ? sentAt : Instant.now(), until);
		return (wait.isNegative()) ? Duration.ZERO : wait;
	}

	private static @Nullable Instant instant(String date) {
		try {
			return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
