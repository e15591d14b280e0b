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
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.pilispring.monitor.StreamConnectedEvent;
import io.pilispring.monitor.StreamDisconnectedEvent;
import io.pilispring.monitor.StreamEvent;
import io.pilispring.monitor.StreamFrozenEvent;
import io.pilispring.sample.hubs.Hub;

/**
 * Remembers what happened to the streams of each hub, of which the monitor publishes
 * events.
 */
@Component
public class EventLog {

	private static final int MAX = 500;

	private static final int SHOWN = 12;

	private final Map<String, Deque<Entry>> entries = new HashMap<>();

	@EventListener
	@Order(0)
	synchronized void add(StreamEvent event) {
		Deque<Entry> entries = this.entries.computeIfAbsent(event.hubKey(), (key) -> new ArrayDeque<>());
		entries.add(new Entry(event.stream().id(), kind(event), event.stream().sampledAt()));
		if (entries.size() > MAX) {
			entries.remove();
		}
	}

	private static String kind(StreamEvent event) {
		if (event instanceof StreamConnectedEvent) {
			return "connected";
		}
		if (event instanceof StreamDisconnectedEvent) {
			return "disconnected";
		}
		return (event instanceof StreamFrozenEvent) ? "frozen" : "resumed";
	}

	synchronized List<Entry> of(Hub hub, String id) {
		List<Entry> found = new ArrayList<>(this.entries.getOrDefault(hub.key(), new ArrayDeque<>())
			.stream()
			.filter((entry) -> entry.id().equals(id))
			.toList());
		Collections.reverse(found);
		return found.subList(0, Math.min(SHOWN, found.size()));
	}

	/**
	 * Something that happened.
	 *
	 * @param id the id of the stream
	 * @param kind what happened
	 * @param at when it was seen
	 */
	record Entry(String id, String kind, Instant at) {

	}

}
