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

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The last known states of streams that were reported from elsewhere than the rounds of
 * the monitor, and of streams that are no longer watched. Used under the lock of the hub.
 */
final class StreamReports implements KnownStates {

	static final int MAX_REMEMBERED = 10_000;

	// In the order of their last report
	private final Map<String, Report> reports = new LinkedHashMap<>();

	/**
	 * Remember a report.
	 * @param id the id of the stream
	 * @param state the state that was reported
	 */
	void put(String id, StreamState state) {
		// By the monotonic clock, because the time may be set back
		put(id, new Report(state, System.nanoTime()));
	}

	/**
	 * Remember that a stream is no longer watched, because it is not live.
	 * @param id the id of the stream
	 */
	void putDropped(String id) {
		put(id, new Report(StreamState.DISCONNECTED, null));
	}

	private void put(String id, Report report) {
		this.reports.remove(id);
		this.reports.put(id, report);
		if (this.reports.size() > MAX_REMEMBERED) {
			this.reports.remove(this.reports.keySet().iterator().next());
		}
	}

	@Override
	public @Nullable StreamState state(String id) {
		Report report = this.reports.get(id);
		return (report != null) ? report.state() : null;
	}

	@Override
	public boolean isNewer(String id, long requestedAt) {
		Report report = this.reports.get(id);
		return report != null && report.at() != null && report.at() - requestedAt >= 0;
	}

	private record Report(StreamState state, @Nullable Long at) {

	}

}
