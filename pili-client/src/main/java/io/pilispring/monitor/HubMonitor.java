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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.RoundCalls.Answer;

/**
 * Watches one hub, a round at a time.
 */
final class HubMonitor {

	private static final Log logger = LogFactory.getLog(HubMonitor.class);

	private static final Duration TICK = Duration.ofSeconds(1);

	private final String name;

	private final MonitoredHub hub;

	private final MonitorSettings settings;

	private final CallRate rate;

	private final InstantSource time;

	private final List<SnapshotListener> listeners;

	private volatile HubSnapshot snapshot;

	private boolean stopped;

	HubMonitor(String name, MonitoredHub hub, MonitorSettings settings, InstantSource time,
			List<SnapshotListener> listeners) {
		this.name = name;
		this.hub = hub;
		this.settings = settings;
		this.rate = new CallRate(settings.maxCallsPerSecond());
		this.time = time;
		this.listeners = listeners;
		this.snapshot = HubSnapshot.none(hub);
	}

	String name() {
		return this.name;
	}

	HubSnapshot snapshot() {
		return this.snapshot;
	}

	synchronized void start() {
		this.stopped = false;
	}

	// Waits for a change that is being told, and lets none be told after it
	synchronized void stop() {
		this.stopped = true;
	}

	/**
	 * Run a round. Returns when the last call has returned, so that rounds never overlap,
	 * but a failure is told when it is certain.
	 * @param executor runs the calls
	 * @return the round
	 * @throws InterruptedException if the thread was interrupted
	 */
	Round run(Executor executor) throws InterruptedException {
		RoundCalls calls = new RoundCalls(this.hub, this.settings, this.rate, executor, this.time);
		long start = System.nanoTime();
		calls.start(this.snapshot.named());
		Round givenUp = null;
		while (!calls.awaitDone(min(TICK, this.settings.timeout()))) {
			if (givenUp == null && calls.isSilentFor(this.settings.timeout())) {
				calls.cancel(new RoundTimeoutException(this.settings.timeout()));
				givenUp = round(start, calls.failure());
				apply(calls, givenUp);
			}
			else if (givenUp == null) {
				apply(calls, null);
			}
		}
		if (givenUp != null) {
			return givenUp;
		}
		Round round = round(start, calls.failure());
		apply(calls, round);
		return round;
	}

	private Round round(long start, @Nullable RuntimeException failure) {
		return new Round(this.time.instant(), Duration.ofNanos(System.nanoTime() - start), failure);
	}

	private synchronized void apply(RoundCalls calls, @Nullable Round round) {
		Map<String, Answer> answers = calls.takeAnswers();
		if (this.stopped || (round == null && answers.isEmpty())) {
			return;
		}
		HubSnapshot before = this.snapshot;
		HubSnapshot after = next(before, calls.watchList(), answers, round);
		this.snapshot = after;
		tell(before, after, round);
	}

	private HubSnapshot next(HubSnapshot before, @Nullable WatchList watchList, Map<String, Answer> answers,
			@Nullable Round round) {
		Round complete = (round != null && round.failure() == null) ? round : null;
		Map<String, StreamSample> streams = new LinkedHashMap<>(before.streams());
		answers.forEach((id, answer) -> streams.put(id, sample(id, before.streams().get(id), answer)));
		if (complete != null && watchList != null) {
			streams.keySet().retainAll(watchList.ids());
		}
		return new HubSnapshot(before.hub(), before.apiHost(), (round != null) ? round : before.lastRound(),
				(complete != null) ? complete.finishedAt() : before.sampledAt(), streams,
				(watchList != null) ? watchList.named() : before.named());
	}

	private StreamSample sample(String id, @Nullable StreamSample before, Answer answer) {
		StreamMeasurement measurement = answer.measurement(id);
		StreamState state = FreezeRule.state((before != null) ? before.state() : StreamState.DISCONNECTED, measurement,
				this.settings);
		return new StreamSample(id, state, measurement, answer.at());
	}

	private void tell(HubSnapshot before, HubSnapshot after, @Nullable Round round) {
		for (SnapshotListener listener : this.listeners) {
			try {
				listener.onSnapshot(this.name, before, after);
				if (round != null) {
					listener.onRound(this.name, after, round);
				}
			}
			catch (RuntimeException ex) {
				logger.warn("A listener of hub '%s' failed".formatted(this.name), ex);
			}
		}
	}

	private static Duration min(Duration a, Duration b) {
		return (a.compareTo(b) < 0) ? a : b;
	}

}
