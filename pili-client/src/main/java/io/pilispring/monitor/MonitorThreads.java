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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The threads of the monitor: one that only keeps time, and one for each thing that is
 * under way.
 */
class MonitorThreads {

	private static final Duration TERMINATION_TIMEOUT = Duration.ofMillis(500);

	private final boolean virtual;

	private @Nullable ScheduledExecutorService timer;

	private @Nullable SimpleAsyncTaskExecutor executor;

	MonitorThreads(boolean virtual) {
		this.virtual = virtual;
	}

	synchronized void start() {
		this.executor = new SimpleAsyncTaskExecutor("pili-monitor-");
		this.executor.setVirtualThreads(this.virtual);
		this.executor.setDaemon(true);
		// Interrupts what is under way at the end; a call that cannot be is left to its
		// own timeout
		this.executor.setTaskTerminationTimeout(TERMINATION_TIMEOUT.toMillis());
		ThreadFactory factory = (task) -> {
			Thread thread = new Thread(task, "pili-monitor-timer");
			thread.setDaemon(true);
			return thread;
		};
		this.timer = new ScheduledThreadPoolExecutor(1, factory);
	}

	synchronized void schedule(Duration delay, Task task) {
		if (this.timer != null) {
			this.timer.schedule(() -> execute(() -> run(task)), delay.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	private void run(Task task) {
		try {
			task.run();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	synchronized void execute(Runnable task) {
		if (this.executor != null) {
			this.executor.execute(task);
		}
	}

	synchronized void stop() {
		if (this.timer != null) {
			this.timer.shutdownNow();
			this.timer = null;
		}
		if (this.executor != null) {
			this.executor.close();
			this.executor = null;
		}
	}

	/**
	 * Something that may be interrupted.
	 */
	interface Task {

		void run() throws InterruptedException;

	}

}
