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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The rounds of one hub from a start to the next stop. Each start creates a new loop, so
 * that a round that is still running at a stop cannot continue after the next start.
 */
final class HubLoop {

	private static final Log logger = LogFactory.getLog(HubLoop.class);

	private final HubMonitor monitor;

	private final MonitorThreads threads;

	private final RoundSchedule schedule;

	private volatile boolean stopped;

	HubLoop(HubMonitor monitor, MonitorThreads threads, RoundSchedule schedule) {
		this.monitor = monitor;
		this.threads = threads;
		this.schedule = schedule;
	}

	void start(Duration firstDelay) {
		scheduleRound(firstDelay);
	}

	// With the monitor's lock, so that afterwards no round of this loop has any effect
	void stop() {
		synchronized (this.monitor) {
			this.stopped = true;
		}
	}

	private boolean isActive() {
		return !this.stopped;
	}

	private void scheduleRound(Duration delay) {
		if (isActive()) {
			this.threads.schedule(delay, this::runRound);
		}
	}

	private void runRound() {
		Duration delay = this.schedule.interval();
		try {
			if (isActive()) {
				delay = this.schedule.delayAfter(this.monitor.run(this::isActive, this.threads::execute));
			}
		}
		catch (Throwable ex) {
			// Whatever was thrown, the next round must be scheduled
			if (isActive()) {
				logger.error("A round of hub '%s' failed".formatted(this.monitor.snapshot().key()), ex);
			}
		}
		finally {
			scheduleRound(delay);
		}
	}

}
