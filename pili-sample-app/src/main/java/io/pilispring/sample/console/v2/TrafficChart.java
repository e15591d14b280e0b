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
import java.util.Locale;

import io.pilispring.sample.console.Rates;
import io.pilispring.v2.statistics.StatisticsPoint;
import io.pilispring.v2.statistics.Traffic;

/**
 * The average bandwidth of each period, as bars.
 *
 * @param most the most of all, for people
 * @param bars the periods, oldest first
 */
record TrafficChart(String most, List<Bar> bars) {

	private static final double GAP = 0.2;

	static TrafficChart of(List<StatisticsPoint<Traffic>> points, Duration period) {
		double most = points.stream().mapToDouble((point) -> rate(point, period)).max().orElse(0);
		double width = 100.0 / Math.max(1, points.size());
		List<Bar> bars = new ArrayList<>();
		for (StatisticsPoint<Traffic> point : points) {
			double rate = rate(point, period);
			double height = (most > 0) ? rate * 100 / most : 0;
			bars.add(new Bar(point.time(), text(rate), percent(width * (bars.size() + GAP / 2)), percent(100 - height),
					percent(width * (1 - GAP)), percent(height)));
		}
		return new TrafficChart(text(most), bars);
	}

	private static double rate(StatisticsPoint<Traffic> point, Duration period) {
		return point.values().bitsPerSecond(period);
	}

	private static String text(double bitsPerSecond) {
		return Rates.ofBits(Math.round(bitsPerSecond));
	}

	private static String percent(double value) {
		return String.format(Locale.ROOT, "%.2f%%", value);
	}

	/**
	 * The bar of a period.
	 *
	 * @param start the start of the period
	 * @param rate the average bandwidth
	 * @param x where it stands
	 * @param y where it starts
	 * @param width how wide it is
	 * @param height how high it is
	 */
	record Bar(Instant start, String rate, String x, String y, String width, String height) {

	}

}
