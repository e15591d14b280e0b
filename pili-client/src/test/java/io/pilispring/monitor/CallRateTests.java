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

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link CallRate}.
 */
class CallRateTests {

	@Test
	void callsAreNoMoreThanAllowed() {
		callsAreNoMoreThanAllowed(new CallRate(100));
	}

	private void callsAreNoMoreThanAllowed(CallRate rate) {
		long start = System.nanoTime();
		for (int i = 0; i < 11; i++) {
			rate.await();
		}
		// A lower bound of the wait, which no slow machine can break
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100_000_000);
	}

	@Test
	void idleTimeIsNotSavedUp() {
		CallRate rate = new CallRate(100);
		long idleUntil = System.nanoTime() + 300_000_000;
		Awaitility.await().until(() -> System.nanoTime() - idleUntil > 0);
		callsAreNoMoreThanAllowed(rate);
	}

	@Test
	void interruptionEndsTheWait() {
		CallRate rate = new CallRate(1);
		rate.await();
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(rate::await).withMessageContaining("Interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

}
