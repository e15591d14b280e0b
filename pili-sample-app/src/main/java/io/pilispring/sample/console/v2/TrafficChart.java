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
import java.util.List;
import java.util.stream.IntStream;

import io.pilispring.sample.console.Rates;
import io.pilispring.v2.statistics.StatisticsPoint;
import io.pilispring.v2.statistics.Traffic;

/**
 * The average bandwidth of each period, as bars.
 *
 * @param most the most of all, for people
 * @param bars the periods, oldest first
 */
record TrafficChart(String most, List<ChartBar> bars) {

	static TrafficChart of(List<StatisticsPoint<Traffic>> points, Duration period) {
		List<Long> rates = points.stream().map((point) -> Math.round(point.values().bitsPerSecond(period))).toList();
		long most = rates.stream().mapToLong(Long::longValue).max().orElse(0);
		List<ChartBar> bars = IntStream.range(0, rates.size())
			.mapToObj((index) -> ChartBar.of(points.get(index).time(), rates.get(index), most, index, rates.size()))
			.toList();
		return new TrafficChart(Rates.ofBits(most), bars);
	}

}
