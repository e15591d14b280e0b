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

package io.pilispring.autoconfigure.v1;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pilispring.monitor.MonitoredHub;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamStatus;

/**
 * A {@link PiliHub} as the monitor sees it.
 */
class MonitoredPiliHub implements MonitoredHub {

	private final PiliHub hub;

	MonitoredPiliHub(PiliHub hub) {
		this.hub = hub;
	}

	// The next round asks again, and the reason of a failure is wanted at once
	private PiliHub once() {
		return this.hub.withoutPauses();
	}

	@Override
	public String name() {
		return this.hub.name();
	}

	@Override
	public String apiHost() {
		return this.hub.apiHost();
	}

	@Override
	public void probe() {
		once().listStreams((query) -> query.limit(1).idOnly());
	}

	// An id is zone, hub and title with dots in between; a title has no dots
	@Override
	public @Nullable String findId(String idOrTitle) {
		if (idOrTitle.contains(".")) {
			return (idOrTitle.contains("." + this.hub.name() + ".")) ? idOrTitle : null;
		}
		return once().streams((query) -> query.titlePrefix(idOrTitle).idOnly())
			.filter((stream) -> stream.title().equals(idOrTitle))
			.map(PiliStream::id)
			.findFirst()
			.orElse(null);
	}

	@Override
	public List<String> connectedIds(int limit) {
		return once().streams((query) -> query.connected().idOnly().limit(limit))
			.limit(limit)
			.map(PiliStream::id)
			.toList();
	}

	@Override
	public Map<String, StreamMeasurement> measure(Collection<String> ids, Runnable beforeCall) {
		Map<String, StreamMeasurement> measurements = new LinkedHashMap<>();
		once().statuses(ids, beforeCall).forEach((id, status) -> measurements.put(id, measurement(status)));
		return measurements;
	}

	private StreamMeasurement measurement(StreamStatus status) {
		if (!status.connected()) {
			return StreamMeasurement.DISCONNECTED;
		}
		return new StreamMeasurement(true, status.addr(), status.startFrom(), status.bytesPerSecond(),
				status.framesPerSecond().audio(), status.framesPerSecond().video(), status.framesPerSecond().data());
	}

}
