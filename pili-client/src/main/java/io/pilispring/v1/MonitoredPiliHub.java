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

package io.pilispring.v1;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.monitor.MonitoredHub;
import io.pilispring.monitor.StreamMeasurement;

/**
 * A {@link PiliHub} as the monitor sees it. The hub may be an implementation of the
 * application's own, such as a mock that returns {@code null} from every method.
 *
 * @since 0.1.0
 */
public final class MonitoredPiliHub implements MonitoredHub {

	private static final String UNKNOWN = "unknown";

	private final PiliHub hub;

	/**
	 * Create the monitor's view of a hub.
	 * @param hub the hub
	 */
	public MonitoredPiliHub(PiliHub hub) {
		Assert.notNull(hub, "'hub' must not be null");
		this.hub = hub;
	}

	@Override
	public String name() {
		return Objects.requireNonNullElse(this.hub.name(), UNKNOWN);
	}

	@Override
	public String apiHost() {
		return Objects.requireNonNullElse(this.hub.apiHost(), UNKNOWN);
	}

	@Override
	public boolean mayHave(String idOrTitle) {
		String name = this.hub.name();
		return !StreamId.isId(idOrTitle) || name == null || StreamId.of(idOrTitle).hub().equals(name);
	}

	@Override
	public String title(String id) {
		return StreamId.of(id).title();
	}

	@Override
	public int batchSize() {
		return StatusBatches.MAX_BATCH_SIZE;
	}

	@Override
	public void probe() {
		this.hub.listStreams((query) -> query.pageSize(1).idOnly());
	}

	@Override
	public @Nullable String findId(String idOrTitle) {
		if (StreamId.isId(idOrTitle)) {
			return idOrTitle;
		}
		return this.hub.streams((query) -> query.titlePrefix(idOrTitle).idOnly())
			.filter((stream) -> idOrTitle.equals(stream.title()))
			.map(PiliStream::id)
			.findFirst()
			.orElse(null);
	}

	@Override
	public List<String> connectedIds(int limit) {
		return this.hub.streams((query) -> query.connected().idOnly().pageSize(limit))
			.limit(limit)
			.map(PiliStream::id)
			// The status of any other id could not be requested
			.filter(StreamArguments::isId)
			.toList();
	}

	@Override
	public Map<String, StreamMeasurement> measure(Collection<String> ids) {
		Map<String, StreamMeasurement> measurements = new LinkedHashMap<>();
		this.hub.statuses(ids).forEach((id, status) -> measurements.put(id, measurement(status)));
		return measurements;
	}

	private static StreamMeasurement measurement(StreamStatus status) {
		if (!status.connected()) {
			return StreamMeasurement.DISCONNECTED;
		}
		StreamStatus.FramesPerSecond frames = status.framesPerSecond();
		return StreamMeasurement.live()
			.address(status.addr())
			.since(status.startFrom())
			.bytesPerSecond(status.bytesPerSecond())
			.framesPerSecond(frames.audio(), frames.video(), frames.data())
			.build();
	}

}
