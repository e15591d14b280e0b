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

import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliTooManyRequestsException;

/**
 * One call with all its attempts. It only retries requests that cannot take effect twice:
 * repeatable requests, and others if they certainly were not sent.
 */
final class RetriedCall implements Retryable<ApiResponse>, RetryPolicy {

	/**
	 * A pause that means to retry immediately or not at all.
	 */
	static final long ONLY_AT_ONCE = Long.MAX_VALUE;

	private final ApiRequest request;

	private final Attempts attempts;

	private final Duration timeout;

	private final BackOff backOff;

	private final PiliRetryListener listener;

	private @Nullable PiliException failure;

	private boolean mayHaveHappened;

	private boolean first = true;

	RetriedCall(ApiRequest request, Attempts attempts, Duration timeout, BackOff backOff, PiliRetryListener listener) {
		this.request = request;
		this.attempts = attempts;
		this.timeout = timeout;
		this.backOff = backOff;
		this.listener = listener;
	}

	ApiResponse run() {
		try {
			return new RetryTemplate(this).execute(this);
		}
		catch (RetryException ex) {
			throw unwrap(ex);
		}
	}

	private RuntimeException unwrap(RetryException ex) {
		Throwable cause = ex.getCause();
		if (cause instanceof Error error) {
			throw error;
		}
		RuntimeException last = (RuntimeException) cause;
		for (Throwable earlier : ex.getSuppressed()) {
			if (earlier != last) {
				last.addSuppressed(earlier);
			}
		}
		return last;
	}

	@Override
	public ApiResponse execute() {
		PiliException before = this.failure;
		if (before != null) {
			this.listener.beforeRetry(this.request, before);
		}
		try {
			return this.attempts.make(this.request, before instanceof PiliConnectionException);
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

	@Override
	public String getName() {
		return this.request.toString();
	}

	@Override
	public boolean shouldRetry(Throwable failure) {
		if (!(failure instanceof PiliException ex) || !isWorthIt(ex)) {
			return false;
		}
		this.first = this.failure == null;
		this.failure = ex;
		this.mayHaveHappened |= !isCertainlyNotSent(ex) && !(ex instanceof PiliTooManyRequestsException);
		return this.request.isRepeatable() || isCertainlyNotSent(ex);
	}

	private boolean isWorthIt(PiliException ex) {
		return (ex instanceof PiliConnectionException && !ConnectionFailure.isCertificate(ex.getCause()))
				|| ex instanceof PiliServerException || ex instanceof PiliTooManyRequestsException;
	}

	private boolean isCertainlyNotSent(PiliException ex) {
		return ex instanceof PiliConnectionException connection && connection.notSent();
	}

	@Override
	public Duration getTimeout() {
		return this.timeout;
	}

	@Override
	public BackOff getBackOff() {
		BackOffExecution pauses = this.backOff.start();
		return () -> () -> nextPause(pauses.nextBackOff());
	}

	private long nextPause(long pause) {
		if (pause == BackOffExecution.STOP || this.failure == null) {
			return pause;
		}
		// Kept-alive connections break when the server restarts, which is no sign of load
		if (this.first && isBrokenConnection(this.failure)) {
			return 0;
		}
		if (pause == ONLY_AT_ONCE) {
			return BackOffExecution.STOP;
		}
		Duration asked = this.failure.retryAfter();
		return (asked != null) ? Math.max(pause, asked.toMillis()) : pause;
	}

	private boolean isBrokenConnection(PiliException ex) {
		return ex instanceof PiliConnectionException connection && !connection.notSent()
				&& !(ex instanceof PiliTimeoutException);
	}

	/**
	 * Makes a single attempt.
	 */
	interface Attempts {

		ApiResponse make(ApiRequest request, boolean onFreshConnection);

	}

}
