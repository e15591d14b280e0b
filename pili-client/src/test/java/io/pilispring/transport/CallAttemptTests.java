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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallAttempt}.
 */
@Timeout(60)
class CallAttemptTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final long deadline = System.nanoTime() + MINUTE.toNanos();

	private final AtomicInteger aborted = new AtomicInteger();

	@AfterEach
	void end() {
		Thread.interrupted();
		for (CallAttempt left = CallAttempt.current(); left != null; left = CallAttempt.current()) {
			left.end();
		}
	}

	@Test
	void threadThatMakesNoCallHasNone() {
		assertThat(CallAttempt.current()).isNull();
		assertThat(CallAttempt.remaining()).isNull();
		assertThat(CallAttempt.wantsFreshConnection()).isFalse();
		CallAttempt.abortWith(this.aborted::incrementAndGet);
		CallAttempt.abortByBlockingWith(this.aborted::incrementAndGet);
		assertThat(this.aborted).hasValue(0);
	}

	@Test
	void attemptWithinAnotherEndsAlone() {
		CallAttempt outer = start();
		CallAttempt inner = start();
		assertThat(CallAttempt.current()).isSameAs(inner);
		inner.end();
		assertThat(CallAttempt.current()).isSameAs(outer);
		outer.end();
		assertThat(CallAttempt.current()).isNull();
	}

	@Test
	void freshConnectionIsWantedAfterABrokenOne() {
		CallAttempt first = start(false, true);
		assertThat(CallAttempt.wantsFreshConnection()).isFalse();
		first.end();
		start(true, false);
		assertThat(CallAttempt.wantsFreshConnection()).isTrue();
	}

	@Test
	void exchangeThatHasAConnectionMayHaveSentTheRequest() {
		CallAttempt attempt = start();
		assertThat(attempt.isWithoutConnection()).isFalse();
		attempt.waitsForConnection();
		assertThat(attempt.isWithoutConnection()).isTrue();
		assertThat(attempt.hasConnection()).isTrue();
		assertThat(attempt.isWithoutConnection()).isFalse();
	}

	@Test
	void clientMayTellWhetherTheConnectionWasKeptAlive() {
		for (boolean keptAlive : new boolean[] { true, false }) {
			ConnectionUse connection = new ConnectionUse(false, false);
			CallAttempt attempt = CallAttempt.start(this.deadline, connection);
			assertThat(connection.mayBeKeptAlive()).isTrue();
			attempt.waitsForConnection();
			assertThat(connection.mayBeKeptAlive()).isFalse();
			attempt.hasConnection(keptAlive);
			assertThat(connection.mayBeKeptAlive()).isEqualTo(keptAlive);
			assertThat(connection.isKeptAlive()).isEqualTo(keptAlive);
			attempt.hasConnection(!keptAlive);
			assertThat(connection.isKeptAlive()).isEqualTo(keptAlive);
			attempt.end();
		}
	}

	@Test
	void onlyCallsThatAreRetriedWaitForAConnectionUntilTheirTimeIsUp() {
		CallAttempt patient = start(false, true);
		assertThat(patient.maxWaitForConnection()).isBetween(Duration.ofSeconds(1), MINUTE);
		patient.end();
		assertThat(start(true, false).maxWaitForConnection()).isNull();
	}

	@Test
	void remainingTimeEndsWithTheCall() {
		CallAttempt attempt = start();
		assertThat(CallAttempt.remaining()).isBetween(Duration.ofSeconds(1), MINUTE);
		attempt.end();
		CallAttempt.start(System.nanoTime() - 1, new ConnectionUse(false, true));
		assertThat(CallAttempt.remaining()).isZero();
	}

	@Test
	void attemptIsLateFromItsDeadlineOn() {
		CallAttempt attempt = start();
		attempt.abortIfLate(this.deadline - 1);
		assertThat(attempt.isAborted()).isFalse();
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
		attempt.abortIfLate(this.deadline);
		assertThat(attempt.isAborted()).isTrue();
	}

	@Test
	void lateAttemptIsInterruptedAndItsCallerIsNot() {
		CallAttempt attempt = start();
		attempt.abortIfLate(this.deadline);
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
		assertThat(attempt.isInterruptedByApplication()).isFalse();
		attempt.end();
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void callerThatTheApplicationHasInterruptedStaysInterrupted() {
		CallAttempt attempt = start();
		assertThat(attempt.isInterruptedByApplication()).isFalse();
		Thread.currentThread().interrupt();
		assertThat(attempt.isInterruptedByApplication()).isTrue();
		attempt.abortIfLate(this.deadline);
		assertThat(attempt.isAborted()).isTrue();
		assertThat(attempt.isInterruptedByApplication()).isTrue();
		attempt.end();
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	@Test
	void lateExchangeIsAbortedInAnotherThreadAndOnce() throws InterruptedException {
		CallAttempt attempt = start();
		Thread caller = Thread.currentThread();
		CountDownLatch abort = new CountDownLatch(1);
		CallAttempt.abortWith(() -> {
			assertThat(Thread.currentThread()).isNotSameAs(caller);
			this.aborted.incrementAndGet();
			abort.countDown();
		});
		attempt.abortIfLate(this.deadline);
		attempt.abortIfLate(this.deadline + 1);
		assertThat(abort.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.aborted).hasValue(1);
		assertThat(caller.isInterrupted()).isFalse();
	}

	@Test
	void exchangeOfAnAttemptThatIsLateAlreadyIsAbortedAtOnce() {
		CallAttempt attempt = start();
		attempt.abortIfLate(this.deadline);
		CallAttempt.abortWith(this.aborted::incrementAndGet);
		assertThat(this.aborted).hasValue(1);
		CallAttempt.abortByBlockingWith(this.aborted::incrementAndGet);
		assertThat(this.aborted).hasValue(2);
	}

	@Test
	void attemptThatHasEndedIsNotAborted() {
		CallAttempt attempt = start();
		attempt.end();
		attempt.abortIfLate(this.deadline);
		assertThat(attempt.isAborted()).isFalse();
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void exchangeThatIsNoLongerWantedIsAborted() {
		CallAttempt attempt = start();
		attempt.abandon();
		CallAttempt.abortByBlockingWith(this.aborted::incrementAndGet);
		attempt.abandon();
		assertThat(this.aborted).hasValue(1);
		assertThat(attempt.isAborted()).isFalse();
	}

	@Test
	void bodyIsClosedToAbortAnExchangeThatCannotBeAbortedOtherwise() {
		CallAttempt attempt = start();
		attempt.readsBody(body());
		attempt.abandon();
		assertThat(this.aborted).hasValue(1);
	}

	@Test
	void bodyIsNotClosedIfTheExchangeCanBeAborted() {
		CallAttempt attempt = start();
		CallAttempt.abortWith(() -> {
		});
		attempt.readsBody(body());
		attempt.abandon();
		assertThat(this.aborted).hasValue(0);
	}

	@Test
	void bodyThatCannotBeClosedIsBrokenAnyway() {
		CallAttempt attempt = start();
		attempt.readsBody(new InputStream() {

			@Override
			public int read() {
				return -1;
			}

			@Override
			public void close() throws IOException {
				CallAttemptTests.this.aborted.incrementAndGet();
				throw new IOException("broken");
			}

		});
		attempt.abandon();
		assertThat(this.aborted).hasValue(1);
	}

	private CallAttempt start() {
		return start(false, false);
	}

	private CallAttempt start(boolean freshWanted, boolean patient) {
		return CallAttempt.start(this.deadline, new ConnectionUse(freshWanted, patient));
	}

	private InputStream body() {
		return new ByteArrayInputStream(new byte[0]) {

			@Override
			public void close() {
				CallAttemptTests.this.aborted.incrementAndGet();
			}

		};
	}

}
