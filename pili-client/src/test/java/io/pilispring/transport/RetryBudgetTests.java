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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.pilispring.CapturedLog;
import io.pilispring.PiliServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RetryBudget} and its settings.
 */
class RetryBudgetTests {

	@Test
	void isFullAtFirstAndNeverFuller() {
		RetryBudget budget = budget(2, 0.5);
		succeed(budget, 10);
		assertThat(budget.available()).isEqualTo(2);
		assertThat(budget.take()).isTrue();
		assertThat(budget.take()).isTrue();
		assertThat(budget.take()).isFalse();
		succeed(budget, 1);
		assertThat(budget.available()).isEqualTo(0.5);
		assertThat(budget.take()).isFalse();
		succeed(budget, 1);
		assertThat(budget.take()).isTrue();
		assertThat(budget.take()).isFalse();
	}

	@Test
	void isLoggedOnceWhenItIsExhaustedAndOnceWhenItHasRecovered() {
		RetryBudget budget = budget(20, 0.1);
		try (CapturedLog log = CapturedLog.of(RetryBudget.class)) {
			while (budget.take()) {
				assertThat(budget.isExhausted()).isFalse();
			}
			assertThat(budget.isExhausted()).isTrue();
			assertThat(log.text()).containsOnlyOnce(
					"Calls to 'pili.example.com' are no longer retried, because too many have failed: all 20 retries");
			budget.take();
			succeed(budget, 10);
			assertThat(budget.take()).isTrue();
			assertThat(budget.take()).isFalse();
			assertThat(log.text()).containsOnlyOnce("no longer retried").doesNotContain("again");
			succeed(budget, 20);
			assertThat(budget.isExhausted()).isFalse();
			succeed(budget, 20);
			assertThat(log.text()).containsOnlyOnce("Calls to 'pili.example.com' are retried again");
			while (budget.take()) {
				assertThat(budget.isExhausted()).isFalse();
			}
			assertThat(log.text().split("no longer retried")).hasSize(3);
		}
	}

	@Test
	void isNoLimitWhereItIsDisabled() {
		RetryBudget budget = new RetryBudget("pili.example.com", RetryBudgetSettings.create().enabled(false).size(0));
		assertThat(budget.isLimited()).isFalse();
		assertThat(budget(0, 0).isLimited()).isTrue();
		assertThat(budget.take()).isTrue();
		assertThat(budget.takeKeptConnection()).isTrue();
		assertThat(budget.isExhausted()).isFalse();
	}

	@Test
	void emptyBudgetIsNoRetryAtAll() {
		RetryBudget budget = budget(0, 0.1);
		succeed(budget, 100);
		assertThat(budget.take()).isFalse();
	}

	@Test
	void keptConnectionsAreAtMostTheCallsThatSucceeded() {
		RetryBudget budget = budget(5, 0.1);
		assertThat(budget.takeKeptConnection()).isFalse();
		succeed(budget, 2);
		assertThat(budget.takeKeptConnection()).isTrue();
		assertThat(budget.takeKeptConnection()).isTrue();
		assertThat(budget.takeKeptConnection()).isFalse();
		succeed(budget, 10_000);
		int taken = 0;
		while (budget.takeKeptConnection()) {
			taken++;
		}
		assertThat(taken).isEqualTo(256);
	}

	@Test
	void manyThreadsTakeNoMoreThanThereIs() throws Exception {
		RetryBudget budget = budget(10_000, 0);
		AtomicInteger taken = new AtomicInteger();
		ExecutorService executor = Executors.newFixedThreadPool(8);
		try {
			List<Future<?>> threads = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				threads.add(executor.submit(() -> {
					for (int j = 0; j < 5_000; j++) {
						if (budget.take()) {
							taken.incrementAndGet();
						}
						budget.succeeded();
					}
				}));
			}
			for (Future<?> thread : threads) {
				thread.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(taken).hasValue(10_000);
	}

	@Test
	void eachServiceHasItsOwn() {
		PiliTransport transport = PiliServer.transportBuilder("http://127.0.0.1:1")
			.retry(RetrySettings.create().budget(RetryBudgetSettings.create().size(3)))
			.build();
		RetryBudget pili = transport.forHub("a").retryBudget(ApiService.PILI);
		assertThat(pili).isSameAs(transport.retryBudget(ApiService.PILI))
			.isSameAs(transport.forHub("b").retryBudget(ApiService.PILI));
		assertThat(transport.retryBudget(ApiService.FOP)).isNotNull().isNotSameAs(pili);
		assertThat(pili.size()).isEqualTo(3);
		assertThat(pili).hasToString("RetryBudget[host=127.0.0.1:1, available=3.0, size=3]");
	}

	@Test
	void settingsAreChecked() {
		RetryBudgetSettings settings = RetryBudgetSettings.create();
		for (int size : new int[] { -1, 1_000_001 }) {
			assertThatIllegalArgumentException().isThrownBy(() -> settings.size(size))
				.withMessage("'size' must be from 0 to 1000000, but is " + size);
		}
		for (double refill : new double[] { -0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY }) {
			assertThatIllegalArgumentException().isThrownBy(() -> settings.refill(refill))
				.withMessage("'refill' must be from 0 to 100, but is " + refill);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> RetrySettings.create().budget(null));
		assertThat(RetryBudgetSettings.create().size(1_000_000).refill(100.0)).satisfies((greatest) -> {
			assertThat(greatest.size()).isEqualTo(1_000_000);
			assertThat(greatest.refill()).isEqualTo(100);
		});
		assertThat(RetryBudgetSettings.create().size(0).refill(0.0)).satisfies((least) -> {
			assertThat(least.size()).isZero();
			assertThat(least.refill()).isZero();
		});
		assertThat(settings.size(null).refill(null).enabled(null)).usingRecursiveComparison()
			.isEqualTo(RetryBudgetSettings.create());
	}

	private static RetryBudget budget(int size, double refill) {
		return new RetryBudget("pili.example.com", RetryBudgetSettings.create().size(size).refill(refill));
	}

	private static void succeed(RetryBudget budget, int times) {
		for (int i = 0; i < times; i++) {
			budget.succeeded();
		}
	}

}
