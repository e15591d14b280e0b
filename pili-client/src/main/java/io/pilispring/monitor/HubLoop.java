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

	private long turn;

	private boolean running;

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

	/**
	 * Run a round as soon as it is due, because this instance has just taken the lease.
	 */
	void wake() {
		scheduleRound(Duration.ZERO);
	}

	/**
	 * Read what another instance has stored, if this one does not sample the hub.
	 */
	void refresh() {
		if (!this.monitor.isLeader()) {
			this.monitor.refresh(this::isActive);
		}
	}

	HubMonitor monitor() {
		return this.monitor;
	}

	private boolean isActive() {
		return !this.stopped;
	}

	// Replaces the round that was scheduled before, if there is one. A running round
	// schedules the next one itself.
	private synchronized void scheduleRound(Duration delay) {
		if (isActive() && !this.running) {
			long turn = ++this.turn;
			this.threads.schedule(delay, () -> runRound(turn));
		}
	}

	private synchronized boolean begin(long turn) {
		if (turn != this.turn || this.running) {
			return false;
		}
		this.running = true;
		return true;
	}

	private synchronized void end(Duration delay) {
		this.running = false;
		scheduleRound(delay);
	}

	private void runRound(long turn) {
		if (!begin(turn)) {
			return;
		}
		Duration delay = this.schedule.interval();
		try {
			if (isActive() && this.monitor.isLeader()) {
				Duration wait = this.monitor.untilDue();
				delay = (wait.isZero())
						? this.schedule.delayAfter(this.monitor.run(this::isActive, this.threads::execute)) : wait;
			}
		}
		catch (Throwable ex) {
			// Whatever was thrown, the next round must be scheduled
			if (isActive()) {
				logger.error("A round of hub '%s' failed".formatted(this.monitor.snapshot().key()), ex);
			}
		}
		finally {
			end(delay);
		}
	}

}
