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

package io.pilispring.autoconfigure.metrics;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.pilispring.monitor.HubSnapshot;

/**
 * Chooses the streams that have meters of their own. Their number is limited, over all
 * hubs: the six meters of a stream take some 4 KB of memory, and add six time series to
 * the metrics backend.
 */
class MeteredStreams {

	private static final Log logger = LogFactory.getLog(MeteredStreams.class);

	private final int max;

	private int used;

	private boolean warned;

	MeteredStreams(int max) {
		this.max = max;
	}

	/**
	 * Choose the metered streams of a hub. Configured streams come first, then those that
	 * already have meters.
	 * @param current the ids of the streams that have meters
	 * @param snapshot the new snapshot of the hub
	 * @return the ids of the streams to have meters
	 */
	synchronized Set<String> choose(Set<String> current, HubSnapshot snapshot) {
		int available = this.max - this.used + current.size();
		Set<String> watched = snapshot.streams().keySet();
		Set<String> candidates = new LinkedHashSet<>(snapshot.named().values());
		candidates.addAll(current);
		candidates.retainAll(watched);
		candidates.addAll(watched);
		Set<String> chosen = new HashSet<>();
		candidates.stream().limit(available).forEach(chosen::add);
		this.used += chosen.size() - current.size();
		if (chosen.size() < watched.size() && !this.warned) {
			this.warned = true;
			logger.warn(("Only %d streams have meters of their own, though more are watched. "
					+ "Set 'pili.monitor.max-metered-streams' to have more.")
				.formatted(this.max));
		}
		return chosen;
	}

}
