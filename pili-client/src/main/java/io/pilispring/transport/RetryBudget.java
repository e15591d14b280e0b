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

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The retries that all calls of a transport to one service share. Each retry takes one of
 * the budget, each call that succeeds adds a fraction of one. While nothing succeeds the
 * budget is soon exhausted, and calls fail with their first failure, so that a service
 * that is down is not sent a multiple of the requests.
 * <p>
 * The immediate retry after a kept-alive connection turned out to be broken takes nothing
 * of the budget, because it is no sign of an outage. Such retries are limited too: there
 * are no more kept-alive connections than calls that succeeded.
 *
 * @since 0.1.0
 */
public final class RetryBudget {

	private static final Log logger = LogFactory.getLog(RetryBudget.class);

	// An upper limit of connections that a restart of the service breaks
	private static final int MAX_KEPT_CONNECTIONS = 256;

	private static final int RECOVERED_AT = 10;

	private static final long UNIT = 1000;

	private final String host;

	private final boolean limited;

	private final long size;

	private final long refill;

	private final AtomicLong available;

	private final AtomicLong keptConnections = new AtomicLong();

	private final AtomicBoolean exhausted = new AtomicBoolean();

	RetryBudget(String host, RetryBudgetSettings settings) {
		this.host = host;
		this.limited = settings.isEnabled();
		this.size = settings.size() * UNIT;
		this.refill = Math.round(settings.refill() * UNIT);
		this.available = new AtomicLong(this.size);
	}

	/**
	 * Return whether retries are limited at all.
	 * @return whether there is a limit
	 */
	public boolean isLimited() {
		return this.limited;
	}

	/**
	 * Return the maximum number of retries that the budget holds.
	 * @return the size
	 */
	public int size() {
		return (int) (this.size / UNIT);
	}

	/**
	 * Return the number of retries that are available now.
	 * @return the number of retries, with the fractions that successful calls added
	 */
	public double available() {
		return (double) this.available.get() / UNIT;
	}

	/**
	 * Return whether the budget was exhausted, and has not recovered yet: calls that fail
	 * are hardly retried. It has recovered when a tenth of its size is available again.
	 * @return whether it is exhausted
	 */
	public boolean isExhausted() {
		return this.exhausted.get();
	}

	/**
	 * Take a retry.
	 * @return whether there was one
	 */
	boolean take() {
		if (!this.limited || takeFrom(this.available, UNIT)) {
			return true;
		}
		if (this.exhausted.compareAndSet(false, true)) {
			logger.warn("Calls to '%s' are no longer retried, because too many have failed: all %d retries are used up"
				.formatted(this.host, size()));
		}
		return false;
	}

	/**
	 * Take the immediate retry after a broken connection that may have been a kept-alive
	 * one.
	 * @return whether there can have been such a connection
	 */
	boolean takeKeptConnection() {
		return !this.limited || takeFrom(this.keptConnections, 1);
	}

	private static boolean takeFrom(AtomicLong stock, long amount) {
		return stock.getAndUpdate((current) -> (current >= amount) ? current - amount : current) >= amount;
	}

	/**
	 * Add what a call that succeeded adds.
	 */
	void succeeded() {
		if (!this.limited) {
			return;
		}
		add(this.keptConnections, 1, MAX_KEPT_CONNECTIONS);
		add(this.available, this.refill, this.size);
		if (this.exhausted.get() && this.available.get() >= this.size / RECOVERED_AT
				&& this.exhausted.compareAndSet(true, false)) {
			logger.info("Calls to '%s' are retried again".formatted(this.host));
		}
	}

	// Usually it is full, and then nothing is written that other threads must see
	private static void add(AtomicLong stock, long amount, long max) {
		if (stock.get() < max) {
			stock.updateAndGet((current) -> Math.min(current + amount, max));
		}
	}

	@Override
	public String toString() {
		return "RetryBudget[host=" + this.host + ", available=" + available() + ", size=" + size() + "]";
	}

}
