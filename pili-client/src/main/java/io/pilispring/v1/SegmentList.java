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

package io.pilispring.v1;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The recorded segments of a stream.
 *
 * @param segments the segments, in the order of PILI's response
 * @param start the start of the range, or {@code null} if PILI does not report it
 * @param end the end of the range, or {@code null} if PILI does not report it
 * @param duration the total duration of the segments, or {@code null} if PILI does not
 * report it
 * @since 0.1.0
 */
public record SegmentList(List<Segment> segments, @Nullable Instant start, @Nullable Instant end,
		@Nullable Duration duration) {

	/**
	 * Create a list.
	 * @param segments the segments, in the order of PILI's response
	 * @param start the start of the range, or {@code null} if PILI does not report it
	 * @param end the end of the range, or {@code null} if PILI does not report it
	 * @param duration the total duration of the segments, or {@code null} if PILI does
	 * not report it
	 */
	public SegmentList {
		segments = List.copyOf(segments);
	}

}
