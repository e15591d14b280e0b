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

package io.pilispring.sample.console;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.SnapshotListener;
import io.pilispring.monitor.StreamSample;
import io.pilispring.sample.hubs.Hub;

/**
 * Remembers what the monitor saw of each hub in its last rounds. A round that failed saw
 * nothing, and is not among them.
 */
@Component
class RateHistory implements SnapshotListener {

	private static final int ROUNDS = 150;

	private final ObjectProvider<PiliMonitor> monitor;

	private final Map<String, Deque<Seen>> rounds = new HashMap<>();

	RateHistory(ObjectProvider<PiliMonitor> monitor) {
		this.monitor = monitor;
	}

	@Override
	public synchronized void onRound(HubSnapshot snapshot, HubSnapshot.Round round) {
		if (round.failure() != null) {
			return;
		}
		Deque<Seen> rounds = this.rounds.computeIfAbsent(snapshot.key(), (key) -> new ArrayDeque<>());
		rounds.add(new Seen(round.finishedAt(), snapshot.streams(), hasAllThatAreLive(snapshot)));
		if (rounds.size() > ROUNDS) {
			rounds.remove();
		}
	}

	private boolean hasAllThatAreLive(HubSnapshot snapshot) {
		MonitorSettings settings = this.monitor.getObject().settings(snapshot.key());
		return settings.connected() && snapshot.connectedStreams() < settings.maxConnected();
	}

	synchronized List<RatePoint> after(Hub hub, String id, @Nullable Long after) {
		List<RatePoint> points = new ArrayList<>();
		for (Seen round : this.rounds.getOrDefault(hub.key(), new ArrayDeque<>())) {
			RatePoint point = round.point(id);
			if (point != null && (after == null || point.at() > after)) {
				points.add(point);
			}
		}
		return points;
	}

	/**
	 * What a round saw.
	 *
	 * @param at when the round was over
	 * @param streams the watched streams by id
	 * @param complete whether every live stream is among them
	 */
	private record Seen(Instant at, Map<String, StreamSample> streams, boolean complete) {

		@Nullable RatePoint point(String id) {
			StreamSample sample = this.streams.get(id);
			if (sample != null) {
				return RatePoint.of(sample);
			}
			return (this.complete) ? RatePoint.notLive(this.at) : null;
		}

	}

}
