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

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Recorded segments along a line.
 *
 * @param start where the line starts, or {@code null} if nothing was recorded
 * @param end where the line ends
 * @param bars the segments along the line, oldest first
 * @param newestFirst the same, newest first
 */
public record Timeline(@Nullable Instant start, @Nullable Instant end, List<Bar> bars, List<Bar> newestFirst) {

	/**
	 * Lay ranges along a line.
	 * @param segments the ranges
	 * @return the line
	 */
	public static Timeline of(List<Range> segments) {
		if (segments.isEmpty()) {
			return new Timeline(null, null, List.of(), List.of());
		}
		Instant start = Collections.min(segments.stream().map(Range::start).toList());
		Instant end = Collections.max(segments.stream().map(Range::end).toList());
		double whole = Math.max(1, Duration.between(start, end).toSeconds());
		List<Bar> bars = segments.stream()
			.sorted(Comparator.comparing(Range::start))
			.map((segment) -> Bar.of(segment, Duration.between(start, segment.start()).toSeconds() / whole, whole))
			.toList();
		return new Timeline(start, end, bars,
				bars.stream().sorted(Comparator.comparing(Bar::start).reversed()).toList());
	}

	/**
	 * A segment along the line.
	 *
	 * @param start when it starts
	 * @param end when it ends
	 * @param duration how long it is
	 * @param x where it starts on the line
	 * @param width how much of the line it takes
	 */
	public record Bar(Instant start, Instant end, String duration, String x, String width) {

		private static final double SMALLEST = 0.4;

		static Bar of(Range segment, double offset, double whole) {
			long seconds = Duration.between(segment.start(), segment.end()).toSeconds();
			String duration = "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
			return new Bar(segment.start(), segment.end(), duration, percent(offset * 100),
					percent(Math.max(SMALLEST, seconds / whole * 100)));
		}

		private static String percent(double value) {
			return String.format(Locale.ROOT, "%.2f%%", value);
		}

	}

	/**
	 * A range of time.
	 *
	 * @param start the start
	 * @param end the end
	 */
	public record Range(Instant start, Instant end) {

	}

}
