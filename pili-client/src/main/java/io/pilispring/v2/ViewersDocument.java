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

package io.pilispring.v2;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.pilispring.internal.WireLists;

/**
 * Viewers as sent by PILI, where any field may be missing.
 *
 * @param total the viewers of all streams
 * @param streams the viewers by the keys of the streams
 */
record ViewersDocument(@Nullable Count total, @Nullable Map<String, @Nullable Count> streams) {

	Viewers toViewers() {
		Map<String, ViewerCount> counts = new LinkedHashMap<>();
		if (this.streams != null) {
			this.streams.forEach((key, count) -> counts.put(key, Count.toCount(count)));
		}
		return new Viewers(Count.toCount(this.total), counts);
	}

	record Count(@Nullable Long count, @Nullable Long bandwidth) {

		static ViewerCount toCount(@Nullable Count count) {
			return (count != null) ? new ViewerCount(orZero(count.count), orZero(count.bandwidth))
					: new ViewerCount(0, 0);
		}

		private static long orZero(@Nullable Long number) {
			return (number != null) ? number : 0;
		}

	}

	record History(@Nullable String marker, @Nullable List<@Nullable Sample> items) {

		List<ViewerSample> toSamples() {
			return WireLists.present(this.items).stream().map(Sample::toSample).flatMap(Optional::stream).toList();
		}

	}

	record Sample(@Nullable JsonNode time, @Nullable Count stats) {

		// In seconds like other times, or text like in statistics: the documentation does
		// not tell
		Optional<ViewerSample> toSample() {
			Instant time = (this.time == null) ? null
					: (this.time.isNumber()) ? Times.instant(this.time.asLong()) : parse(this.time.asString());
			return Optional.ofNullable(time).map((at) -> new ViewerSample(at, Count.toCount(this.stats)));
		}

		private static @Nullable Instant parse(String time) {
			try {
				return OffsetDateTime.parse(time).toInstant();
			}
			catch (DateTimeParseException ex) {
				return null;
			}
		}

	}

}
