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

package io.pilispring.transport;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Aborts attempts whose time is up. It checks all running attempts periodically, because
 * a timer for each would cost every call more than its signature. It uses the JDK's own
 * timer thread, so that no thread is left behind.
 */
final class CallWatch {

	static final long TICK_MILLIS = 50;

	private final Executor timer = CompletableFuture.delayedExecutor(TICK_MILLIS, TimeUnit.MILLISECONDS, Runnable::run);

	private final Set<CallAttempt> attempts = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean waiting = new AtomicBoolean();

	void add(CallAttempt attempt) {
		this.attempts.add(attempt);
		lookSoon();
	}

	void remove(CallAttempt attempt) {
		this.attempts.remove(attempt);
	}

	private void lookSoon() {
		if (!this.waiting.get() && this.waiting.compareAndSet(false, true)) {
			this.timer.execute(this::look);
		}
	}

	private void look() {
		this.waiting.set(false);
		long now = System.nanoTime();
		this.attempts.forEach((attempt) -> attempt.abortIfLate(now));
		if (!this.attempts.isEmpty()) {
			lookSoon();
		}
	}

}
