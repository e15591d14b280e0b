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

/**
 * Listener that is notified of the monitor's snapshots and rounds, in the thread of the
 * hub's round. A slow listener delays the next round of that hub. Exceptions that it
 * throws are logged.
 *
 * @since 0.1.0
 */
public interface SnapshotListener {

	/**
	 * Called with every new snapshot.
	 * @param before the previous snapshot
	 * @param after the new snapshot
	 */
	default void onSnapshot(HubSnapshot before, HubSnapshot after) {
	}

	/**
	 * Called at the end of every round, also of one that another instance of the
	 * application has run and that this one has read from the {@link MonitorStore}.
	 * @param snapshot the snapshot, whose {@link HubSnapshot#lastRound() last round} is
	 * this one
	 * @param round the round
	 */
	default void onRound(HubSnapshot snapshot, HubSnapshot.Round round) {
	}

}
