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
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.pilispring.internal.Batches;
import io.pilispring.transport.BackgroundCalls;

/**
 * The calls of one round. They run in separate threads, so that the waiting thread can
 * give up on a call that does not return.
 */
final class RoundCalls {

	private final MonitoredHub hub;

	private final MonitorSettings settings;

	private final Runnable rate;

	private final Executor executor;

	private final InstantSource time;

	private final LongSupplier progressTime;

	private final Queue<List<String>> batches = new ConcurrentLinkedQueue<>();

	private final Queue<BatchResult> results = new ConcurrentLinkedQueue<>();

	private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

	private final AtomicInteger running = new AtomicInteger();

	// Calls that wait for their turn, which is no silence of PILI
	private final AtomicInteger waiting = new AtomicInteger();

	private final CountDownLatch done = new CountDownLatch(1);

	private final long startedAt = System.nanoTime();

	private volatile @Nullable WatchList watchList;

	// Not set before the first request, so that waiting for it is not a timeout
	private volatile @Nullable Long lastProgress;

	private volatile boolean cancelled;

	RoundCalls(MonitoredHub hub, MonitorSettings settings, Runnable rate, Executor executor, InstantSource time) {
		this(hub, settings, rate, executor, time, System::nanoTime);
	}

	RoundCalls(MonitoredHub hub, MonitorSettings settings, Runnable rate, Executor executor, InstantSource time,
			LongSupplier progressTime) {
		this.hub = hub;
		this.settings = settings;
		this.rate = rate;
		this.executor = executor;
		this.time = time;
		this.progressTime = progressTime;
	}

	/**
	 * Return when the round was started, which is before any of its requests was sent.
	 * @return the time, by {@link System#nanoTime()}
	 */
	long startedAt() {
		return this.startedAt;
	}

	void start(Map<String, String> found) {
		execute(() -> prepare(found));
	}

	private void prepare(Map<String, String> found) {
		WatchList list = call(() -> WatchList.create(this.hub, this.settings, found));
		this.batches.addAll(Batches.of(list.ids(), this.hub.batchSize()));
		this.watchList = list;
		if (list.ids().isEmpty() && !this.settings.connected()) {
			call(() -> {
				this.hub.probe();
				return true;
			});
		}
		int workers = Math.min(this.settings.concurrency(), this.batches.size());
		for (int i = 0; i < workers; i++) {
			execute(this::measure);
		}
	}

	private void measure() {
		List<String> ids = this.batches.poll();
		while (ids != null && !isOver()) {
			List<String> batch = ids;
			long requestedAt = System.nanoTime();
			Map<String, StreamMeasurement> measurements = call(() -> this.hub.measure(batch));
			progress();
			this.results.add(new BatchResult(batch, measurements, requestedAt, this.time.instant()));
			ids = this.batches.poll();
		}
	}

	private <T> T call(Supplier<T> calls) {
		return BackgroundCalls.run(this::beforeRequest, calls);
	}

	private void execute(Runnable calls) {
		this.running.incrementAndGet();
		try {
			this.executor.execute(() -> run(calls));
		}
		catch (Throwable ex) {
			// For example, if no thread can be started
			fail(ex);
			end();
		}
	}

	private void run(Runnable calls) {
		try {
			calls.run();
		}
		catch (Throwable ex) {
			fail(ex);
		}
		finally {
			end();
		}
	}

	private void fail(Throwable failure) {
		this.failure.compareAndSet(null, (failure instanceof RuntimeException exception) ? exception
				: new IllegalStateException("A call of the monitor failed: " + failure, failure));
	}

	private void end() {
		if (this.running.decrementAndGet() == 0) {
			this.done.countDown();
		}
	}

	private void beforeRequest() {
		if (isOver()) {
			throw new IllegalStateException("The round is over");
		}
		this.waiting.incrementAndGet();
		try {
			this.rate.run();
			progress();
		}
		finally {
			this.waiting.decrementAndGet();
		}
	}

	private void progress() {
		this.lastProgress = this.progressTime.getAsLong();
	}

	private boolean isOver() {
		return this.cancelled || this.failure.get() != null;
	}

	boolean awaitDone(Duration limit) throws InterruptedException {
		return this.done.await(limit.toNanos(), TimeUnit.NANOSECONDS);
	}

	boolean isSilentFor(Duration limit) {
		Long last = this.lastProgress;
		return last != null && this.waiting.get() == 0 && this.progressTime.getAsLong() - last > limit.toNanos();
	}

	void cancel(RuntimeException reason) {
		this.failure.compareAndSet(null, reason);
		this.cancelled = true;
	}

	@Nullable RuntimeException failure() {
		return this.failure.get();
	}

	@Nullable WatchList watchList() {
		return this.watchList;
	}

	/**
	 * Take the results since the last time. Those that arrived before the round was given
	 * up count; nobody takes later ones.
	 * @return the results by the ids of the streams
	 */
	Map<String, BatchResult> takeResults() {
		Map<String, BatchResult> taken = new LinkedHashMap<>();
		for (BatchResult result = this.results.poll(); result != null; result = this.results.poll()) {
			for (String id : result.ids()) {
				taken.put(id, result);
			}
		}
		return taken;
	}

	record BatchResult(List<String> ids, Map<String, StreamMeasurement> measurements, long requestedAt, Instant at) {

		StreamMeasurement measurement(String id) {
			return this.measurements.getOrDefault(id, StreamMeasurement.DISCONNECTED);
		}

	}

}
