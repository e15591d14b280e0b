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
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is turned.
 */
final class TestClock implements InstantSource {

	static final Instant START = Instant.parse("2026-03-01T10:00:00.250Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(START);

	private final AtomicLong reads = new AtomicLong();

	@Override
	public Instant instant() {
		this.reads.incrementAndGet();
		return this.now.get();
	}

	long reads() {
		return this.reads.get();
	}

	void turnBack() {
		this.now.set(START);
	}

	void advance(Duration duration) {
		this.now.updateAndGet((instant) -> instant.plus(duration));
	}

}
