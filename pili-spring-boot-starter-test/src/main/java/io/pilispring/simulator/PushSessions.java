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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The pushes of a stream. Guarded by the stream.
 */
final class PushSessions {

	private static final Comparator<Segment> OLDEST_FIRST = Comparator.comparing(Segment::start)
		.thenComparing(Segment::end);

	private static final Comparator<PushSession> NEWEST_FIRST = Comparator.comparing(PushSession::start).reversed();

	private final List<PushSession> all = new ArrayList<>();

	private @Nullable PushSession current;

	@Nullable PushSession current() {
		return this.current;
	}

	void begin(PushSession session) {
		this.all.add(session);
		this.current = session;
	}

	@Nullable PushSession end(Instant now) {
		PushSession ended = this.current;
		this.current = null;
		if (ended != null) {
			ended.end(now);
		}
		return ended;
	}

	void addPast(PushSession session) {
		this.all.add(session);
	}

	List<Segment> segments(TimeRange range, Instant now) {
		return this.all.stream()
			.filter((session) -> Segment.isLongEnough(session.start(), session.endOr(now)))
			.map((session) -> new Segment(session.start(), session.endOr(now)))
			.filter((segment) -> segment.overlaps(range))
			.sorted(OLDEST_FIRST)
			.toList();
	}

	/**
	 * Return the pushes that have ended.
	 * @param range the range to which they belong at least in part
	 * @return the pushes, newest first
	 */
	List<PushSession> history(TimeRange range) {
		return this.all.stream()
			.filter((session) -> session.end() != null)
			.filter((session) -> session.start().getEpochSecond() < range.end()
					&& session.endOr(session.start()).getEpochSecond() >= range.start())
			.sorted(NEWEST_FIRST)
			.toList();
	}

	@Nullable Instant lastEnd() {
		return this.all.stream()
			.map(PushSession::end)
			.filter((end) -> end != null)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

}
