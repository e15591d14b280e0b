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

	private final boolean onFreshConnection;

	private @Nullable Runnable breakOff;

	private boolean over;

	private boolean brokenOff;

	private boolean interrupted;

	private CallAttempt(long deadline, boolean onFreshConnection) {
		this.deadline = deadline;
		this.onFreshConnection = onFreshConnection;
	}

	static CallAttempt start(long deadline, boolean onFreshConnection) {
		CallAttempt attempt = new CallAttempt(deadline, onFreshConnection);
		CURRENT.set(attempt);
		return attempt;
	}

	/**
	 * Register how another thread can abort the exchange that this thread begins. By
	 * default, the thread is interrupted, or the body of the response is closed. Has no
	 * effect outside a call to PILI.
	 * @param breakOff aborts the exchange, and does nothing if it has ended
	 */
	public static void breakOffWith(Runnable breakOff) {
		CallAttempt attempt = CURRENT.get();
		if (attempt != null) {
			attempt.setBreakOff(breakOff);
		}
	}

	/**
	 * Return whether the exchange that this thread begins should not reuse a kept-alive
	 * connection, because one has just turned out to be broken.
	 * @return whether to open a new connection
	 */
	public static boolean wantsFreshConnection() {
		CallAttempt attempt = CURRENT.get();
		return attempt != null && attempt.onFreshConnection;
	}

	static @Nullable Duration remaining() {
		CallAttempt attempt = CURRENT.get();
		return (attempt != null) ? Duration.ofNanos(Math.max(0, attempt.deadline - System.nanoTime())) : null;
	}

	private synchronized void setBreakOff(Runnable breakOff) {
		this.breakOff = breakOff;
		if (this.brokenOff) {
			breakOff.run();
		}
	}

	// Some HTTP clients ignore interruption while they read
	synchronized void readsBody(InputStream body) {
		if (this.breakOff == null) {
			setBreakOff(() -> close(body));
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

	synchronized void breakOffIfLate(long now) {
		if (this.over || this.brokenOff || now - this.deadline < 0) {
			return;
		}
		this.brokenOff = true;
		if (this.breakOff != null) {
			// It may block on a read in progress, and other attempts may be late too
			Thread helper = new Thread(this.breakOff, "pili-break-off");
			helper.setDaemon(true);
			helper.start();
		}
		else if (!this.thread.isInterrupted()) {
			// If already interrupted, the application did so itself and must see it
			this.interrupted = true;
			this.thread.interrupt();
		}
	}

	/**
	 * Abort an exchange whose response is no longer wanted.
	 */
	synchronized void abandon() {
		if (this.breakOff != null) {
			this.breakOff.run();
		}
	}

	synchronized boolean isBrokenOff() {
		return this.brokenOff;
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
