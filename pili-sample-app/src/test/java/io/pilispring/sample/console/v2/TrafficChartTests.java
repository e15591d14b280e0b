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
import java.util.List;

import org.junit.jupiter.api.Test;

import io.pilispring.v2.statistics.StatisticsPoint;
import io.pilispring.v2.statistics.Traffic;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrafficChart}.
 */
class TrafficChartTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final Duration HOUR = Duration.ofHours(1);

	@Test
	void bytesOfAPeriodAreABitRate() {
		TrafficChart chart = TrafficChart.of(List.of(point(0, 450_000_000), point(1, 225_000_000)), HOUR);
		assertThat(chart.most()).isEqualTo("1000 kbps");
		assertThat(chart.bars()).containsExactly(new ChartBar(START, 1_000_000, "5.00%", "0.00%", "40.00%", "100.00%"),
				new ChartBar(START.plus(HOUR), 500_000, "55.00%", "50.00%", "40.00%", "50.00%"));
	}

	@Test
	void nothingIsNoHeight() {
		assertThat(TrafficChart.of(List.of(), HOUR).bars()).isEmpty();
		TrafficChart chart = TrafficChart.of(List.of(point(0, 0)), HOUR);
		assertThat(chart.most()).isEqualTo("0 kbps");
		assertThat(chart.bars()).extracting(ChartBar::height).containsExactly("0.00%");
	}

	private static StatisticsPoint<Traffic> point(int hour, long bytes) {
		return new StatisticsPoint<>(START.plus(HOUR.multipliedBy(hour)), new Traffic(bytes));
	}

}
