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
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The threads of the monitor from a start to the next stop: one that only schedules the
 * rounds of all hubs, and one for each round or call in progress.
 */
class MonitorThreads {

	private static final Log logger = LogFactory.getLog(MonitorThreads.class);

	private static final Duration TERMINATION_TIMEOUT = Duration.ofMillis(500);

	private static final Duration NEXT_ATTEMPT = Duration.ofSeconds(1);

	private final ScheduledThreadPoolExecutor timer;

	private final SimpleAsyncTaskExecutor executor;

	MonitorThreads(boolean virtual) {
		this.executor = new TaskExecutor();
		this.executor.setVirtualThreads(virtual);
		this.executor.setDaemon(true);
		// Interrupts running calls at the end; a call that cannot be interrupted
		// runs until its own timeout
		this.executor.setTaskTerminationTimeout(TERMINATION_TIMEOUT.toMillis());
		this.timer = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "pili-monitor-timer");
			thread.setDaemon(true);
			return thread;
		});
	}

	void schedule(Duration delay, Runnable task) {
		try {
			this.timer.schedule(() -> begin(task), delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			// Stopped meanwhile
		}
	}

	private void begin(Runnable task) {
		try {
			execute(task);
		}
		catch (Throwable ex) {
			if (this.executor.isActive()) {
				logger.error("No thread for a round of the monitor", ex);
				schedule(NEXT_ATTEMPT, task);
			}
		}
	}

	void execute(Runnable task) {
		this.executor.execute(task);
	}

	void stop() {
		this.timer.shutdownNow();
		this.executor.close();
	}

	/**
	 * Does not report a task that was stopped before it began as an uncaught exception.
	 */
	@SuppressWarnings("serial")
	private static final class TaskExecutor extends SimpleAsyncTaskExecutor {

		TaskExecutor() {
			super("pili-monitor-");
		}

		@Override
		protected void doExecute(Runnable task) {
			super.doExecute(() -> {
				try {
					task.run();
				}
				catch (CancellationException ex) {
					// Stopped meanwhile
				}
			});
		}

	}

}
