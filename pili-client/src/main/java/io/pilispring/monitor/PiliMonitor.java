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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;

/**
 * Monitors hubs in the background. The last known state of the streams is available as a
 * {@link HubSnapshot}, which can be read without a call and never blocks.
 *
 * @since 0.1.0
 */
public final class PiliMonitor implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(PiliMonitor.class);

	private static final Duration LONGEST_FIRST_DELAY = Duration.ofSeconds(1);

	private static final Duration LONGEST_RELEASE = Duration.ofMillis(500);

	private final Map<String, HubMonitor> monitors;

	private final BooleanSupplier needed;

	private final boolean autoStartup;

	private final InstantSource time;

	private final Supplier<MonitorThreads> threads;

	private final @Nullable Leases leases;

	private volatile @Nullable Run run;

	private PiliMonitor(Builder builder) {
		this.leases = builder.createLeases();
		this.monitors = builder.createMonitors(this.leases);
		this.needed = builder.needed;
		this.autoStartup = builder.autoStartup;
		this.time = builder.time;
		this.threads = builder.threads;
	}

	/**
	 * Start building a monitor.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the last snapshot of every hub.
	 * @return the snapshots by the keys of the hubs
	 */
	public Map<String, HubSnapshot> snapshots() {
		Map<String, HubSnapshot> snapshots = new LinkedHashMap<>();
		this.monitors.forEach((key, monitor) -> snapshots.put(key, monitor.snapshot()));
		return snapshots;
	}

	/**
	 * Return the last snapshot of a hub.
	 * @param key the key of the hub
	 * @return the snapshot
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public HubSnapshot snapshot(String key) {
		return monitor(key).snapshot();
	}

	/**
	 * Return the monitor settings of a hub.
	 * @param key the key of the hub
	 * @return the settings
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public MonitorSettings settings(String key) {
		return monitor(key).settings();
	}

	/**
	 * Return whether a sample of a hub is stale.
	 * @param key the key of the hub
	 * @param sampledAt when the sample was taken
	 * @return whether it is stale
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public boolean isStale(String key, Instant sampledAt) {
		return settings(key).isStale(sampledAt, this.time.instant());
	}

	/**
	 * Return whether this instance samples a hub. Without a {@link MonitorStore}, every
	 * instance does.
	 * @param key the key of the hub
	 * @return whether it samples the hub, for all instances or, while the store cannot be
	 * reached, for itself
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public boolean isLeader(String key) {
		return monitor(key).isLeader();
	}

	/**
	 * Return the instance that samples a hub for all, as it was last known.
	 * @param key the key of the hub
	 * @return the id of the instance, or {@code null} if it is not known or there is no
	 * {@link MonitorStore}
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public @Nullable String owner(String key) {
		HubLease lease = monitor(key).lease();
		return (lease != null) ? lease.owner() : null;
	}

	/**
	 * Return why the {@link MonitorStore} cannot be reached.
	 * @param key the key of the hub
	 * @return the failure, or {@code null} if it can be reached or there is none
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public @Nullable StoreFailure storeFailure(String key) {
		return monitor(key).storeFailure();
	}

	/**
	 * Report the state of a stream that was seen elsewhere than in a round, such as in a
	 * callback. If it is a change, the event is published at once, and not again by the
	 * next round. The stream need not be watched, and the monitor need not run. With a
	 * {@link MonitorStore}, only the first instance that reports a change publishes it.
	 * @param key the key of the hub
	 * @param id the id of the stream
	 * @param measurement the measurement
	 * @return whether it is a change
	 * @throws IllegalArgumentException if there is no such hub
	 * @throws RuntimeException if the store failed, so that nothing was published
	 */
	public boolean report(String key, String id, StreamMeasurement measurement) {
		Assert.notNull(id, "'id' must not be null");
		Assert.notNull(measurement, "'measurement' must not be null");
		return monitor(key).report(id, measurement);
	}

	private HubMonitor monitor(String key) {
		HubMonitor monitor = this.monitors.get(key);
		Assert.isTrue(monitor != null, () -> "No hub '" + key + "' is watched, only " + this.monitors.keySet());
		return monitor;
	}

	@Override
	public boolean isAutoStartup() {
		return this.autoStartup;
	}

	@Override
	public synchronized void start() {
		if (this.run == null && !this.monitors.isEmpty() && this.needed.getAsBoolean()) {
			this.run = new Run(this.monitors.values(), this.threads.get(), this.leases);
		}
	}

	@Override
	public synchronized void stop() {
		Run current = this.run;
		if (current != null) {
			this.run = null;
			current.stop();
		}
	}

	@Override
	public boolean isRunning() {
		return this.run != null;
	}

	/**
	 * Everything that runs from a start to the next stop.
	 */
	private static final class Run {

		private final MonitorThreads threads;

		private final List<HubLoop> loops = new ArrayList<>();

		private final @Nullable Leases leases;

		private volatile boolean stopped;

		Run(Iterable<HubMonitor> monitors, MonitorThreads threads, @Nullable Leases leases) {
			this.threads = threads;
			this.leases = leases;
			for (HubMonitor monitor : monitors) {
				Duration interval = monitor.settings().interval();
				HubLoop loop = new HubLoop(monitor, threads,
						new RoundSchedule(interval, () -> ThreadLocalRandom.current().nextDouble()));
				this.loops.add(loop);
				loop.start(firstDelay(interval));
			}
			if (leases != null) {
				leases.start();
				threads.schedule(Duration.ZERO, () -> renew(leases));
			}
		}

		private void renew(Leases leases) {
			Duration delay = leases.period();
			try {
				Set<HubLoop> followers = new HashSet<>(this.loops);
				followers.removeIf((loop) -> loop.monitor().isLeader());
				delay = leases.renew();
				for (HubLoop loop : this.loops) {
					if (followers.contains(loop) && loop.monitor().isLeader()) {
						// What the previous leader has stored says when a round is due
						this.threads.execute(() -> {
							loop.monitor().refresh(() -> !this.stopped);
							loop.wake();
						});
					}
					else if (!loop.monitor().isLeader()) {
						this.threads.execute(loop::refresh);
					}
				}
			}
			catch (Throwable ex) {
				// Such as a lack of threads; leases must be renewed nevertheless
				if (!this.stopped) {
					logger.error("The leases of the monitor were not renewed", ex);
				}
			}
			finally {
				if (!this.stopped) {
					this.threads.schedule(delay, () -> renew(leases));
				}
			}
		}

		// Not immediately, because the application is still busy starting
		private static Duration firstDelay(Duration interval) {
			return (interval.compareTo(LONGEST_FIRST_DELAY) < 0) ? interval : LONGEST_FIRST_DELAY;
		}

		void stop() {
			this.stopped = true;
			this.loops.forEach(HubLoop::stop);
			if (this.leases != null) {
				release(this.leases);
			}
			this.threads.stop();
		}

		// Not in this thread, because the store may not respond
		private void release(Leases leases) {
			CountDownLatch released = new CountDownLatch(1);
			try {
				this.threads.execute(() -> {
					leases.release();
					released.countDown();
				});
				released.await(LONGEST_RELEASE.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (Throwable ex) {
				logger.debug("The leases of the monitor were not released", ex);
			}
		}

	}

	/**
	 * Builds a {@link PiliMonitor}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final Map<String, Watched> hubs = new LinkedHashMap<>();

		private final List<SnapshotListener> listeners = new ArrayList<>();

		private ApplicationEventPublisher publisher = (event) -> {
		};

		private BooleanSupplier needed = () -> true;

		private boolean autoStartup = true;

		private int maxCallsPerSecond = 50;

		private InstantSource time = InstantSource.system();

		private Supplier<MonitorThreads> threads = () -> new MonitorThreads(false);

		private @Nullable MonitorStore store;

		private StoreFailurePolicy storeFailurePolicy = StoreFailurePolicy.STANDALONE;

		private EventDelivery eventDelivery = EventDelivery.ONCE;

		private Builder() {
		}

		/**
		 * Add a hub to watch.
		 * @param key the key of the hub, unique in the application
		 * @param hub the hub
		 * @param settings which streams to watch, and how often
		 * @return this builder
		 * @throws IllegalArgumentException if there is already a hub with that key, or if
		 * the id of a stream to watch is not valid or belongs to another hub
		 */
		public Builder hub(String key, MonitoredHub hub, MonitorSettings settings) {
			for (String stream : settings.streams()) {
				Assert.isTrue(mayHave(hub, stream),
						() -> "'streams' has '%s', which is the id of a stream of another hub than '%s'"
							.formatted(stream, hub.name()));
			}
			Watched before = this.hubs.putIfAbsent(key, new Watched(hub, settings));
			Assert.isTrue(before == null, () -> "There are two hubs '" + key + "'");
			return this;
		}

		private static boolean mayHave(MonitoredHub hub, String stream) {
			try {
				return hub.mayHave(stream);
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("'streams' has '" + stream + "': " + ex.getMessage(), ex);
			}
		}

		/**
		 * Add a listener.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(SnapshotListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Set the publisher of stream events.
		 * @param publisher the publisher
		 * @return this builder
		 */
		public Builder publisher(ApplicationEventPublisher publisher) {
			this.publisher = publisher;
			return this;
		}

		/**
		 * Set whether anything uses the results of the monitor, which is checked at every
		 * start. If nothing does, the monitor does not run.
		 * @param needed whether anything uses the results
		 * @return this builder
		 */
		public Builder needed(BooleanSupplier needed) {
			this.needed = needed;
			return this;
		}

		/**
		 * Set whether to start with the application context. The default is {@code true}.
		 * @param autoStartup whether to start with the application context
		 * @return this builder
		 */
		public Builder autoStartup(boolean autoStartup) {
			this.autoStartup = autoStartup;
			return this;
		}

		/**
		 * Set the maximum number of calls per second, over all hubs. The default is 50.
		 * @param maxCallsPerSecond the number of calls, positive
		 * @return this builder
		 * @throws IllegalArgumentException if it is not positive
		 */
		public Builder maxCallsPerSecond(int maxCallsPerSecond) {
			Assert.isTrue(maxCallsPerSecond > 0,
					() -> "'maxCallsPerSecond' must be positive, but is " + maxCallsPerSecond);
			this.maxCallsPerSecond = maxCallsPerSecond;
			return this;
		}

		/**
		 * Set whether to use virtual threads, which need Java 21. The default is
		 * {@code false}.
		 * @param virtualThreads whether to use virtual threads
		 * @return this builder
		 */
		public Builder virtualThreads(boolean virtualThreads) {
			return threads(() -> new MonitorThreads(virtualThreads));
		}

		/**
		 * Set the store that all instances of the application share. Without one, every
		 * instance samples all hubs for itself, and keeps the samples in memory.
		 * @param store the store, or {@code null} for none
		 * @return this builder
		 */
		public Builder store(@Nullable MonitorStore store) {
			this.store = store;
			return this;
		}

		/**
		 * Set what to do while the store cannot be reached. The default is
		 * {@link StoreFailurePolicy#STANDALONE}.
		 * @param storeFailurePolicy the policy
		 * @return this builder
		 */
		public Builder storeFailurePolicy(StoreFailurePolicy storeFailurePolicy) {
			Assert.notNull(storeFailurePolicy, "'storeFailurePolicy' must not be null");
			this.storeFailurePolicy = storeFailurePolicy;
			return this;
		}

		/**
		 * Set which of the instances that share a store publish an event. The default is
		 * {@link EventDelivery#ONCE}.
		 * @param eventDelivery which instances publish an event
		 * @return this builder
		 */
		public Builder eventDelivery(EventDelivery eventDelivery) {
			Assert.notNull(eventDelivery, "'eventDelivery' must not be null");
			this.eventDelivery = eventDelivery;
			return this;
		}

		Builder threads(Supplier<MonitorThreads> threads) {
			this.threads = threads;
			return this;
		}

		Builder time(InstantSource time) {
			this.time = time;
			return this;
		}

		/**
		 * Build the monitor, without starting it.
		 * @return the monitor
		 */
		public PiliMonitor build() {
			return new PiliMonitor(this);
		}

		private @Nullable Leases createLeases() {
			return (this.store != null && !this.hubs.isEmpty())
					? new Leases(this.store, this.storeFailurePolicy, Set.copyOf(this.hubs.keySet()), this.time) : null;
		}

		private Map<String, HubMonitor> createMonitors(@Nullable Leases leases) {
			CallRate rate = new CallRate(this.maxCallsPerSecond);
			MonitorStore store = this.store;
			Function<HubSnapshot, SharedHub> shared = (store != null && leases != null)
					? (empty) -> new SharedHub(empty, store, leases) : null;
			Map<String, HubMonitor> monitors = new LinkedHashMap<>();
			this.hubs.forEach((key, watched) -> monitors.put(key, new HubMonitor(key, watched.hub(), watched.settings(),
					rate::await, this.time, List.copyOf(this.listeners), this.publisher, shared, this.eventDelivery)));
			return Collections.unmodifiableMap(monitors);
		}

		private record Watched(MonitoredHub hub, MonitorSettings settings) {

		}

	}

}
