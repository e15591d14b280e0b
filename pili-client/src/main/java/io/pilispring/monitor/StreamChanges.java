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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

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
	static List<StreamEvent> between(HubSnapshot before, HubSnapshot after, StreamReports reports) {
		List<StreamEvent> events = new ArrayList<>();
		after.streams().forEach((id, sample) -> {
			StreamSample earlier = before.streams().get(id);
			StreamEvent event = event(after, (earlier != null) ? earlier.state() : reports.state(id), sample);
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

}
