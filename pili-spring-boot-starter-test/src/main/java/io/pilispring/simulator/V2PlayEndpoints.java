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

package io.pilispring.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of version 2 that return the viewers of a hub.
 */
final class V2PlayEndpoints {

	private static final long STEP_SECONDS = 300;

	private static final long DEFAULT_SECONDS = 3600;

	private static final int DEFAULT_LIMIT = 1000;

	private static final int MAX_LIMIT = 5000;

	private final StreamStore store;

	private final V2Results results;

	private final InstantSource clock;

	V2PlayEndpoints(StreamStore store, V2Results results, InstantSource clock) {
		this.store = store;
		this.results = results;
		this.clock = clock;
	}

	void register(V2Router router) {
		router.onHub("GET", "/stat/play", (request, hub) -> ApiResponse.ok(now(hub)))
			.onHub("GET", "/stat/play/history", (request, hub) -> history(hub, request.query()));
	}

	private static Map<String, Object> now(HubState hub) {
		Audience total = Audience.NONE;
		Map<String, Object> streams = new LinkedHashMap<>();
		for (StreamState stream : hub.index().all()) {
			LivePush live = stream.livePush();
			if (live != null) {
				Audience audience = Audience.of(live.viewers(), live.push());
				total = total.plus(audience);
				streams.put(stream.title(), audience.json());
			}
		}
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("total", total.json());
		json.put("streams", streams);
		return json;
	}

	private ApiResponse history(HubState hub, Query query) {
		String list = "viewers of " + hub.name();
		Instant now = this.clock.instant();
		long end = query.numberOrZero("end", TimeRange.LATEST);
		long to = (end > 0) ? end : now.getEpochSecond();
		long start = query.numberOrZero("start", TimeRange.LATEST);
		long from = (start > 0) ? start : Math.max(0, to - DEFAULT_SECONDS);
		if (from >= to) {
			throw ApiException.badRequest("'start' must be before 'end': %d and %d".formatted(from, to));
		}
		long limit = query.numberOrZero("limit", MAX_LIMIT);
		int size = (limit > 0) ? (int) limit : DEFAULT_LIMIT;
		String marker = query.text("marker");
		long time = Math.max((from + STEP_SECONDS - 1) / STEP_SECONDS * STEP_SECONDS,
				V2Marker.position(list, (marker != null) ? marker : ""));
		List<PushSession> sessions = this.store.pushes()
			.all()
			.stream()
			.filter((session) -> session.stream().hub().equals(hub.name()))
			.toList();
		List<Map<String, Object>> items = new ArrayList<>();
		for (; time < to && items.size() < size; time += STEP_SECONDS) {
			Map<String, Object> item = new LinkedHashMap<>();
			item.put("time", time);
			item.put("stats", at(Instant.ofEpochSecond(time), sessions, now).json());
			items.add(item);
		}
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("marker", (items.size() == size) ? V2Marker.of(list, time) : "");
		json.put("items", this.results.items(items));
		return ApiResponse.ok(json);
	}

	private static Audience at(Instant time, List<PushSession> sessions, Instant now) {
		return sessions.stream()
			.flatMap((session) -> session.phases(now).stream())
			.filter((phase) -> phase.contains(time))
			.map((phase) -> Audience.of(phase.viewers(), phase.push()))
			.reduce(Audience.NONE, Audience::plus);
	}

	/**
	 * Viewers and the bandwidth that they use.
	 *
	 * @param count the number of viewers
	 * @param bandwidth the bits per second
	 */
	private record Audience(long count, long bandwidth) {

		static final Audience NONE = new Audience(0, 0);

		static Audience of(int viewers, Push push) {
			return new Audience(viewers, viewers * V2LiveJson.bits(push));
		}

		Audience plus(Audience other) {
			return new Audience(this.count + other.count, this.bandwidth + other.bandwidth);
		}

		Map<String, Object> json() {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("count", this.count);
			json.put("bandwidth", this.bandwidth);
			return json;
		}

	}

}
