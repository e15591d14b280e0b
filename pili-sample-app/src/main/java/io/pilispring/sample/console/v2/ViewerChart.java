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

package io.pilispring.sample.console.v2;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.pilispring.v2.LiveHub;
import io.pilispring.v2.ViewerSample;

/**
 * The most viewers that a hub had at a time in each period, as bars.
 *
 * @param start where the chart starts
 * @param end where it ends
 * @param most the most viewers of all
 * @param bars the periods, oldest first
 */
record ViewerChart(Instant start, Instant end, long most, List<ChartBar> bars) {

	private static final int PAGE_SIZE = 5000;

	static List<ViewerSample> history(LiveHub hub, ViewerPeriod by, Instant end) {
		Instant start = start(by, end);
		try (Stream<ViewerSample> samples = hub
			.viewerHistory((query) -> query.start(start).end(end).pageSize(PAGE_SIZE))) {
			return samples.toList();
		}
	}

	// PILI counts every five minutes, so what is now may be in no count yet
	static ViewerChart of(List<ViewerSample> history, ViewerPeriod by, ViewerSample now) {
		return of(Stream.concat(history.stream(), Stream.of(now)), by, start(by, now.time()), now.time());
	}

	private static Instant start(ViewerPeriod by, Instant end) {
		return end.minus(by.length().multipliedBy(by.count()));
	}

	static ViewerChart of(Stream<ViewerSample> samples, ViewerPeriod by, Instant start, Instant end) {
		long[] peaks = new long[by.count()];
		samples.forEach((sample) -> {
			if (!sample.time().isBefore(start) && !sample.time().isAfter(end)) {
				int period = (int) (Duration.between(start, sample.time()).toSeconds() / by.length().toSeconds());
				int index = Math.min(period, peaks.length - 1);
				peaks[index] = Math.max(peaks[index], sample.viewers().count());
			}
		});
		long most = 0;
		for (long peak : peaks) {
			most = Math.max(most, peak);
		}
		List<ChartBar> bars = new ArrayList<>();
		for (int period = 0; period < peaks.length; period++) {
			bars.add(ChartBar.of(start.plus(by.length().multipliedBy(period)), peaks[period], most, period,
					peaks.length));
		}
		return new ViewerChart(start, end, most, bars);
	}

}
