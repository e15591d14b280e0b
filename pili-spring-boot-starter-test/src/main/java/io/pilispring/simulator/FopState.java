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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A file operation whose progress follows the clock, or the file maker if there is one.
 */
final class FopState implements SimulatedFop {

	private final String id;

	private final String reqId = Ids.requestId();

	private final FopOrder order;

	private final Instant createdAt;

	private final Duration duration;

	private final InstantSource clock;

	private final AtomicInteger notifications = new AtomicInteger();

	private volatile @Nullable FopOutcome outcome;

	FopState(String id, FopOrder order, Duration duration, InstantSource clock) {
		this.id = id;
		this.order = order;
		this.createdAt = clock.instant();
		this.duration = duration;
		this.clock = clock;
	}

	@Override
	public String id() {
		return this.id;
	}

	String reqId() {
		return this.reqId;
	}

	FopOrder order() {
		return this.order;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Override
	public FopCode code() {
		return outcome().code();
	}

	FopOutcome outcome() {
		FopOutcome byHand = this.outcome;
		return (byHand != null) ? byHand : new FopOutcome(codeByClock(), null);
	}

	private FopCode codeByClock() {
		Duration elapsed = Duration.between(this.createdAt, this.clock.instant());
		if (elapsed.compareTo(this.duration) >= 0) {
			return FopCode.DONE;
		}
		return (elapsed.multipliedBy(2).compareTo(this.duration) >= 0) ? FopCode.PROCESSING : FopCode.WAITING;
	}

	void byWork() {
		this.outcome = new FopOutcome(FopCode.WAITING, null);
	}

	// An operation that test code has finished stays finished
	synchronized void advance(FopOutcome next) {
		FopOutcome before = this.outcome;
		if (before != null && !before.code().isFinal()) {
			this.outcome = next;
		}
	}

	@Override
	public synchronized void fail(String error) {
		this.outcome = new FopOutcome(FopCode.FAILED, error);
	}

	@Override
	public synchronized void finish(FopCode code) {
		if (!code.isFinal()) {
			throw new IllegalArgumentException("'code' must be final: " + code);
		}
		this.outcome = new FopOutcome(code, (code == FopCode.FAILED) ? "failed by hand" : null);
	}

	@Override
	public int notifications() {
		return this.notifications.get();
	}

	void countNotification() {
		this.notifications.incrementAndGet();
	}

	@Override
	public String toString() {
		return "SimulatedFop[" + this.id + ", " + code() + "]";
	}

}
