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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import tools.jackson.databind.JsonNode;

import io.pilispring.internal.Specs;
import io.pilispring.internal.WireLists;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.PiliTransport;

/**
 * One kind of statistics: where it is requested, and how its values are read.
 *
 * @param <D> what it is filtered and grouped by
 * @param <V> the type of the values
 * @param template the path
 * @param select the numbers to request
 * @param reader reads the values
 */
record StatisticsQuery<D extends Dimension, V>(String template, List<String> select, Function<Numbers, V> reader) {

	List<StatisticsPoint<V>> get(PiliTransport transport, Consumer<StatisticsSpec<D>> spec) {
		return get(transport, null, spec, (values) -> this.reader.apply(new Numbers(values)));
	}

	List<StatisticsPoint<Map<String, V>>> get(PiliTransport transport, D group, Consumer<StatisticsSpec<D>> spec) {
		Assert.notNull(group, "'group' must not be null");
		return get(transport, group, spec, this::grouped);
	}

	private Map<String, V> grouped(JsonNode values) {
		Map<String, V> groups = new LinkedHashMap<>();
		values.properties()
			.forEach((entry) -> groups.put(entry.getKey(), this.reader.apply(new Numbers(entry.getValue()))));
		return Collections.unmodifiableMap(groups);
	}

	private <T> List<StatisticsPoint<T>> get(PiliTransport transport, @Nullable D group,
			Consumer<StatisticsSpec<D>> spec, Function<JsonNode, T> values) {
		ApiRequest request = Specs.apply(new StatisticsSpec<D>(), spec).toRequest(this.template, this.select, group);
		List<StatisticsPoint<T>> points = new ArrayList<>();
		for (Point point : WireLists.present(Arrays.asList(transport.send(request).read(Point[].class)))) {
			if (point.time() != null && point.values() != null) {
				points.add(new StatisticsPoint<>(point.time(), values.apply(point.values())));
			}
		}
		return Collections.unmodifiableList(points);
	}

	record Point(@Nullable Instant time, @Nullable JsonNode values) {

	}

	/**
	 * The numbers of a period, where a missing one counts as 0.
	 *
	 * @param values the numbers by their names
	 */
	record Numbers(JsonNode values) {

		long of(String name) {
			JsonNode number = this.values.path(name);
			return (number.canConvertToLong()) ? number.longValue() : 0;
		}

	}

}
