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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.internal.Durations;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.RoundCalls.BatchResult;

/**
 * Monitors one hub, one round at a time, and keeps the last snapshot. Listeners are
 * notified outside the lock, so that a slow one delays only its own round. With a
 * {@link SharedHub}, what it knows is that of all instances of the application.
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

	private final @Nullable SharedHub shared;

	private final EventDelivery delivery;

	private volatile HubSnapshot snapshot;

	// Results that are not in the shared record yet; used by the thread of the round
	private final Map<String, BatchResult> pending = new LinkedHashMap<>();

	// Results that are not in the snapshot of this instance yet; likewise
	private final Map<String, BatchResult> unseen = new LinkedHashMap<>();

	// When another instance ended its last round
	private volatile @Nullable Instant otherRoundAt;

	HubMonitor(String key, MonitoredHub hub, MonitorSettings settings, Runnable rate, InstantSource time,
			List<SnapshotListener> listeners, ApplicationEventPublisher publisher) {
		this(key, hub, settings, rate, time, listeners, publisher, null, EventDelivery.ONCE);
	}

	HubMonitor(String key, MonitoredHub hub, MonitorSettings settings, Runnable rate, InstantSource time,
			List<SnapshotListener> listeners, ApplicationEventPublisher publisher,
			@Nullable Function<HubSnapshot, SharedHub> shared, EventDelivery delivery) {
		this.hub = hub;
		this.settings = settings;
		this.rate = rate;
		this.time = time;
		this.listeners = listeners;
		this.publisher = publisher;
		this.delivery = delivery;
		this.snapshot = HubSnapshot.of(key, hub.name(), hub.apiHost()).build();
		this.shared = (shared != null) ? shared.apply(this.snapshot) : null;
	}

	MonitorSettings settings() {
		return this.settings;
	}

	HubSnapshot snapshot() {
		return this.snapshot;
	}

	@Nullable HubLease lease() {
		return (this.shared != null) ? this.shared.lease() : null;
	}

	@Nullable StoreFailure storeFailure() {
		return (this.shared != null) ? this.shared.failure() : null;
	}

	/**
	 * Return whether this instance samples the hub.
	 * @return whether to run rounds
	 */
	boolean isLeader() {
		return this.shared == null || this.shared.role() != HubRole.FOLLOWER;
	}

	/**
	 * Return how long to wait for the first round after another instance has run one. The
	 * next time, a round is due: the clocks of the two may differ.
	 * @return the time to wait, zero if a round is due
	 */
	Duration untilDue() {
		Instant last = this.otherRoundAt;
		if (last == null) {
			return Duration.ZERO;
		}
		this.otherRoundAt = null;
		Duration age = Duration.between(last, this.time.instant());
		return Durations.max(Duration.ZERO,
				Durations.min(this.settings.interval().minus(age), this.settings.interval()));
	}

	/**
	 * Read what another instance has stored.
	 * @param active whether to notify of it
	 */
	void refresh(BooleanSupplier active) {
		if (this.shared != null && active.getAsBoolean()) {
			this.shared.refresh((change) -> adopt(change, active));
		}
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
		this.pending.clear();
		this.unseen.clear();
		this.otherRoundAt = null;
		BooleanSupplier current = (this.shared != null) ? () -> active.getAsBoolean() && isLeader() : active;
		calls.start(
				((this.shared != null && this.shared.held() != null) ? this.shared.snapshot() : this.snapshot).named());
		Round givenUp = null;
		while (!calls.awaitDone(Durations.min(TICK, this.settings.timeout()))) {
			if (this.shared != null && !current.getAsBoolean()) {
				calls.cancel(new IllegalStateException("Another instance samples the hub"));
			}
			if (givenUp == null && calls.isSilentFor(this.settings.timeout())) {
				calls.cancel(new RoundTimeoutException(this.settings.timeout()));
				givenUp = round(start, calls.failure());
				apply(calls, givenUp, current);
			}
			else if (givenUp == null) {
				apply(calls, null, current);
			}
		}
		if (givenUp != null) {
			return givenUp;
		}
		Round round = round(start, calls.failure());
		apply(calls, round, current);
		return round;
	}

	private Round round(long start, @Nullable RuntimeException failure) {
		return new Round(this.time.instant(), Duration.ofNanos(System.nanoTime() - start), failure);
	}

	private void apply(RoundCalls calls, @Nullable Round round, BooleanSupplier active) {
		if (this.shared != null) {
			Map<String, BatchResult> results = calls.takeResults();
			this.pending.putAll(results);
			this.unseen.putAll(results);
			applyShared(this.shared, calls, round, active);
			return;
		}
		HubSnapshot before;
		HubSnapshot after;
		synchronized (this) {
			Map<String, BatchResult> results = calls.takeResults();
			if (!active.getAsBoolean() || (round == null && results.isEmpty())) {
				return;
			}
			before = this.snapshot;
			HubUpdate update = update(before, this.reports, calls, results, round);
			after = update.snapshot();
			this.snapshot = after;
			this.events.addAll(update.events());
			// So that a late report of the end is not taken for a change
			update.dropped().forEach(this.reports::putDropped);
		}
		notifyListeners(before, after, round, active);
		publishEvents(active);
	}

	private void applyShared(SharedHub shared, RoundCalls calls, @Nullable Round round, BooleanSupplier active) {
		if (!active.getAsBoolean() || (round == null && this.pending.isEmpty())) {
			return;
		}
		HubLease lease = shared.held();
		if (lease == null) {
			applyStandalone(calls, round, active);
			return;
		}
		try {
			boolean stored = shared.update(lease, (before, known) -> {
				HubUpdate update = update(before, known, calls, this.pending, round);
				// What is not urgent is written once, at the end
				return (active.getAsBoolean() && (round != null || !update.events().isEmpty())) ? update : null;
			}, this.publisher::publishEvent, (change) -> adopt(change, active));
			if (stored) {
				this.pending.clear();
				this.unseen.clear();
			}
		}
		catch (RuntimeException ex) {
			// The store has told of it
			if (shared.policy() == StoreFailurePolicy.STANDALONE) {
				applyStandalone(calls, round, active);
			}
		}
	}

	// Without events: these are published from the record, when it can be replaced again.
	// A result counts once, because a second one without data means that a stream is
	// frozen.
	private void applyStandalone(RoundCalls calls, @Nullable Round round, BooleanSupplier active) {
		if (round == null && this.unseen.isEmpty()) {
			return;
		}
		HubSnapshot before;
		HubSnapshot after;
		synchronized (this) {
			before = this.snapshot;
			after = update(before, this.reports, calls, this.unseen, round).snapshot();
			this.snapshot = after;
		}
		this.unseen.clear();
		notifyListeners(before, after, round, active);
	}

	private void adopt(SharedHub.Change change, BooleanSupplier active) {
		HubSnapshot after = change.after().snapshot();
		Round round = after.lastRound();
		boolean newRound = round != null && !round.equals(change.before().snapshot().lastRound());
		HubSnapshot before;
		synchronized (this) {
			before = this.snapshot;
			this.snapshot = after;
			if (!change.own()) {
				if (round != null && newRound) {
					this.otherRoundAt = round.finishedAt();
				}
				if (this.delivery == EventDelivery.ALL) {
					this.events.addAll(StreamChanges.between(change, this.hub::title, this.time));
				}
			}
		}
		notifyListeners(before, after, (newRound) ? round : null, active);
		publishEvents(active);
	}

	private HubUpdate update(HubSnapshot before, KnownStates known, RoundCalls calls, Map<String, BatchResult> results,
			@Nullable Round round) {
		HubSnapshot after = next(before, known, calls, results, round);
		Set<String> dropped = new LinkedHashSet<>(before.streams().keySet());
		dropped.removeAll(after.streams().keySet());
		return new HubUpdate(after, StreamChanges.between(before, after, known::state), Map.of(), dropped);
	}

	private HubSnapshot next(HubSnapshot before, KnownStates known, RoundCalls calls, Map<String, BatchResult> results,
			@Nullable Round round) {
		WatchList watchList = calls.watchList();
		HubSnapshot.Builder next = before.toBuilder();
		results.forEach((id, result) -> {
			if (!known.isNewer(id, result.requestedAt())) {
				next.stream(sample(id, next.find(id), result));
			}
		});
		if (round != null) {
			next.lastRound(round);
		}
		if (watchList != null) {
			next.named(watchList.named());
			if (round != null && round.failure() == null) {
				next.keepOnly((id) -> watchList.ids().contains(id) || known.isNewer(id, calls.startedAt()));
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
		if (this.shared != null) {
			return this.shared.update(null, (before, known) -> reported(before, known, id, measurement),
					this.publisher::publishEvent, (change) -> adopt(change, () -> true));
		}
		HubSnapshot before;
		HubSnapshot after;
		synchronized (this) {
			before = this.snapshot;
			HubUpdate update = reported(before, this.reports, id, measurement);
			if (update == null) {
				return false;
			}
			update.reported().forEach(this.reports::put);
			after = update.snapshot();
			this.snapshot = after;
			this.events.addAll(update.events());
		}
		if (after != before) {
			notifyListeners(before, after, null, () -> true);
		}
		publishEvents(() -> true);
		return true;
	}

	private @Nullable HubUpdate reported(HubSnapshot before, KnownStates states, String id,
			StreamMeasurement measurement) {
		StreamSample known = before.streams().get(id);
		StreamState from = (known != null) ? known.state() : states.state(id);
		StreamState to = (measurement.connected()) ? StreamState.CONNECTED : StreamState.DISCONNECTED;
		// A frozen stream is live too
		if (from == to || (from == StreamState.FROZEN && measurement.connected())) {
			return null;
		}
		StreamSample sample = StreamSample.of(id, this.hub.title(id), to, measurement, this.time.instant());
		HubSnapshot after = (known != null) ? before.toBuilder().stream(sample).build() : before;
		StreamEvent event = (measurement.connected()) ? new StreamConnectedEvent(after.key(), after.hub(), sample)
				: new StreamDisconnectedEvent(after.key(), after.hub(), sample);
		return new HubUpdate(after, List.of(event), Map.of(id, to), Set.of());
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
