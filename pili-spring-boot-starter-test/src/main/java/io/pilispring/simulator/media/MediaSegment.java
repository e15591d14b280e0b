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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

// A second or so of a stream, in a file. Each push has another number
record MediaSegment(Path file, long pushNumber, Instant start, Duration duration, long size) {

	String name() {
		return this.file.getFileName().toString();
	}

	Instant end() {
		return this.start.plus(this.duration);
	}

	boolean overlaps(Instant from, Instant to) {
		return this.start.isBefore(to) && end().isAfter(from);
	}

}
