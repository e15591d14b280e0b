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

package io.pilispring.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks in daemon threads that have ended when this is closed.
 */
final class BackgroundTasks {

	private static final long CLOSE_MILLIS = 10_000;

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	private final ScheduledThreadPoolExecutor executor;

	BackgroundTasks(String name, int threads) {
		this.executor = new ScheduledThreadPoolExecutor(threads, (task) -> newThread(name, task));
	}

	private Thread newThread(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		this.threads.add(thread);
		return thread;
	}

	void schedule(Runnable task, long delayMillis) {
		try {
			this.executor.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// Closed meanwhile, so nothing is sent any more
		}
	}

	/**
	 * End all tasks. An interrupted thread does not wait for them.
	 * @param abort ends what a task is waiting for
	 */
	void close(Runnable abort) {
		this.executor.shutdownNow();
		abort.run();
		try {
			for (Thread thread : this.threads) {
				thread.join(CLOSE_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
