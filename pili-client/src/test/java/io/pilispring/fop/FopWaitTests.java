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
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliError;
import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliTooManyRequestsException;
import io.pilispring.PiliUnreadableResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class FopWaitTests {

	private static final String ID = "z1.1";

	private static final PiliException NOT_FOUND = new PiliNotFoundException("GET", error(612));

	static final List<PiliException> PASSING = List.of(NOT_FOUND, new PiliServerException("GET", error(503)),
			new PiliConnectionException("GET", new IllegalStateException()),
			new PiliTimeoutException("GET", new IllegalStateException()),
			new PiliTooManyRequestsException("GET", error(429)));

	static final List<PiliException> LASTING = List.of(new PiliCredentialsException("GET", error(401)),
			new PiliUnreadableResponseException("GET", error(200), null), new PiliException("GET", error(418)));

	private final FopClient client = mock(FopClient.class);

	private final VirtualTime time = new VirtualTime();

	private final List<FopCode> progress = new ArrayList<>();

	private final List<Object> answers = new ArrayList<>();

	@BeforeEach
	void answer() {
		given(this.client.get(ID)).willAnswer((call) -> {
			Object answer = (this.answers.size() > 1) ? this.answers.remove(0) : this.answers.get(0);
			if (answer instanceof PiliException failure) {
				throw failure;
			}
			return Fop.fromJson("{\"id\":\"z1.1\",\"code\":" + answer + "}");
		});
	}

	@Test
	void endsAtOnceIfItIsOver() {
		assertThat(await(0).code()).isEqualTo(FopCode.DONE);
		assertThat(this.time.pauses).isEmpty();
	}

	@Test
	void tellsHowFarItIs() {
		assertThat(await(1, 2, 9, 3).code()).isEqualTo(FopCode.FAILED);
		assertThat(this.progress).containsExactly(FopCode.WAITING, FopCode.PROCESSING, FopCode.UNKNOWN, FopCode.FAILED);
	}

	@Test
	void asksAtGrowingIntervals() {
		await(1, 1, 1, 1, 1, 1, 1, 1, 0);
		assertThat(this.time.pauses).extracting(Duration::toMillis)
			.containsExactly(250L, 500L, 1000L, 2000L, 4000L, 5000L, 5000L, 5000L);
	}

	@ParameterizedTest
	@FieldSource("PASSING")
	void failuresThatPassDoNotEndTheWait(PiliException failure) {
		assertThat(await(failure, failure, 0).code()).isEqualTo(FopCode.DONE);
		assertThat(this.progress).containsExactly(FopCode.DONE);
	}

	@ParameterizedTest
	@FieldSource("LASTING")
	void otherFailuresEndTheWait(PiliException failure) {
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> await(1, failure, 0)).isSameAs(failure);
		assertThat(this.time.pauses).hasSize(1);
	}

	@Test
	void unknownIdEndsTheWaitAfterAWhile() {
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> await(NOT_FOUND)).isSameAs(NOT_FOUND);
		assertThat(this.time.elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(16));
	}

	@Test
	void unknownIdEndsTheWaitOnceItWasKnown() {
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> await(1, NOT_FOUND, 0));
	}

	@Test
	void limitEndsTheWait() {
		assertThatExceptionOfType(FopTimeoutException.class).isThrownBy(() -> await(2))
			.withMessage("File operation 'z1.1' is not finished after PT1M, last seen: PROCESSING")
			.satisfies((ex) -> assertThat(ex.lastSeen().code()).isEqualTo(FopCode.PROCESSING));
		assertThat(this.time.elapsed()).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void limitEndsTheWaitWithTheLastFailure() {
		PiliServerException failure = new PiliServerException("GET", error(503));
		assertThatExceptionOfType(FopTimeoutException.class).isThrownBy(() -> await(failure))
			.withMessageEndingWith("last seen: never")
			.withCause(failure)
			.satisfies((ex) -> assertThat(ex.lastSeen()).isNull());
	}

	@Test
	void asksOnceMoreAtTheLimit() {
		assertThat(await(Duration.ofSeconds(1), 1, 1, 1, 0).done()).isTrue();
		assertThat(this.time.pauses).extracting(Duration::toMillis).containsExactly(250L, 500L, 250L);
	}

	@Test
	void waitsAsLongAsItIsTold() {
		await(tooMany(30), 1, 0);
		assertThat(this.time.pauses).containsExactly(Duration.ofSeconds(30), Duration.ofMillis(500));
	}

	@Test
	void doesNotWaitForWhatIsBeyondTheLimit() {
		assertThatExceptionOfType(FopTimeoutException.class).isThrownBy(() -> await(tooMany(60)))
			.withCauseInstanceOf(PiliTooManyRequestsException.class);
		assertThat(this.time.pauses).isEmpty();
	}

	@Test
	void interruptionEndsTheWait() {
		this.time.interrupted = true;
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> await(1))
			.withMessageStartingWith("Interrupted")
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void exceptionOfTheListenerEndsTheWait() {
		this.answers.add(1);
		IllegalStateException failure = new IllegalStateException();
		FopWait wait = new FopWait(this.client, ID, Duration.ofMinutes(1), (fop) -> {
			throw failure;
		}, this.time);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(wait::await).isSameAs(failure);
	}

	private Fop await(Object... answers) {
		return await(Duration.ofMinutes(1), answers);
	}

	private Fop await(Duration limit, Object... answers) {
		this.answers.addAll(List.of(answers));
		return new FopWait(this.client, ID, limit, (fop) -> this.progress.add(fop.code()), this.time).await();
	}

	private static PiliException tooMany(int seconds) {
		return new PiliTooManyRequestsException("GET",
				new PiliError(429, null, null, null, Duration.ofSeconds(seconds)));
	}

	private static PiliError error(int status) {
		return new PiliError(status, null, null, null);
	}

	private static final class VirtualTime implements FopWait.Time {

		// Near the end, because nanoTime may overflow
		private static final long START = Long.MAX_VALUE - 1000;

		private final List<Duration> pauses = new ArrayList<>();

		private boolean interrupted;

		@Override
		public long nanoTime() {
			return START + elapsed().toNanos();
		}

		@Override
		public void sleep(Duration duration) throws InterruptedException {
			if (this.interrupted) {
				throw new InterruptedException();
			}
			this.pauses.add(duration);
		}

		Duration elapsed() {
			return this.pauses.stream().reduce(Duration.ZERO, Duration::plus);
		}

	}

}
