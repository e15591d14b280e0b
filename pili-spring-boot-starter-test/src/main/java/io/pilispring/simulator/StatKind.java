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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The kinds of statistics, each of which follows from what was pushed.
 */
enum StatKind {

	UPFLOW(List.of("flow"), List.of("hub", "domain", "area")) {

		@Override
		List<StatFact> facts(PushSession session, Instant from, Instant to, StatContext context) {
			return List.of(new StatFact(flowDimensions(session, session.source().domain()),
					Map.of("flow", context.bytes(session, from, to, (phase) -> 1))));
		}

	},

	DOWNFLOW(List.of("flow"), List.of("hub", "domain", "area")) {

		@Override
		List<StatFact> facts(PushSession session, Instant from, Instant to, StatContext context) {
			return List.of(new StatFact(flowDimensions(session, context.playDomain(session.stream().hub())),
					Map.of("flow", context.bytes(session, from, to, PushPhase::viewers))));
		}

	},

	CODEC(List.of("duration"), List.of("hub", "profile")) {

		@Override
		List<StatFact> facts(PushSession session, Instant from, Instant to, StatContext context) {
			long millis = context.duration(session, from, to).toMillis();
			List<StatFact> facts = new ArrayList<>();
			for (String profile : session.converts()) {
				facts.add(new StatFact(Map.of("hub", session.stream().hub(), "profile", profile),
						Map.of("duration", millis)));
			}
			return facts;
		}

	},

	NROP(List.of("count"), List.of("hub", "assured")) {

		@Override
		List<StatFact> facts(PushSession session, Instant from, Instant to, StatContext context) {
			if (!session.isJudged()) {
				return List.of();
			}
			long interval = context.nropInterval(session.stream().hub());
			Instant end = session.endOr(context.now());
			long count = pictures(session.start(), (end.isBefore(to)) ? end : to, interval)
					- pictures(session.start(), (end.isBefore(from)) ? end : from, interval);
			return List
				.of(new StatFact(Map.of("hub", session.stream().hub(), "assured", "true"), Map.of("count", count)));
		}

		private long pictures(Instant start, Instant end, long interval) {
			return Math.max(0, Duration.between(start, end).toSeconds() / interval);
		}

	},

	/**
	 * The simulator mixes no streams.
	 */
	CASTER(List.of("upflow", "downflow", "duration"), List.of("container", "resolution")) {

		@Override
		List<StatFact> facts(PushSession session, Instant from, Instant to, StatContext context) {
			return List.of();
		}

	},

	PUB(List.of("count", "duration"), List.of("tp")) {

		@Override
		List<StatFact> facts(PushSession session, Instant from, Instant to, StatContext context) {
			boolean started = !session.start().isBefore(from) && session.start().isBefore(to);
			return List.of(new StatFact(Map.of("tp", session.source().protocol()),
					Map.of("count", (started) ? 1L : 0L, "duration", context.duration(session, from, to).toMillis())));
		}

	};

	private final List<String> selects;

	private final List<String> dimensions;

	StatKind(List<String> selects, List<String> dimensions) {
		this.selects = selects;
		this.dimensions = dimensions;
	}

	String path() {
		return "/statd/" + name().toLowerCase(Locale.ROOT);
	}

	List<String> selects() {
		return this.selects;
	}

	List<String> dimensions() {
		return this.dimensions;
	}

	/**
	 * Return what a push contributes to a period.
	 * @param session the push
	 * @param from the start of the period
	 * @param to the end of the period
	 * @param context what else counts
	 * @return the facts
	 */
	abstract List<StatFact> facts(PushSession session, Instant from, Instant to, StatContext context);

	// Loopback is assumed to be in the area that most users are in
	private static Map<String, String> flowDimensions(PushSession session, String domain) {
		return Map.of("hub", session.stream().hub(), "domain", domain, "area", "cn");
	}

}
