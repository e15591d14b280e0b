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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MonitorThreads}.
 */
class MonitorThreadsTests {

	@Test
	void taskRunsLaterWhereNoThreadCanBeStarted() throws Exception {
		AtomicInteger attempts = new AtomicInteger();
		CountDownLatch ran = new CountDownLatch(1);
		MonitorThreads threads = new MonitorThreads(false) {

			@Override
			void execute(Runnable task) {
				if (attempts.incrementAndGet() == 1) {
					throw new OutOfMemoryError("unable to create native thread");
				}
				super.execute(task);
			}

		};
		threads.schedule(Duration.ZERO, ran::countDown);
		assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(attempts).hasValue(2);
		threads.stop();
	}

	@Test
	void nothingRunsAfterTheStop() {
		MonitorThreads threads = new MonitorThreads(false);
		threads.stop();
		AtomicInteger ran = new AtomicInteger();
		threads.schedule(Duration.ZERO, ran::incrementAndGet);
		assertThat(ran).hasValue(0);
	}

	@Test
	void taskRunsAfterItsDelayInADaemonOfTheMonitor() throws Exception {
		MonitorThreads threads = new MonitorThreads(false);
		try {
			CompletableFuture<Thread> thread = new CompletableFuture<>();
			long start = System.nanoTime();
			threads.schedule(Duration.ofMillis(50), () -> thread.complete(Thread.currentThread()));
			assertThat(thread.get(30, TimeUnit.SECONDS).getName()).startsWith("pili-monitor-")
				.isNotEqualTo("pili-monitor-timer");
			assertThat(thread.get().isDaemon()).isTrue();
			// A lower bound, which no slow machine can break
			assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
		}
		finally {
			threads.stop();
		}
	}

	@Test
	void stopInterruptsWhatIsRunning() throws Exception {
		MonitorThreads threads = new MonitorThreads(false);
		CountDownLatch started = new CountDownLatch(1);
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		threads.execute(() -> {
			started.countDown();
			try {
				interrupted.complete(new CountDownLatch(1).await(20, TimeUnit.SECONDS));
			}
			catch (InterruptedException ex) {
				interrupted.complete(true);
			}
		});
		assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
		threads.stop();
		assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void taskThatWasStoppedBeforeItBeganIsNoUncaughtException() throws Exception {
		MonitorThreads threads = new MonitorThreads(false);
		CompletableFuture<Thread> thread = new CompletableFuture<>();
		List<Throwable> uncaught = new CopyOnWriteArrayList<>();
		threads.execute(() -> {
			Thread.currentThread().setUncaughtExceptionHandler((current, ex) -> uncaught.add(ex));
			thread.complete(Thread.currentThread());
			throw new CancellationException();
		});
		thread.get(20, TimeUnit.SECONDS).join(20_000);
		assertThat(thread.get().isAlive()).isFalse();
		assertThat(uncaught).isEmpty();
		threads.stop();
	}

}
