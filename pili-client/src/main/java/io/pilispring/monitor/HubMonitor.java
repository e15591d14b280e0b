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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.internal.Durations;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.RoundCalls.BatchResult;

/**
 * Monitors one hub, one round at a time, and keeps the last snapshot. Listeners are
 * notified outside the lock, so that a slow one delays only its own round.
 */
final class HubMonitor {

	private static final Log logger = LogFactory.getLog(HubMonitor.class);

	private static final Duration TICK = Duration.ofSeconds(1);

	private final MonitoredHub hub;

	private final MonitorSettings settings;

	private final Runnable rate;

	private final InstantSource time;

	private final List<SnapshotListener> listeners;

	private final ApplicationEventPublisher publisher;

	// Events left over at a stop are published after the next start
	private final Queue<StreamEvent> events = new ConcurrentLinkedQueue<>();

	private final ReentrantLock publishing = new ReentrantLock();

	private final StreamReports reports = new StreamReports();

	private volatile HubSnapshot snapshot;

	HubMonitor(String key, MonitoredHub hub, MonitorSettings settings, Runnable rate, InstantSource time,
			List<SnapshotListener> listeners, ApplicationEventPublisher publisher) {
		this.hub = hub;
		this.settings = settings;
		this.rate = rate;
		this.time = time;
		this.listeners = listeners;
		this.publisher = publisher;
		this.snapshot = HubSnapshot.of(key, hub.name(), hub.apiHost()).build();
	}

	MonitorSettings settings() {
		return this.settings;
	}

	HubSnapshot snapshot() {
		return this.snapshot;
	}

	/**
	 * Run a round. Returns when the last call has returned, so that rounds never overlap,
	 * but a failure is visible as soon as it is certain.
	 * @param active whether the round is still current; one that is not has no effect and
	 * notifies no listener
	 * @param executor runs the calls
	 * @return the round
	 * @throws InterruptedException if the thread was interrupted
	 */
	Round run(BooleanSupplier active, Executor executor) throws InterruptedException {
		RoundCalls calls = new RoundCalls(this.hub, this.settings, this.rate, executor, this.time);
		long start = System.nanoTime();
		calls.start(this.snapshot.named());
		Round givenUp = null;
		while (!calls.awaitDone(Durations.min(TICK, this.settings.timeout()))) {
			if (givenUp == null && calls.isSilentFor(this.settings.timeout())) {
				calls.cancel(new RoundTimeoutException(this.settings.timeout()));
				givenUp = round(start, calls.failure());
				apply(calls, givenUp, active);
			}
			else if (givenUp == null) {
				apply(calls, null, active);
			}
		}
		if (givenUp != null) {
			return givenUp;
		}
		Round round = round(start, calls.failure());
		apply(calls, round, active);
		return round;
	}

	private Round round(long start, @Nullable RuntimeException failure) {
		return new Round(this.time.instant(), Duration.ofNanos(System.nanoTime() - start), failure);
	}

	private void apply(RoundCalls calls, @Nullable Round round, BooleanSupplier active) {
		HubSnapshot before;
		HubSnapshot after;
		synchronized (this) {
			Map<String, BatchResult> results = calls.takeResults();
			if (!active.getAsBoolean() || (round == null && results.isEmpty())) {
				return;
			}
			before = this.snapshot;
			after = next(before, calls, results, round);
			this.snapshot = after;
			this.events.addAll(StreamChanges.between(before, after, this.reports));
			rememberDropped(before, after);
		}
		notifyListeners(before, after, round, active);
		publishEvents(active);
	}

	// So that a late report of the end is not taken for a change
	private void rememberDropped(HubSnapshot before, HubSnapshot after) {
		for (String id : before.streams().keySet()) {
			if (!after.streams().containsKey(id)) {
				this.reports.putDropped(id);
			}
		}
	}

	private HubSnapshot next(HubSnapshot before, RoundCalls calls, Map<String, BatchResult> results,
			@Nullable Round round) {
		WatchList watchList = calls.watchList();
		HubSnapshot.Builder next = before.toBuilder();
		results.forEach((id, result) -> {
			if (!this.reports.isNewer(id, result.requestedAt())) {
				next.stream(sample(id, next.find(id), result));
			}
		});
		if (round != null) {
			next.lastRound(round);
		}
		if (watchList != null) {
			next.named(watchList.named());
			if (round != null && round.failure() == null) {
				next.keepOnly((id) -> watchList.ids().contains(id) || this.reports.isNewer(id, calls.startedAt()));
			}
		}
		return next.build();
	}

	private StreamSample sample(String id, @Nullable StreamSample before, BatchResult result) {
		StreamMeasurement measurement = result.measurement(id);
		StreamState state = FreezeRule.state((before != null) ? before.state() : StreamState.DISCONNECTED, measurement,
				this.settings);
		return StreamSample.of(id, this.hub.title(id), state, measurement, result.at());
	}

	private void notifyListeners(HubSnapshot before, HubSnapshot after, @Nullable Round round, BooleanSupplier active) {
		for (SnapshotListener listener : this.listeners) {
			if (!active.getAsBoolean()) {
				return;
			}
			try {
				listener.onSnapshot(before, after);
				if (round != null) {
					listener.onRound(after, round);
				}
			}
			catch (Throwable ex) {
				// Even an Error must not prevent the other calls, or end the loop
				logger.warn("A listener of hub '%s' failed".formatted(after.key()), ex);
			}
		}
	}

	/**
	 * Take over the state of a stream that was seen elsewhere than in a round, and
	 * publish it if it is a change.
	 * @param id the id of the stream
	 * @param measurement the measurement
	 * @return whether it is a change
	 */
	boolean report(String id, StreamMeasurement measurement) {
		HubSnapshot before;
		HubSnapshot after;
		synchronized (this) {
			before = this.snapshot;
			StreamSample known = before.streams().get(id);
			StreamState from = (known != null) ? known.state() : this.reports.state(id);
			StreamState to = (measurement.connected()) ? StreamState.CONNECTED : StreamState.DISCONNECTED;
			// A frozen stream is live too
			if (from == to || (from == StreamState.FROZEN && measurement.connected())) {
				return false;
			}
			StreamSample sample = StreamSample.of(id, this.hub.title(id), to, measurement, this.time.instant());
			this.reports.put(id, to);
			after = (known != null) ? before.toBuilder().stream(sample).build() : before;
			this.snapshot = after;
			this.events.add((measurement.connected()) ? new StreamConnectedEvent(after.key(), after.hub(), sample)
					: new StreamDisconnectedEvent(after.key(), after.hub(), sample));
		}
		if (after != before) {
			notifyListeners(before, after, null, () -> true);
		}
		publishEvents(() -> true);
		return true;
	}

	// Events come last, so that everything else is up to date when one is received. One
	// thread at a time publishes those of all, so that they stay in order.
	private void publishEvents(BooleanSupplier active) {
		while (active.getAsBoolean() && !this.events.isEmpty() && this.publishing.tryLock()) {
			try {
				publishAll(active);
			}
			finally {
				this.publishing.unlock();
			}
		}
	}

	private void publishAll(BooleanSupplier active) {
		while (active.getAsBoolean()) {
			StreamEvent event = this.events.poll();
			if (event == null) {
				return;
			}
			try {
				this.publisher.publishEvent(event);
			}
			catch (Throwable ex) {
				logger.warn("A listener of " + event.getClass().getSimpleName() + " failed", ex);
			}
		}
	}

}
