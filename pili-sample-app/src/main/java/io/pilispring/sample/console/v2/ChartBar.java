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

import java.time.Instant;
import java.util.Locale;

/**
 * The bar of a period in a chart.
 *
 * @param start the start of the period
 * @param value the value
 * @param x where it stands
 * @param y where it starts
 * @param width how wide it is
 * @param height how high it is
 */
record ChartBar(Instant start, long value, String x, String y, String width, String height) {

	private static final double GAP = 0.2;

	static ChartBar of(Instant start, long value, long most, int period, int count) {
		double width = 100.0 / count;
		double height = (most > 0) ? value * 100.0 / most : 0;
		return new ChartBar(start, value, percent(width * (period + GAP / 2)), percent(100 - height),
				percent(width * (1 - GAP)), percent(height));
	}

	private static String percent(double value) {
		return String.format(Locale.ROOT, "%.2f%%", value);
	}

}
