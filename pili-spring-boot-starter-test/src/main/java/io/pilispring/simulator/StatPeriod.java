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

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A period of statistics, from its start to before its end.
 *
 * @param start the start, in the time of PILI
 * @param end the end
 */
record StatPeriod(LocalDateTime start, LocalDateTime end) {

	static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

	private static final int MINUTES = 5;

	private static final int MAX_PERIODS = 10_000;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

	/**
	 * Return a period as one of the list that a client asks for.
	 * @param begin the first day or second
	 * @param end the day or the second after the last
	 * @param granularity how long each period is
	 * @return the periods
	 */
	static List<StatPeriod> parse(String begin, String end, @Nullable String granularity) {
		LocalDateTime from = parse("begin", begin);
		LocalDateTime to = parse("end", end);
		if (!from.isBefore(to)) {
			throw ApiException.invalidArgs("'begin' must be before 'end': %s and %s".formatted(begin, end));
		}
		List<StatPeriod> periods = new ArrayList<>();
		LocalDateTime start = truncate(from, granularity);
		while (start.isBefore(to)) {
			LocalDateTime next = next(start, granularity);
			periods.add(new StatPeriod((start.isBefore(from)) ? from : start, (next.isAfter(to)) ? to : next));
			start = next;
			if (periods.size() > MAX_PERIODS) {
				throw ApiException.invalidArgs("more than %d periods".formatted(MAX_PERIODS));
			}
		}
		return periods;
	}

	private static LocalDateTime parse(String name, String text) {
		try {
			return (text.length() == 8) ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay()
					: LocalDateTime.parse(text, TIME);
		}
		catch (DateTimeParseException ex) {
			throw ApiException.invalidArgs("'%s' must be yyyyMMdd or yyyyMMddHHmmss: '%s'".formatted(name, text));
		}
	}

	private static LocalDateTime truncate(LocalDateTime time, @Nullable String granularity) {
		return switch (String.valueOf(granularity)) {
			case "5min" -> time.truncatedTo(ChronoUnit.MINUTES).minusMinutes(time.getMinute() % MINUTES);
			case "hour" -> time.truncatedTo(ChronoUnit.HOURS);
			case "day" -> time.truncatedTo(ChronoUnit.DAYS);
			case "month" -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
			default ->
				throw ApiException.invalidArgs("'g' must be 5min, hour, day or month: '%s'".formatted(granularity));
		};
	}

	private static LocalDateTime next(LocalDateTime start, @Nullable String granularity) {
		return switch (String.valueOf(granularity)) {
			case "5min" -> start.plusMinutes(MINUTES);
			case "hour" -> start.plusHours(1);
			case "day" -> start.plusDays(1);
			default -> start.plusMonths(1);
		};
	}

}
