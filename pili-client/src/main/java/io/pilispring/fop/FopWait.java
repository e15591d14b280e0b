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

package io.pilispring.fop;

import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTooManyRequestsException;
import io.pilispring.internal.Durations;

/**
 * Waits for the end of one file operation by polling at growing intervals.
 */
final class FopWait {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private static final Duration UNKNOWN_AT_FIRST = Duration.ofSeconds(10);

	private final FopClient client;

	private final String id;

	private final Duration limit;

	private final Consumer<Fop> progress;

	private final Time time;

	private @Nullable Fop lastSeen;

	private @Nullable PiliException lastFailure;

	FopWait(FopClient client, String id, Duration limit, Consumer<Fop> progress, Time time) {
		this.client = client;
		this.id = id;
		this.limit = limit;
		this.progress = progress;
		this.time = time;
	}

	Fop await() {
		long start = this.time.nanoTime();
		Duration pause = FIRST_PAUSE;
		while (true) {
			Fop fop = ask(elapsedSince(start));
			if (fop != null) {
				this.progress.accept(fop);
				if (fop.done()) {
					return fop;
				}
			}
			Duration remaining = this.limit.minus(elapsedSince(start));
			if (remaining.compareTo(requestedWait()) <= 0) {
				throw new FopTimeoutException(this.id, this.limit, this.lastSeen, this.lastFailure);
			}
			sleep(Durations.min(Durations.max(pause, requestedWait()), remaining));
			pause = Durations.min(pause.multipliedBy(2), LONGEST_PAUSE);
		}
	}

	private @Nullable Fop ask(Duration elapsed) {
		try {
			this.lastSeen = this.client.get(this.id);
			this.lastFailure = null;
			return this.lastSeen;
		}
		catch (PiliNotFoundException ex) {
			if (this.lastSeen != null || elapsed.compareTo(UNKNOWN_AT_FIRST) > 0) {
				throw ex;
			}
			this.lastFailure = ex;
		}
		catch (PiliConnectionException | PiliServerException | PiliTooManyRequestsException ex) {
			this.lastFailure = ex;
		}
		return null;
	}

	private Duration requestedWait() {
		Duration wait = (this.lastFailure != null) ? this.lastFailure.retryAfter() : null;
		return (wait != null) ? wait : Duration.ZERO;
	}

	private void sleep(Duration duration) {
		try {
			this.time.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PiliException("Interrupted while waiting for file operation '" + this.id + "'", null, ex);
		}
	}

	private Duration elapsedSince(long start) {
		return Duration.ofNanos(this.time.nanoTime() - start);
	}

	/**
	 * The clock and the pauses, which tests replace.
	 */
	interface Time {

		Time SYSTEM = new Time() {

			@Override
			public long nanoTime() {
				return System.nanoTime();
			}

			@Override
			public void sleep(Duration duration) throws InterruptedException {
				Thread.sleep(duration.toMillis());
			}

		};

		long nanoTime();

		void sleep(Duration duration) throws InterruptedException;

	}

}
