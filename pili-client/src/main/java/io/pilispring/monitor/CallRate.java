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

package io.pilispring.monitor;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Limits the number of calls per second, by spreading them evenly.
 */
final class CallRate {

	private final long nanosPerCall;

	private long nextFree = System.nanoTime();

	CallRate(int callsPerSecond) {
		this.nanosPerCall = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
	}

	void await() {
		long turn = takeTurn();
		for (long wait = turn - System.nanoTime(); wait > 0; wait = turn - System.nanoTime()) {
			if (Thread.currentThread().isInterrupted()) {
				throw new IllegalStateException("Interrupted while waiting for a turn to call PILI");
			}
			LockSupport.parkNanos(wait);
		}
	}

	// Compares differences, because nanoTime has an arbitrary origin
	private synchronized long takeTurn() {
		long now = System.nanoTime();
		long turn = (this.nextFree - now > 0) ? this.nextFree : now;
		this.nextFree = turn + this.nanosPerCall;
		return turn;
	}

}
