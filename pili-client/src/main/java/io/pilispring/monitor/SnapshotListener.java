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
 * Told of what the monitor sees, in its thread.
 *
 * @since 0.1.0
 */
public interface SnapshotListener {

	/**
	 * Told of every new snapshot.
	 * @param name the name of the monitored hub, which is that of its bean
	 * @param before the snapshot so far
	 * @param after the new snapshot
	 */
	default void onSnapshot(String name, HubSnapshot before, HubSnapshot after) {
	}

	/**
	 * Told of the end of every round.
	 * @param name the name of the monitored hub, which is that of its bean
	 * @param snapshot the snapshot
	 * @param round the round
	 */
	default void onRound(String name, HubSnapshot snapshot, HubSnapshot.Round round) {
	}

}
