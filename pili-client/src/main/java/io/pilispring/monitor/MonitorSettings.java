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
import java.time.Instant;
import java.util.List;

import org.springframework.util.Assert;

/**
 * What the monitor watches, and how often.
 *
 * @param streams the ids or titles of streams to watch
 * @param connected whether to watch whatever is live
 * @param maxConnected how many of those to watch at most
 * @param interval the time from one round to the next
 * @param timeout how long a round may take before it counts as failed
 * @param staleAfter how old a sample may be before it says nothing any more
 * @param minBytesPerSecond below how many bytes a second a live stream counts as frozen
 * @param minFramesPerSecond below how many audio and video frames a second a live stream
 * counts as frozen
 * @param concurrency how many calls to make at the same time
 * @param maxCallsPerSecond how many calls to make a second
 * @since 0.1.0
 */
public record MonitorSettings(List<String> streams, boolean connected, int maxConnected, Duration interval,
		Duration timeout, Duration staleAfter, double minBytesPerSecond, double minFramesPerSecond, int concurrency,
		int maxCallsPerSecond) {

	/**
	 * Create settings.
	 */
	public MonitorSettings {
		streams = List.copyOf(streams);
		positive("interval", interval);
		positive("timeout", timeout);
		positive("stale-after", staleAfter);
		Assert.isTrue(maxConnected > 0, () -> "'max-connected' must be positive, but is " + maxConnected);
		Assert.isTrue(concurrency > 0, () -> "'concurrency' must be positive, but is " + concurrency);
		Assert.isTrue(maxCallsPerSecond > 0,
				() -> "'max-calls-per-second' must be positive, but is " + maxCallsPerSecond);
	}

	/**
	 * Return whether something that was seen then says nothing any more.
	 * @param seenAt when it was seen
	 * @param now the time now
	 * @return whether it is stale
	 */
	public boolean isStale(Instant seenAt, Instant now) {
		return Duration.between(seenAt, now).compareTo(this.staleAfter) > 0;
	}

	private static void positive(String name, Duration duration) {
		Assert.isTrue(!duration.isNegative() && !duration.isZero(),
				() -> "'" + name + "' must be positive, but is " + duration);
	}

}
