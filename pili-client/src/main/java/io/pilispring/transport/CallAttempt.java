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

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.pilispring.transport.ConnectionUse.Phase;

/**
 * One attempt at a call, while a thread makes it. An HTTP client registers how to abort
 * the exchange, so that an attempt ends when its time is up, whatever the peer does: a
 * timeout for each read does not help against a peer that sends a byte now and then.
 *
 * @since 0.1.0
 */
public final class CallAttempt {

	private static final ThreadLocal<@Nullable CallAttempt> CURRENT = new ThreadLocal<>();

	private final Thread thread = Thread.currentThread();

	private final @Nullable CallAttempt outer = CURRENT.get();

	private final long deadline;

	private final ConnectionUse connection;

	private @Nullable Runnable abort;

	private AbortThreads abortThreads = AbortThreads.SHARED;

	private boolean over;

	private boolean aborted;

	private boolean interrupted;

	private CallAttempt(long deadline, ConnectionUse connection) {
		this.deadline = deadline;
		this.connection = connection;
	}

	static CallAttempt start(long deadline, ConnectionUse connection) {
		CallAttempt attempt = new CallAttempt(deadline, connection);
		CURRENT.set(attempt);
		return attempt;
	}

	/**
	 * Return the attempt that this thread makes. An HTTP client that sends the request in
	 * another thread keeps it to report its progress.
	 * @return the attempt, or {@code null} outside a call to PILI
	 */
	public static @Nullable CallAttempt current() {
		return CURRENT.get();
	}

	/**
	 * Register how another thread can abort the exchange that this thread begins. By
	 * default, the thread is interrupted, or the body of the response is closed. Has no
	 * effect outside a call to PILI.
	 * @param abort aborts the exchange, and does nothing if it has ended
	 */
	public static void abortWith(Runnable abort) {
		CallAttempt attempt = CURRENT.get();
		if (attempt != null) {
			attempt.setAbort(abort, AbortThreads.SHARED);
		}
	}

	/**
	 * Register how another thread can abort the exchange that this thread begins, where
	 * that may block.
	 * @param abort aborts the exchange
	 */
	static void abortByBlockingWith(Runnable abort) {
		CallAttempt attempt = CURRENT.get();
		if (attempt != null) {
			attempt.setAbort(abort, AbortThreads.BLOCKING);
		}
	}

	/**
	 * Return whether the exchange that this thread begins should not reuse a kept-alive
	 * connection, because one has just turned out to be broken.
	 * @return whether to open a new connection
	 */
	public static boolean wantsFreshConnection() {
		CallAttempt attempt = CURRENT.get();
		return attempt != null && attempt.connection.isFreshWanted();
	}

	/**
	 * Report that the exchange waits for a connection, so that nothing is sent before it
	 * has one.
	 */
	public void waitsForConnection() {
		this.connection.waits();
	}

	/**
	 * Report that the exchange has a connection, so that the request may have been sent.
	 * Has no effect if that was reported before.
	 * @return whether to send the request, which must not be sent if the attempt has
	 * ended already
	 */
	public synchronized boolean hasConnection() {
		if (!this.over) {
			this.connection.has(Phase.ON_CONNECTION);
		}
		return !this.over;
	}

	/**
	 * Report that the exchange has a connection, so that the request may have been sent.
	 * Has no effect if that was reported before.
	 * @param keptAlive whether an earlier exchange has left it open
	 */
	public void hasConnection(boolean keptAlive) {
		this.connection.has((keptAlive) ? Phase.ON_KEPT_CONNECTION : Phase.ON_NEW_CONNECTION);
	}

	boolean isWithoutConnection() {
		return this.connection.isWithoutConnection();
	}

	/**
	 * Return how long the exchange may wait for a connection of the pool.
	 * @return the time that the call has left, or {@code null} if the HTTP client's own
	 * limit applies, because the call is not retried
	 */
	public @Nullable Duration maxWaitForConnection() {
		return (this.connection.isPatient()) ? untilDeadline() : null;
	}

	private Duration untilDeadline() {
		return Duration.ofNanos(Math.max(0, this.deadline - System.nanoTime()));
	}

	static @Nullable Duration remaining() {
		CallAttempt attempt = CURRENT.get();
		return (attempt != null) ? attempt.untilDeadline() : null;
	}

	private synchronized void setAbort(Runnable abort, AbortThreads threads) {
		this.abort = abort;
		this.abortThreads = threads;
		if (this.aborted) {
			abort.run();
		}
	}

	// Some HTTP clients ignore interruption while they read
	synchronized void readsBody(InputStream body) {
		if (this.abort == null) {
			setAbort(() -> close(body), AbortThreads.SHARED);
		}
	}

	private static void close(InputStream body) {
		try {
			body.close();
		}
		catch (IOException ex) {
			// It is broken already
		}
	}

	synchronized void abortIfLate(long now) {
		if (this.over || this.aborted || now - this.deadline < 0) {
			return;
		}
		this.aborted = true;
		if (this.abort != null) {
			// It may block on a read in progress, and other attempts may be late too
			this.abortThreads.execute(this.abort);
		}
		else if (!this.thread.isInterrupted()) {
			// If already interrupted, the application did so itself and must see it
			this.interrupted = true;
			this.thread.interrupt();
		}
	}

	/**
	 * Abort an exchange that is no longer wanted.
	 */
	synchronized void abandon() {
		if (this.abort != null) {
			this.abort.run();
		}
	}

	synchronized boolean isAborted() {
		return this.aborted;
	}

	/**
	 * Return whether the application has interrupted the thread that makes this attempt.
	 * @return {@code false} if it was interrupted to abort the exchange
	 */
	synchronized boolean isInterruptedByApplication() {
		return this.thread.isInterrupted() && !this.interrupted;
	}

	synchronized void end() {
		this.over = true;
		if (this.interrupted) {
			// The interrupt was meant for the exchange, not for the caller
			Thread.interrupted();
		}
		if (this.outer != null) {
			CURRENT.set(this.outer);
		}
		else {
			CURRENT.remove();
		}
	}

}
