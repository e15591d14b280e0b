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
import java.util.Arrays;

/**
 * The periods that the chart of viewers is divided into.
 */
enum ViewerPeriod {

	/**
	 * The hours of a day.
	 */
	HOUR(Duration.ofHours(1), 24),

	/**
	 * The days of a week.
	 */
	DAY(Duration.ofDays(1), 7);

	private final Duration length;

	private final int count;

	ViewerPeriod(Duration length, int count) {
		this.length = length;
		this.count = count;
	}

	static ViewerPeriod of(String name) {
		return Arrays.stream(values())
			.filter((period) -> period.name().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'by' must be 'hour' or 'day'"));
	}

	Duration length() {
		return this.length;
	}

	int count() {
		return this.count;
	}

}
