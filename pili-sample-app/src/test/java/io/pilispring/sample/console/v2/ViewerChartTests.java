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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.pilispring.v2.ViewerCount;
import io.pilispring.v2.ViewerSample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ViewerChart}.
 */
class ViewerChartTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	@Test
	void barIsTheMostOfItsPeriod() {
		ViewerChart chart = hours(sample(0, 3), sample(5, 8), sample(55, 1), sample(60, 4));
		assertThat(chart.most()).isEqualTo(8);
		assertThat(chart.bars()).hasSize(24).extracting(ChartBar::value).startsWith(8L, 4L, 0L);
		assertThat(chart.bars().get(0)).isEqualTo(new ChartBar(START, 8, "0.42%", "0.00%", "3.33%", "100.00%"));
		assertThat(chart.bars().get(1))
			.isEqualTo(new ChartBar(START.plus(Duration.ofHours(1)), 4, "4.58%", "50.00%", "3.33%", "50.00%"));
		assertThat(chart.bars().get(2).height()).isEqualTo("0.00%");
	}

	@Test
	void endBelongsToTheLastPeriodAndWhatIsOutsideToNone() {
		ViewerChart chart = hours(sample(-1, 9), sample(24 * 60, 5), sample(24 * 60 + 1, 9));
		assertThat(chart.most()).isEqualTo(5);
		assertThat(chart.bars().get(23).value()).isEqualTo(5);
		assertThat(chart.bars().get(0).value()).isZero();
	}

	@Test
	void withoutViewersAllIsZero() {
		ViewerChart chart = hours(sample(0, 0));
		assertThat(chart.most()).isZero();
		assertThat(chart.bars()).extracting(ChartBar::height).containsOnly("0.00%");
	}

	@Test
	void daysAreTheWeek() {
		Instant end = START.plus(Duration.ofDays(7));
		List<ChartBar> bars = ViewerChart.of(Stream.of(sample(24 * 60, 2)), ViewerPeriod.DAY, START, end).bars();
		assertThat(bars).extracting(ChartBar::value).containsExactly(0L, 2L, 0L, 0L, 0L, 0L, 0L);
	}

	@Test
	void periodIsReadWhateverItsCase() {
		assertThat(ViewerPeriod.of("day")).isEqualTo(ViewerPeriod.DAY);
		assertThat(ViewerPeriod.of("HOUR")).isEqualTo(ViewerPeriod.HOUR);
		assertThatIllegalArgumentException().isThrownBy(() -> ViewerPeriod.of("year"))
			.withMessage("'by' must be 'hour' or 'day'");
	}

	private static ViewerChart hours(ViewerSample... samples) {
		return ViewerChart.of(Stream.of(samples), ViewerPeriod.HOUR, START, START.plus(Duration.ofHours(24)));
	}

	private static ViewerSample sample(int minute, long count) {
		return new ViewerSample(START.plus(Duration.ofMinutes(minute)), new ViewerCount(count, 0));
	}

}
