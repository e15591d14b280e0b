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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Watches hubs in the background, from the start of the application to its end. Whoever
 * wants to know how streams are reads the last {@link HubSnapshot}, which costs nothing
 * and never blocks.
 *
 * @since 0.1.0
 */
public final class PiliMonitor implements SmartLifecycle {

	private static final Duration LONGEST_FIRST_DELAY = Duration.ofSeconds(1);

	private final MonitorSettings settings;

	private final InstantSource time;

	private final MonitorThreads threads;

	private final BooleanSupplier needed;

	private final List<HubMonitor> monitors = new ArrayList<>();

	private boolean running;

	/**
	 * Create a monitor.
	 * @param hubs the hubs to watch, by the names of their beans
	 * @param settings what to watch, and how often
	 * @param publisher where to publish events
	 * @param listeners told of what is seen
	 * @param needed asked at the start whether anybody reads what is seen
	 * @param virtualThreads whether to use virtual threads
	 */
	public PiliMonitor(Map<String, MonitoredHub> hubs, MonitorSettings settings, ApplicationEventPublisher publisher,
			List<SnapshotListener> listeners, BooleanSupplier needed, boolean virtualThreads) {
		this(hubs, settings, publisher, listeners, needed, new MonitorThreads(virtualThreads), InstantSource.system());
	}

	PiliMonitor(Map<String, MonitoredHub> hubs, MonitorSettings settings, ApplicationEventPublisher publisher,
			List<SnapshotListener> listeners, BooleanSupplier needed, MonitorThreads threads, InstantSource time) {
		this.settings = settings;
		this.time = time;
		this.threads = threads;
		this.needed = needed;
		// Events last: who receives one finds everything else up to date
		List<SnapshotListener> all = new ArrayList<>(listeners);
		all.add(new EventPublishingListener(publisher));
		hubs.forEach((name, hub) -> this.monitors.add(new HubMonitor(name, hub, settings, time, all)));
	}

	/**
	 * Return the last snapshot of every hub.
	 * @return the snapshots, by the names of the hubs' beans
	 */
	public Map<String, HubSnapshot> snapshots() {
		Map<String, HubSnapshot> snapshots = new LinkedHashMap<>();
		this.monitors.forEach((monitor) -> snapshots.put(monitor.name(), monitor.snapshot()));
		return snapshots;
	}

	/**
	 * Return the last sample of a stream.
	 * @param idOrTitle the id or the title of the stream
	 * @return the sample, or {@code null} if no hub watches such a stream
	 */
	public @Nullable StreamSample stream(String idOrTitle) {
		for (HubMonitor monitor : this.monitors) {
			StreamSample stream = monitor.snapshot().stream(idOrTitle);
			if (stream != null) {
				return stream;
			}
		}
		return null;
	}

	/**
	 * Return what is watched, and how often.
	 * @return the settings
	 */
	public MonitorSettings settings() {
		return this.settings;
	}

	/**
	 * Return whether something that was seen then says nothing any more.
	 * @param seenAt when it was seen
	 * @return whether it is stale
	 */
	public boolean isStale(Instant seenAt) {
		return this.settings.isStale(seenAt, this.time.instant());
	}

	@Override
	public synchronized void start() {
		if (this.running || this.monitors.isEmpty() || !this.needed.getAsBoolean()) {
			return;
		}
		this.running = true;
		this.threads.start();
		for (HubMonitor monitor : this.monitors) {
			monitor.start();
			RoundSchedule schedule = new RoundSchedule(this.settings.interval(),
					() -> ThreadLocalRandom.current().nextDouble());
			scheduleRound(monitor, schedule, firstDelay());
		}
	}

	// Not while the application starts, which has enough to do
	private Duration firstDelay() {
		Duration interval = this.settings.interval();
		return (interval.compareTo(LONGEST_FIRST_DELAY) < 0) ? interval : LONGEST_FIRST_DELAY;
	}

	private void scheduleRound(HubMonitor monitor, RoundSchedule schedule, Duration delay) {
		this.threads.schedule(delay,
				() -> scheduleRound(monitor, schedule, schedule.delayAfter(monitor.run(this.threads::execute))));
	}

	@Override
	public synchronized void stop() {
		if (this.running) {
			this.running = false;
			this.monitors.forEach(HubMonitor::stop);
			this.threads.stop();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running;
	}

}
