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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.SnapshotListener;
import io.pilispring.monitor.StreamSample;

/**
 * Remembers the last few minutes of what the monitor saw.
 */
@Component
class RateHistory implements SnapshotListener {

	private static final int POINTS = 150;

	private static final int STREAMS = 500;

	private final Map<String, Deque<RatePoint>> points = new LinkedHashMap<>();

	@Override
	public synchronized void onSnapshot(HubSnapshot before, HubSnapshot after) {
		after.streams().values().forEach(this::add);
	}

	private void add(StreamSample sample) {
		Deque<RatePoint> known = this.points.computeIfAbsent(sample.id(), (id) -> new ArrayDeque<>());
		RatePoint last = known.peekLast();
		if (last != null && last.at() == sample.sampledAt().toEpochMilli()) {
			return;
		}
		known.add(RatePoint.of(sample));
		if (known.size() > POINTS) {
			known.remove();
		}
		if (this.points.size() > STREAMS) {
			this.points.remove(this.points.keySet().iterator().next());
		}
	}

	synchronized List<RatePoint> after(String id, @Nullable Long after) {
		return this.points.getOrDefault(id, new ArrayDeque<>())
			.stream()
			.filter((point) -> after == null || point.at() > after)
			.toList();
	}

}
