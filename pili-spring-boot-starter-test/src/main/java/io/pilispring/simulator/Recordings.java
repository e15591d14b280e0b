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
 * The recorded segments of a stream. Guarded by the stream.
 */
final class Recordings {

	private static final Comparator<Segment> OLDEST_FIRST = Comparator.comparing(Segment::start)
		.thenComparing(Segment::end);

	private final List<Segment> segments = new ArrayList<>();

	void add(Instant start, Instant end) {
		this.segments.add(new Segment(start, end));
	}

	List<Segment> within(TimeRange range, @Nullable LivePush push, Instant now) {
		List<Segment> all = new ArrayList<>(this.segments);
		if (push != null && Segment.isLongEnough(push.since(), now)) {
			all.add(new Segment(push.since(), now));
		}
		return all.stream().filter((segment) -> segment.overlaps(range)).sorted(OLDEST_FIRST).toList();
	}

}
