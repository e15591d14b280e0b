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

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.pilispring.monitor.HubRecord.Report;

/**
 * Compares two snapshots of a hub.
 */
final class StreamChanges {

	private StreamChanges() {
	}

	/**
	 * Compare two snapshots.
	 * @param before the snapshot before
	 * @param after the snapshot after it
	 * @param reports the last known states of streams that are not in the first one
	 * @return the changes
	 */
	static List<StreamEvent> between(HubSnapshot before, HubSnapshot after,
			Function<String, @Nullable StreamState> reports) {
		List<StreamEvent> events = new ArrayList<>();
		after.streams().forEach((id, sample) -> {
			StreamSample earlier = before.streams().get(id);
			StreamEvent event = event(after, (earlier != null) ? earlier.state() : reports.apply(id), sample);
			if (event != null) {
				events.add(event);
			}
		});
		before.streams().forEach((id, sample) -> {
			// Watched because it was live, and no longer in the list of those that are
			if (!after.streams().containsKey(id) && sample.state() != StreamState.DISCONNECTED) {
				events.add(new StreamDisconnectedEvent(after.key(), after.hub(), sample));
			}
		});
		return events;
	}

	/**
	 * Compare two records.
	 * @param change the records
	 * @param titles return the title of a stream
	 * @param time when a stream that is not watched was seen
	 * @return the changes
	 */
	static List<StreamEvent> between(SharedHub.Change change, UnaryOperator<String> titles, InstantSource time) {
		HubRecord before = change.before();
		HubSnapshot after = change.after().snapshot();
		List<StreamEvent> events = new ArrayList<>(
				between(before.snapshot(), after, (id) -> state(before.reports().get(id))));
		change.after().reports().forEach((id, report) -> {
			boolean watched = after.streams().containsKey(id) || before.snapshot().streams().containsKey(id);
			if (!watched && report.version() > before.version()) {
				StreamMeasurement measurement = (report.state() == StreamState.DISCONNECTED)
						? StreamMeasurement.DISCONNECTED : StreamMeasurement.live().build();
				StreamEvent event = event(after, state(before.reports().get(id)),
						StreamSample.of(id, titles.apply(id), report.state(), measurement, time.instant()));
				if (event != null) {
					events.add(event);
				}
			}
		});
		return events;
	}

	private static @Nullable StreamEvent event(HubSnapshot hub, @Nullable StreamState before, StreamSample after) {
		StreamState from = (before != null) ? before : StreamState.DISCONNECTED;
		if (from == after.state()) {
			return null;
		}
		return switch (after.state()) {
			case CONNECTED -> (from == StreamState.FROZEN) ? new StreamResumedEvent(hub.key(), hub.hub(), after)
					: new StreamConnectedEvent(hub.key(), hub.hub(), after);
			case FROZEN -> new StreamFrozenEvent(hub.key(), hub.hub(), after);
			case DISCONNECTED -> new StreamDisconnectedEvent(hub.key(), hub.hub(), after);
		};
	}

	private static @Nullable StreamState state(@Nullable Report report) {
		return (report != null) ? report.state() : null;
	}

}
