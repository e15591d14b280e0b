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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.net.ssl.SSLPeerUnverifiedException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.FixedBackOff;

import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliConnectionException;
import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliError;
import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliTooManyRequestsException;
import io.pilispring.transport.ConnectionUse.Phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RetriedCallTests {

	private static final Throwable CAUSE = new IllegalStateException();

	private static final PiliException CUT_OFF = new PiliConnectionException("cut off", CAUSE);

	private static final PiliException REFUSED = new PiliConnectionException("refused", CAUSE, true);

	private static final PiliException CERTIFICATE = new PiliConnectionException("certificate refused",
			new SSLPeerUnverifiedException("other host"));

	private static final PiliException SILENT = new PiliTimeoutException("silent", CAUSE);

	private static final PiliException NO_POOL = new PiliTimeoutException("no connection", CAUSE, true);

	private static final PiliException BROKEN = new PiliServerException("broken", new PiliError(503, null, null, null));

	private static final PiliException BUSY = new PiliTooManyRequestsException("busy",
			new PiliError(429, null, null, null));

	private static final PiliException GONE = new PiliNotFoundException("gone", new PiliError(612, null, null, "r1"));

	private static final PiliException REFUSED_KEYS = new PiliCredentialsException("keys",
			new PiliError(401, null, null, null));

	private static final PiliException WRONG = new PiliBadRequestException("wrong",
			new PiliError(400, null, null, null));

	private static final ApiRequest GET = ApiRequest.get("/a");

	private static final ApiRequest DELETE = ApiRequest.delete("/a");

	private static final ApiRequest UPDATE = ApiRequest.post("/a").body("x").repeatable();

	private static final ApiRequest CREATE = ApiRequest.post("/a").body("x");

	private final Deque<PiliException> failures = new ArrayDeque<>();

	private final List<Boolean> onFreshConnection = new ArrayList<>();

	private final List<PiliException> told = new ArrayList<>();

	private final List<PiliException> denied = new ArrayList<>();

	private final TestTime time = new TestTime();

	private final PiliRetryListener listener = new PiliRetryListener() {

		@Override
		public void beforeRetry(ApiRequest request, PiliException failure) {
			RetriedCallTests.this.told.add(failure);
		}

		@Override
		public void onBudgetExhausted(ApiRequest request, PiliException failure) {
			RetriedCallTests.this.denied.add(failure);
		}

	};

	private RetryBudget budget = budget(100, 8);

	private Consumer<ConnectionUse> reported = (connection) -> {
	};

	private Duration attemptTime = Duration.ZERO;

	static Stream<Arguments> requestsAndFailures() {
		List<Arguments> cases = new ArrayList<>();
		for (ApiRequest request : List.of(GET, DELETE, UPDATE, CREATE)) {
			for (PiliException failure : List.of(REFUSED, NO_POOL)) {
				cases.add(Arguments.of(request, failure, true));
			}
			for (PiliException failure : List.of(CUT_OFF, SILENT, BROKEN, BUSY)) {
				cases.add(Arguments.of(request, failure, request != CREATE));
			}
			for (PiliException failure : List.of(GONE, REFUSED_KEYS, WRONG, CERTIFICATE)) {
				cases.add(Arguments.of(request, failure, false));
			}
		}
		return cases.stream();
	}

	@ParameterizedTest
	@MethodSource("requestsAndFailures")
	void onlyWhatIsSafeAndWorthItIsTriedAgain(ApiRequest request, PiliException failure, boolean triedAgain) {
		failWith(failure);
		if (triedAgain) {
			assertThat(run(request, 3).body()).isEqualTo("{}");
			assertThat(this.told).containsExactly(failure);
			assertThat(this.onFreshConnection).containsExactly(false, failure == CUT_OFF);
		}
		else {
			assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(request, 3)).isSameAs(failure);
			assertThat(this.onFreshConnection).hasSize(1);
			assertThat(this.told).isEmpty();
		}
	}

	@Test
	void isTriedAgainUntilItSucceedsOrNoMore() {
		failWith(CUT_OFF, BROKEN, BUSY);
		assertThat(run(GET, 3).body()).isEqualTo("{}");
		failWith(CUT_OFF, BROKEN, SILENT, BUSY);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3))
			.isSameAs(BUSY)
			.satisfies((ex) -> assertThat(ex.getSuppressed()).containsExactly(CUT_OFF, BROKEN, SILENT));
	}

	@Test
	void creationThatMayHaveHappenedIsNotTriedAgainEvenLater() {
		failWith(REFUSED, CUT_OFF);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(CREATE, 3)).isSameAs(CUT_OFF);
		assertThat(this.onFreshConnection).hasSize(2);
	}

	@Test
	void deletionWhoseAnswerWasLostIsADeletion() {
		failWith(CUT_OFF, GONE);
		ApiResponse response = run(DELETE, 3);
		assertThat(response.body()).isEmpty();
		failWith(BROKEN, GONE);
		assertThat(run(DELETE, 3).body()).isEmpty();
	}

	@Test
	void deletionOfWhatWasNeverThereIsNone() {
		for (PiliException notHappened : List.of(REFUSED, BUSY)) {
			failWith(notHappened, GONE);
			assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> run(DELETE, 3));
		}
		failWith(CUT_OFF, GONE);
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> run(GET, 3));
	}

	@Test
	void brokenConnectionIsNoReasonToWaitTheFirstTime() {
		assertThat(pausesAfter(CUT_OFF, CUT_OFF)).containsExactly(0L, 100L);
		assertThat(pausesAfter(BROKEN, CUT_OFF)).containsExactly(100L, 100L);
		assertThat(pausesAfter(REFUSED, SILENT, BROKEN, BUSY)).containsExactly(100L, 100L, 100L, 100L);
	}

	@Test
	void withoutPausesIsTriedAgainAtOnceOrNotAtAll() {
		BackOff noPauses = () -> () -> RetryPauses.ONLY_AT_ONCE;
		failWith(CUT_OFF);
		assertThat(call(GET, noPauses, Duration.ofSeconds(30)).run().body()).isEqualTo("{}");
		for (PiliException failure : List.of(BROKEN, BUSY, REFUSED, SILENT)) {
			failWith(failure);
			assertThatExceptionOfType(PiliException.class)
				.isThrownBy(() -> call(GET, noPauses, Duration.ofSeconds(30)).run())
				.isSameAs(failure);
		}
		failWith(CUT_OFF, CUT_OFF);
		assertThatExceptionOfType(PiliException.class)
			.isThrownBy(() -> call(GET, noPauses, Duration.ofSeconds(30)).run())
			.isSameAs(CUT_OFF);
	}

	@Test
	void onlyABrokenConnectionThatWasKeptAliveIsReplacedAtOnce() {
		this.reported = (connection) -> {
			connection.waits();
			connection.has(Phase.ON_NEW_CONNECTION);
		};
		assertThat(pausesAfter(CUT_OFF)).containsExactly(100L);
		assertThat(this.onFreshConnection).containsExactly(false, false);
		this.reported = (connection) -> {
			connection.waits();
			connection.has(Phase.ON_KEPT_CONNECTION);
			connection.has(Phase.ON_NEW_CONNECTION);
		};
		this.onFreshConnection.clear();
		assertThat(pausesAfter(CUT_OFF)).containsExactly(0L);
		assertThat(this.onFreshConnection).containsExactly(false, true);
		this.reported = ConnectionUse::waits;
		this.onFreshConnection.clear();
		assertThat(pausesAfter(NO_POOL, NO_POOL)).containsExactly(100L, 100L);
		assertThat(this.onFreshConnection).containsExactly(false, false, false);
	}

	@Test
	void callThatIsRetriedDoesNotLoseItsPlaceInTheQueueForAConnection() {
		List<Boolean> patient = new ArrayList<>();
		this.reported = (connection) -> patient.add(connection.isPatient());
		failWith(BROKEN);
		run(GET, 3);
		run(CREATE, 3);
		assertThat(patient).containsExactly(true, true, true);
		patient.clear();
		for (long pause : new long[] { BackOffExecution.STOP, RetryPauses.ONLY_AT_ONCE }) {
			call(GET, () -> () -> pause, Duration.ofSeconds(30)).run();
		}
		assertThat(patient).containsExactly(false, false);
	}

	@Test
	void budgetLimitsTheRetriesOfAllCalls() {
		this.budget = budget(4, 0);
		failWith(BROKEN, BROKEN, BROKEN, BROKEN);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3)).isSameAs(BROKEN);
		failWith(BUSY, REFUSED);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3))
			.isSameAs(REFUSED)
			.satisfies((ex) -> assertThat(ex.getSuppressed()).containsExactly(BUSY));
		assertThat(this.denied).containsExactly(REFUSED);
		failWith(BROKEN);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3)).isSameAs(BROKEN);
		assertThat(this.onFreshConnection).hasSize(4 + 2 + 1);
		assertThat(this.budget.isExhausted()).isTrue();
	}

	@Test
	void callsThatWouldNotBeRetriedAnywayTakeNothingOfTheBudget() {
		this.budget = budget(1, 0);
		for (PiliException failure : List.of(CUT_OFF, BROKEN, GONE, WRONG, CERTIFICATE)) {
			failWith(failure);
			assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(CREATE, 3));
		}
		failWith(BROKEN);
		assertThatExceptionOfType(PiliException.class)
			.isThrownBy(() -> call(GET, new FixedBackOff(60_000, 3), Duration.ofSeconds(30)).run());
		failWith(BROKEN);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 0));
		assertThat(this.budget.available()).isOne();
		assertThat(this.denied).isEmpty();
	}

	@Test
	void errorsThatShowThatPiliWorksFillTheBudget() {
		this.budget = budget(100, 0);
		failWith(BROKEN, BROKEN, BROKEN);
		run(GET, 3);
		assertThat(this.budget.available()).isEqualTo(97.1);
		for (PiliException failure : List.of(GONE, REFUSED_KEYS, WRONG)) {
			failWith(failure);
			assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3));
		}
		assertThat(this.budget.available()).isEqualTo(97.4);
		failWith(CERTIFICATE);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3));
		failWith(BUSY);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(CREATE, 3));
		assertThat(this.budget.available()).isEqualTo(97.4);
	}

	@Test
	void noMoreConnectionsBreakThanCallsHaveLeftOpen() {
		this.budget = budget(5, 2);
		for (int i = 0; i < 2; i++) {
			failWith(CUT_OFF, WRONG);
			assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3)).isSameAs(WRONG);
		}
		// Each call has left one more
		assertThat(this.budget.available()).isEqualTo(5);
		failWith(CUT_OFF, CUT_OFF, CUT_OFF, CUT_OFF);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3));
		assertThat(this.budget.available()).isEqualTo(3);
		failWith(CUT_OFF, CUT_OFF, CUT_OFF, CUT_OFF);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3));
		assertThat(this.budget.available()).isEqualTo(1);
		failWith(CUT_OFF, CUT_OFF);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> run(GET, 3));
		assertThat(this.budget.available()).isEqualTo(0);
	}

	@Test
	void pausesGoByAClockThatIsNotSet() {
		this.attemptTime = Duration.ofSeconds(10);
		failWith(BROKEN, BROKEN, BROKEN);
		assertThatExceptionOfType(PiliException.class)
			.isThrownBy(() -> call(GET, new FixedBackOff(4_000, 10), Duration.ofSeconds(30)).run());
		assertThat(this.time.pauses).containsExactly(4_000L, 4_000L);
		assertThat(this.onFreshConnection).hasSize(3);
	}

	@Test
	void waitsAsLongAsPiliAsksFor() {
		PiliException busy = new PiliTooManyRequestsException("busy",
				new PiliError(429, null, null, null, Duration.ofSeconds(7)));
		PiliException broken = new PiliServerException("broken",
				new PiliError(503, null, null, null, Duration.ofMillis(1)));
		assertThat(pausesAfter(busy, broken, BROKEN)).containsExactly(7000L, 100L, 100L);
	}

	@Test
	void doesNotWaitLongerThanTheCallMayTake() {
		failWith(new PiliTooManyRequestsException("busy",
				new PiliError(429, null, null, null, Duration.ofDays(10_000))));
		assertThatExceptionOfType(PiliTooManyRequestsException.class).isThrownBy(() -> run(GET, 3));
		assertThat(this.onFreshConnection).hasSize(1);
	}

	@Test
	void interruptionEndsTheWait() {
		failWith(BROKEN);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(PiliException.class)
			.isThrownBy(() -> call(GET, new FixedBackOff(60_000, 1), Duration.ofHours(1)).run())
			.isSameAs(BROKEN);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void otherExceptionsAndErrorsStayWhatTheyAre() {
		assertThatIllegalStateException().isThrownBy(() -> throwing(new IllegalStateException("own")).run())
			.withMessage("own");
		assertThatExceptionOfType(StackOverflowError.class)
			.isThrownBy(() -> throwing(new StackOverflowError("own")).run())
			.withMessage("own");
	}

	@Test
	void timeOfTheSystemPasses() throws InterruptedException {
		long before = System.nanoTime();
		long start = RetriedCall.Time.SYSTEM.nanoTime();
		assertThat(start - before).isBetween(0L, System.nanoTime() - before);
		RetriedCall.Time.SYSTEM.sleep(20);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> RetriedCall.Time.SYSTEM.sleep(60_000));
	}

	private RetriedCall throwing(Throwable failure) {
		return new RetriedCall(GET, (request, connection) -> {
			if (failure instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) failure;
		}, deadline(Duration.ofSeconds(5)), RetryPauses.of(new FixedBackOff(0, 3)), this.budget, (request, before) -> {
		}, this.time);
	}

	private static RetryBudget budget(int size, int keptConnections) {
		RetryBudget budget = new RetryBudget("pili.example.com", RetryBudgetSettings.create().size(size));
		for (int i = 0; i < keptConnections; i++) {
			budget.succeeded();
		}
		return budget;
	}

	private void failWith(PiliException... failures) {
		this.failures.clear();
		this.failures.addAll(Arrays.asList(failures));
	}

	private ApiResponse run(ApiRequest request, int retries) {
		return call(request, new FixedBackOff(0, retries), Duration.ofSeconds(30)).run();
	}

	private RetriedCall call(ApiRequest request, BackOff backOff, Duration timeout) {
		return new RetriedCall(request, this::attempt, deadline(timeout), RetryPauses.of(backOff), this.budget,
				this.listener, this.time);
	}

	private long deadline(Duration timeout) {
		return this.time.nanoTime() + timeout.toNanos();
	}

	private ApiResponse attempt(ApiRequest request, ConnectionUse connection) {
		this.onFreshConnection.add(connection.isFreshWanted());
		this.reported.accept(connection);
		this.time.pass(this.attemptTime);
		@Nullable PiliException failure = this.failures.poll();
		if (failure != null) {
			throw failure;
		}
		return new ApiResponse(request, 200, null, "{}");
	}

	private List<Long> pausesAfter(PiliException... failures) {
		this.time.pauses.clear();
		failWith(failures);
		call(GET, new FixedBackOff(100, 10), Duration.ofSeconds(30)).run();
		return List.copyOf(this.time.pauses);
	}

	/**
	 * A clock that only moves during pauses and attempts.
	 */
	private static final class TestTime implements RetriedCall.Time {

		private final List<Long> pauses = new ArrayList<>();

		// Close to an overflow, which a comparison of differences survives
		private long now = Long.MAX_VALUE - 1000;

		@Override
		public long nanoTime() {
			return this.now;
		}

		@Override
		public void sleep(long millis) throws InterruptedException {
			if (Thread.currentThread().isInterrupted()) {
				Thread.interrupted();
				throw new InterruptedException();
			}
			this.pauses.add(millis);
			pass(Duration.ofMillis(millis));
		}

		void pass(Duration duration) {
			this.now += duration.toNanos();
		}

	}

}
