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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliTooManyRequestsException;
import io.pilispring.internal.Durations;

/**
 * One call with all its attempts. It only retries requests that cannot take effect twice:
 * repeatable requests, and others if they certainly were not sent. Spring's
 * {@code RetryTemplate} is not used, because it measures its timeout by the wall clock.
 */
final class RetriedCall {

	// Longer than any call may take
	private static final Duration LONGEST = Duration.ofDays(2);

	private final ApiRequest request;

	private final Attempts attempts;

	private final long deadline;

	private final RetryPauses pauses;

	private final RetryBudget budget;

	private final PiliRetryListener listener;

	private final Time time;

	private final List<PiliException> failures = new ArrayList<>(1);

	private ConnectionUse connection;

	private @Nullable BackOffExecution backOff;

	private boolean mayHaveHappened;

	RetriedCall(ApiRequest request, Attempts attempts, long deadline, RetryPauses pauses, RetryBudget budget,
			PiliRetryListener listener, Time time) {
		this.request = request;
		this.attempts = attempts;
		this.deadline = deadline;
		this.pauses = pauses;
		this.connection = new ConnectionUse(false, !pauses.isNone());
		this.budget = budget;
		this.listener = listener;
		this.time = time;
	}

	ApiResponse run() {
		while (true) {
			try {
				ApiResponse response = attempt();
				this.budget.succeeded();
				return response;
			}
			catch (PiliException ex) {
				if (!isRetried(ex)) {
					throw withEarlierFailures(ex);
				}
				this.failures.add(ex);
				this.listener.beforeRetry(this.request, ex);
			}
		}
	}

	private PiliException withEarlierFailures(PiliException last) {
		for (PiliException earlier : this.failures) {
			if (earlier != last) {
				last.addSuppressed(earlier);
			}
		}
		return last;
	}

	private ApiResponse attempt() {
		try {
			return this.attempts.make(this.request, this.connection);
		}
		catch (PiliNotFoundException ex) {
			if (isDeletedAlready()) {
				return new ApiResponse(this.request, 204, ex.requestId(), "");
			}
			throw ex;
		}
	}

	// Deleted by an earlier attempt whose response was lost
	private boolean isDeletedAlready() {
		return this.mayHaveHappened && this.request.isDelete();
	}

	private boolean isRetried(PiliException ex) {
		if (!isWorthIt(ex)) {
			if (ex.status() != null) {
				this.budget.succeeded();
			}
			return false;
		}
		this.mayHaveHappened |= !isCertainlyNotSent(ex) && !(ex instanceof PiliTooManyRequestsException);
		if (!this.request.isRepeatable() && !isCertainlyNotSent(ex)) {
			return false;
		}
		boolean pauseless = isBrokenKeptConnection(ex);
		long pause = pause(ex, pauseless);
		if (pause < 0 || !isEnoughTimeFor(pause)) {
			return false;
		}
		if (!pauseless && !this.budget.take()) {
			this.listener.onBudgetExhausted(this.request, ex);
			return false;
		}
		this.connection = new ConnectionUse(isBroken(ex) && this.connection.mayBeKeptAlive(), !this.pauses.isNone());
		return sleep(pause);
	}

	private boolean isWorthIt(PiliException ex) {
		return (ex instanceof PiliConnectionException && !ConnectionFailure.isCertificate(ex.getCause()))
				|| ex instanceof PiliServerException || ex instanceof PiliTooManyRequestsException;
	}

	private boolean isCertainlyNotSent(PiliException ex) {
		return ex instanceof PiliConnectionException failure && failure.notSent();
	}

	// Kept-alive connections break when the server restarts, which is no sign of load
	private boolean isBrokenKeptConnection(PiliException ex) {
		return this.failures.isEmpty() && isBroken(ex) && this.connection.mayBeKeptAlive()
				&& (this.connection.isKeptAlive() || this.budget.takeKeptConnection());
	}

	private boolean isBroken(PiliException ex) {
		return ex instanceof PiliConnectionException failure && !failure.notSent()
				&& !(ex instanceof PiliTimeoutException);
	}

	// Negative if there is no further retry
	private long pause(PiliException ex, boolean pauseless) {
		if (this.backOff == null) {
			this.backOff = this.pauses.backOff().start();
		}
		long pause = this.backOff.nextBackOff();
		if (pause == BackOffExecution.STOP) {
			return -1;
		}
		if (pauseless) {
			return 0;
		}
		if (pause == RetryPauses.ONLY_AT_ONCE) {
			return -1;
		}
		Duration requested = ex.retryAfter();
		return (requested != null) ? Math.max(pause, Durations.min(requested, LONGEST).toMillis()) : pause;
	}

	private boolean isEnoughTimeFor(long pause) {
		long remaining = this.deadline - this.time.nanoTime();
		return remaining > 0 && pause < TimeUnit.NANOSECONDS.toMillis(remaining);
	}

	private boolean sleep(long pause) {
		try {
			this.time.sleep(pause);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Makes a single attempt.
	 */
	interface Attempts {

		ApiResponse make(ApiRequest request, ConnectionUse connection);

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
			public void sleep(long millis) throws InterruptedException {
				Thread.sleep(millis);
			}

		};

		long nanoTime();

		void sleep(long millis) throws InterruptedException;

	}

}
