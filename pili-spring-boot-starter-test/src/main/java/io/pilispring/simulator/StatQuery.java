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

package io.pilispring.simulator;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A request for statistics.
 *
 * @param kind the kind
 * @param periods the periods
 * @param group what the numbers are grouped by, or {@code null} for their sum
 * @param selects the numbers
 * @param filters the values that count, or with an exclamation mark those that do not, by
 * dimension
 */
record StatQuery(StatKind kind, List<StatPeriod> periods, @Nullable String group, List<String> selects,
		Map<String, List<String>> filters) {

	private static final String FILTER = "$";

	private static final String NOT = "!";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	static StatQuery parse(StatKind kind, Query query) {
		List<StatPeriod> periods = StatPeriod.parse(query.requireText("begin"), query.requireText("end"),
				query.text("g"));
		String group = query.text("group");
		if (group != null && group.isEmpty()) {
			group = null;
		}
		if (group != null && !kind.dimensions().contains(group)) {
			throw ApiException.invalidArgs("'group' must be one of %s: '%s'".formatted(kind.dimensions(), group));
		}
		List<String> selects = query.all("select");
		if (selects.isEmpty() || !kind.selects().containsAll(selects)) {
			throw ApiException.invalidArgs("'select' must be of %s: %s".formatted(kind.selects(), selects));
		}
		Map<String, List<String>> filters = new LinkedHashMap<>();
		for (String name : query.names()) {
			if (name.startsWith(FILTER)) {
				String dimension = name.substring(1);
				if (!kind.dimensions().contains(dimension)) {
					throw ApiException.invalidArgs("unknown filter '%s'".formatted(name));
				}
				filters.put(dimension, query.all(name));
			}
		}
		return new StatQuery(kind, periods, group, selects, filters);
	}

	List<Map<String, Object>> evaluate(List<PushSession> sessions, StatContext context) {
		List<Map<String, Object>> answer = new ArrayList<>();
		for (StatPeriod period : this.periods) {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("time", TIME.format(period.start().atOffset(StatPeriod.ZONE)));
			json.put("values", values(facts(sessions, period, context)));
			answer.add(json);
		}
		return answer;
	}

	private List<StatFact> facts(List<PushSession> sessions, StatPeriod period, StatContext context) {
		Instant from = period.start().toInstant(StatPeriod.ZONE);
		Instant to = period.end().toInstant(StatPeriod.ZONE);
		return sessions.stream()
			.filter((session) -> session.start().isBefore(to) && !session.endOr(context.now()).isBefore(from))
			.flatMap((session) -> this.kind.facts(session, from, to, context).stream())
			.filter(this::counts)
			.toList();
	}

	private boolean counts(StatFact fact) {
		for (Map.Entry<String, List<String>> filter : this.filters.entrySet()) {
			String value = String.valueOf(fact.dimensions().get(filter.getKey()));
			List<String> wanted = filter.getValue().stream().filter((each) -> !each.startsWith(NOT)).toList();
			if (filter.getValue().contains(NOT + value) || (!wanted.isEmpty() && !wanted.contains(value))) {
				return false;
			}
		}
		return true;
	}

	private Map<String, ?> values(List<StatFact> facts) {
		if (this.group == null) {
			return sum(facts);
		}
		Map<String, List<StatFact>> groups = new TreeMap<>();
		for (StatFact fact : facts) {
			groups.computeIfAbsent(String.valueOf(fact.dimensions().get(this.group)), (key) -> new ArrayList<>())
				.add(fact);
		}
		Map<String, Object> values = new LinkedHashMap<>();
		groups.forEach((name, grouped) -> values.put(name, sum(grouped)));
		return values;
	}

	private Map<String, Long> sum(List<StatFact> facts) {
		Map<String, Long> values = new LinkedHashMap<>();
		for (String select : this.selects) {
			values.put(select, facts.stream().mapToLong((fact) -> fact.values().getOrDefault(select, 0L)).sum());
		}
		return values;
	}

}
