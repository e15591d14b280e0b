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

package io.pilispring.simulator.media;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

// The time range of a playback URL, in unix seconds of any size
record PlaybackRange(Instant start, Instant end) {

	private static final Pattern START = Pattern.compile("(?:^|&)start=(-?[0-9]+)(?:&|$)");

	private static final Pattern END = Pattern.compile("(?:^|&)end=(-?[0-9]+)(?:&|$)");

	// Returns null for the URL of a live stream
	static @Nullable PlaybackRange parse(@Nullable String query) {
		Matcher start = START.matcher((query != null) ? query : "");
		Matcher end = END.matcher((query != null) ? query : "");
		return (start.find() && end.find()) ? new PlaybackRange(time(start.group(1)), time(end.group(1))) : null;
	}

	private static Instant time(String seconds) {
		try {
			long number = Long.parseLong(seconds);
			return Instant.ofEpochSecond(Math.max(0, Math.min(number, Instant.MAX.getEpochSecond())));
		}
		catch (NumberFormatException ex) {
			return (seconds.startsWith("-")) ? Instant.EPOCH : Instant.MAX;
		}
	}

}
