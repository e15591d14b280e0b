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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;

/**
 * The hub at a glance, as the monitor saw it last.
 *
 * @param live how many streams are live
 * @param rate how much arrives in all
 * @param frozen how many of them are frozen
 * @param failing how many streams should be live, because the monitor is configured to
 * watch them, but are not or are frozen
 */
record HubSummary(String live, String rate, long frozen, long failing) {

	static HubSummary of(HubSnapshot snapshot, int maxConnected) {
		long live = snapshot.connectedStreams();
		Map<String, StreamSample> streams = snapshot.streams();
		double bytes = streams.values().stream().mapToDouble(HubSummary::bytes).sum();
		long frozen = streams.values().stream().filter((sample) -> sample.state() == StreamState.FROZEN).count();
		long failing = snapshot.named().values().stream().filter((id) -> isFailing(streams.get(id))).count();
		// The monitor watches so many and no more
		boolean maybeMore = live >= maxConnected;
		return new HubSummary((maybeMore) ? live + "+" : Long.toString(live), Rates.text(bytes), frozen, failing);
	}

	private static boolean isFailing(@Nullable StreamSample sample) {
		return sample == null || sample.state() != StreamState.CONNECTED;
	}

	private static double bytes(StreamSample sample) {
		Double bytes = sample.measurement().bytesPerSecond();
		return (sample.measurement().connected() && bytes != null) ? bytes : 0;
	}

}
