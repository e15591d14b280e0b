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

package io.pilispring.v2;

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
 * A {@link LiveHub} as the monitor sees it: the id of a stream is its key. The hub may be
 * an implementation of the application's own, such as a mock that returns {@code null}
 * from every method.
 *
 * @since 0.1.0
 */
public final class MonitoredLiveHub implements MonitoredHub {

	private static final String UNKNOWN = "unknown";

	private static final int BITS = 8;

	private final LiveHub hub;

	/**
	 * Create the monitor's view of a hub.
	 * @param hub the hub
	 */
	public MonitoredLiveHub(LiveHub hub) {
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
		// With dots, it is the id of a stream of version 1
		return StreamKey.checkForeign(idOrTitle).indexOf('.') < 0;
	}

	@Override
	public String title(String id) {
		return id;
	}

	@Override
	public int batchSize() {
		return DefaultLiveHub.MAX_BATCH_SIZE;
	}

	@Override
	public void probe() {
		this.hub.listStreams((spec) -> spec.pageSize(1));
	}

	// Without a call, because a stream that does not exist yet is created by a push
	@Override
	public String findId(String idOrTitle) {
		return idOrTitle;
	}

	@Override
	public List<String> connectedIds(int limit) {
		return this.hub.streams((spec) -> spec.liveOnly().pageSize(Math.min(limit, ListStreamsSpec.MAX_PAGE_SIZE)))
			.limit(limit)
			.map(LiveStream::key)
			.toList();
	}

	@Override
	public Map<String, StreamMeasurement> measure(Collection<String> ids) {
		Map<String, LiveStatus> live = this.hub.liveStatuses(ids);
		Map<String, StreamMeasurement> measurements = new LinkedHashMap<>();
		ids.forEach((id) -> measurements.put(id, measurement(live.get(id))));
		return measurements;
	}

	private static StreamMeasurement measurement(@Nullable LiveStatus status) {
		if (status == null) {
			return StreamMeasurement.DISCONNECTED;
		}
		LiveStatus.FramesPerSecond frames = status.framesPerSecond();
		return StreamMeasurement.live()
			.address(status.clientIp())
			.since(status.startAt())
			.bytesPerSecond((status.bitsPerSecond() != null) ? status.bitsPerSecond() / (double) BITS : null)
			.framesPerSecond(frames.audio(), frames.video(), frames.data())
			.build();
	}

}
