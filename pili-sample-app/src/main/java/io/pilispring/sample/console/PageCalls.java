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

package io.pilispring.sample.console;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

import io.pilispring.PiliTimeoutException;
import io.pilispring.transport.CallDeadline;

/**
 * Makes the calls that a page shows: side by side, and all together within the time that
 * people wait for a page.
 */
@Component
public class PageCalls {

	private static final int MAX_THREADS = 64;

	// Calls abort themselves, which may take a moment
	private static final Duration GRACE = Duration.ofMillis(300);

	private final ThreadPoolExecutor threads;

	private final Duration patience;

	PageCalls(ConsoleProperties properties) {
		this.patience = properties.patience();
		CustomizableThreadFactory factory = new CustomizableThreadFactory("page-");
		factory.setDaemon(true);
		this.threads = new ThreadPoolExecutor(0, MAX_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
	}

	/**
	 * Begin with a page.
	 * @return the calls of the page
	 */
	public Calls begin() {
		return begin(this.patience);
	}

	Calls begin(Duration patience) {
		return new Calls(System.nanoTime() + patience.toNanos());
	}

	@PreDestroy
	void stop() {
		this.threads.shutdownNow();
	}

	private static PiliTimeoutException late(Exception cause) {
		return new PiliTimeoutException("PILI did not respond in the time that a page has", cause);
	}

	/**
	 * The calls of a page.
	 */
	public final class Calls {

		private final long deadline;

		private Calls(long deadline) {
			this.deadline = deadline;
		}

		/**
		 * Start a call.
		 * @param <T> the type of the result
		 * @param call the call
		 * @return what will be its result
		 */
		public <T> Call<T> start(Supplier<T> call) {
			FutureTask<T> task = new FutureTask<>(() -> CallDeadline.within(remaining(), call));
			try {
				PageCalls.this.threads.execute(task);
			}
			catch (RejectedExecutionException ex) {
				throw late(ex);
			}
			return new Call<>(task, this);
		}

		private Duration remaining() {
			return Duration.ofNanos(Math.max(0, this.deadline - System.nanoTime()));
		}

	}

	/**
	 * A call that was started.
	 *
	 * @param <T> the type of the result
	 * @param result the result
	 * @param calls the calls of the page
	 */
	public record Call<T>(Future<T> result, Calls calls) {

		/**
		 * Return the result, or throw the exception of the call.
		 * @return the result
		 */
		public T get() {
			try {
				return this.result.get(this.calls.remaining().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof RuntimeException failure) {
					throw failure;
				}
				throw new IllegalStateException(ex.getCause());
			}
			catch (TimeoutException ex) {
				this.result.cancel(true);
				throw late(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw late(ex);
			}
		}

	}

}
