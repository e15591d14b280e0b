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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryAfter}.
 */
class RetryAfterTests {

	private static final String DATE = "Sat, 01 Jan 2000 00:00:00 GMT";

	@ParameterizedTest
	@CsvSource({ "0,0", "7,7", "007,7", "999999999,999999999" })
	void secondsAreRead(String retryAfter, long seconds) {
		assertThat(RetryAfter.parse(retryAfter, null)).isEqualTo(Duration.ofSeconds(seconds));
		assertThat(RetryAfter.parse(retryAfter, DATE)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "-1", "1.5", "soon", "9999999999", "2000-01-01", "Sat, 32 Jan 2000 00:00:07 GMT" })
	void whatIsNeitherSecondsNorADateIsIgnored(@Nullable String retryAfter) {
		assertThat(RetryAfter.parse(retryAfter, DATE)).isNull();
	}

	@Test
	void dateIsComparedWithThatOfTheResponse() {
		assertThat(RetryAfter.parse("Sat, 01 Jan 2000 00:00:07 GMT", DATE)).isEqualTo(Duration.ofSeconds(7));
		assertThat(RetryAfter.parse(DATE, DATE)).isZero();
		assertThat(RetryAfter.parse("Fri, 31 Dec 1999 23:59:59 GMT", DATE)).isZero();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "today" })
	void dateIsComparedWithTheClockIfTheResponseHasNone(@Nullable String date) {
		String inAnHour = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
		assertThat(RetryAfter.parse(inAnHour, date)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
	}

}
