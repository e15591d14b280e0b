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

package io.pilispring.sample.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Reads times as people enter them: without a zone, which the browser adds.
 */
public final class LocalTime {

	private LocalTime() {
	}

	/**
	 * Read a time.
	 * @param time the time as people enter it, or {@code null}
	 * @param zone the time zone, or {@code null} for UTC
	 * @return the time, or {@code null} if none was entered
	 * @throws IllegalArgumentException if it is no time
	 */
	public static @Nullable Instant read(@Nullable String time, @Nullable String zone) {
		if (time == null || time.isBlank()) {
			return null;
		}
		try {
			return LocalDateTime.parse(time).atZone(zone(zone)).toInstant();
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("'%s' is no time".formatted(time), ex);
		}
	}

	/**
	 * Read a time that is required.
	 * @param time the time as people enter it
	 * @param zone the time zone, or {@code null} for UTC
	 * @return the time
	 * @throws IllegalArgumentException if it is no time, or none was entered
	 */
	public static Instant required(String time, @Nullable String zone) {
		Instant instant = read(time, zone);
		if (instant == null) {
			throw new IllegalArgumentException("'start' and 'end' must be given both");
		}
		return instant;
	}

	private static ZoneId zone(@Nullable String zone) {
		return (zone != null && !zone.isBlank()) ? ZoneId.of(zone) : ZoneOffset.UTC;
	}

}
