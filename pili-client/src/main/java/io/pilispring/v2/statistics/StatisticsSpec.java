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

package io.pilispring.v2.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.Arguments;
import io.pilispring.transport.ApiRequest;

/**
 * Specifies what statistics to get: the range and its periods, and filters. A time is
 * sent in the time zone of PILI's days, {@code +08:00}.
 *
 * @param <D> what the statistics are filtered by
 * @since 0.1.0
 */
public final class StatisticsSpec<D extends Dimension> {

	private static final int MAX_VALUE_LENGTH = 255;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
		.withZone(ZoneOffset.ofHours(8));

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

	private @Nullable String begin;

	private @Nullable String end;

	private Granularity granularity = Granularity.DAY;

	private final Map<D, List<String>> filters = new LinkedHashMap<>();

	StatisticsSpec() {
	}

	/**
	 * Set the range. Required. Data arrives about five minutes late.
	 * @param begin the first time of the range, in whole seconds
	 * @param end the time after the range, in whole seconds
	 * @return this spec
	 * @throws IllegalArgumentException if the end is not after the begin
	 */
	public StatisticsSpec<D> between(Instant begin, Instant end) {
		Assert.isTrue(begin != null && end != null && begin.getEpochSecond() < end.getEpochSecond(),
				() -> "'begin' must be at least a second before 'end', but they are %s and %s".formatted(begin, end));
		this.begin = TIME.format(begin);
		this.end = TIME.format(end);
		return this;
	}

	/**
	 * Set the range in whole days of PILI. Required, unless a range of times is set.
	 * @param begin the first day of the range
	 * @param end the day after the range
	 * @return this spec
	 * @throws IllegalArgumentException if the end is not after the begin
	 */
	public StatisticsSpec<D> between(LocalDate begin, LocalDate end) {
		Assert.isTrue(begin != null && end != null && begin.isBefore(end),
				() -> "'begin' must be before 'end', but they are %s and %s".formatted(begin, end));
		this.begin = DATE.format(begin);
		this.end = DATE.format(end);
		return this;
	}

	/**
	 * Set the length of the periods. The default is a day.
	 * @param granularity the granularity
	 * @return this spec
	 */
	public StatisticsSpec<D> granularity(Granularity granularity) {
		Assert.notNull(granularity, "'granularity' must not be null");
		this.granularity = granularity;
		return this;
	}

	/**
	 * Count only what has one of the given values.
	 * @param dimension the dimension
	 * @param values the values, each at most 255 characters
	 * @return this spec
	 * @throws IllegalArgumentException if a value is blank, too long, or starts with
	 * {@code !}
	 */
	public StatisticsSpec<D> only(D dimension, String... values) {
		return filter(dimension, "", values);
	}

	/**
	 * Do not count what has one of the given values.
	 * @param dimension the dimension
	 * @param values the values, each at most 255 characters
	 * @return this spec
	 * @throws IllegalArgumentException if a value is blank, too long, or starts with
	 * {@code !}
	 */
	public StatisticsSpec<D> except(D dimension, String... values) {
		return filter(dimension, "!", values);
	}

	private StatisticsSpec<D> filter(D dimension, String prefix, String... values) {
		Assert.notNull(dimension, "'dimension' must not be null");
		for (String value : values) {
			Arguments.required("value", Arguments.text("value", value, MAX_VALUE_LENGTH));
			Assert.isTrue(!value.startsWith("!"),
					() -> "'value' must not start with '!', but is " + Arguments.quote(value));
			this.filters.computeIfAbsent(dimension, (absent) -> new ArrayList<>()).add(prefix + value);
		}
		return this;
	}

	ApiRequest toRequest(String template, List<String> select, @Nullable D group) {
		Assert.state(this.begin != null, "'begin' and 'end' must be set");
		ApiRequest request = ApiRequest.get(template)
			.query("begin", this.begin)
			.query("end", this.end)
			.query("g", this.granularity.value())
			.query("group", (group != null) ? group.value() : null);
		select.forEach((name) -> request.query("select", name));
		this.filters
			.forEach((dimension, values) -> values.forEach((value) -> request.query("$" + dimension.value(), value)));
		return request;
	}

}
