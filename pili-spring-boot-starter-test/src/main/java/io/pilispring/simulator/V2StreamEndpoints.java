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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The calls of version 2 that create, read and change streams.
 */
final class V2StreamEndpoints {

	private static final int DEFAULT_LIMIT = 1000;

	private static final int MAX_LIMIT = 5000;

	private static final Pattern WATERMARK = Pattern.compile("wmt_[A-Za-z0-9_-]+");

	private final V2Results results;

	private final Set<String> profiles = new LinkedHashSet<>(List.of("480p", "720p"));

	private final InstantSource clock;

	V2StreamEndpoints(V2Results results, List<String> profiles, InstantSource clock) {
		this.results = results;
		this.profiles.addAll(profiles);
		this.clock = clock;
	}

	void register(V2Router router) {
		router.onHub("POST", "/streams", (request, hub) -> create(hub, request.json()))
			.onHub("GET", "/streams", (request, hub) -> list(hub, request.query()))
			.onStream("GET", "", (request, stream) -> ApiResponse.ok(V2StreamJson.write(stream, this.results)))
			.onStream("POST", "/disabled", (request, stream) -> disable(stream, request.jsonOrEmpty()))
			.onKey("POST", "/converts", (request, hub, key) -> convert(hub, key, request.json()))
			.onStream("POST", "/nrop", (request, stream) -> judge(stream, request.json()));
		for (String name : List.of("/historyactivity", "/historyrecord")) {
			router.onStream("GET", name, (request, stream) -> history(stream, request.query()));
		}
	}

	private ApiResponse create(HubState hub, JsonBody body) {
		String key = StreamKey.require(body.requireText("key"));
		hub.createV2(key, Boolean.TRUE.equals(body.bool("nropEnable")));
		return this.results.done();
	}

	private ApiResponse list(HubState hub, Query query) {
		String list = "streams of " + hub.name();
		String marker = query.text("marker");
		long limit = query.numberOrZero("limit", MAX_LIMIT);
		int size = (limit > 0) ? (int) limit : DEFAULT_LIMIT;
		StreamPage page = hub.index()
			.page(V2Marker.position(list, (marker != null) ? marker : ""), size, filter(query));
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("items",
				this.results.items(page.items().stream().map((each) -> Map.of("key", each.title())).toList()));
		// A full page has a marker even if it is the last one
		json.put("marker", (page.items().size() == size) ? V2Marker.of(list, page.last()) : "");
		return ApiResponse.ok(json);
	}

	private static Predicate<StreamState> filter(Query query) {
		boolean liveOnly = query.bool("liveonly");
		String text = query.text("prefix");
		String prefix = (text != null) ? text : "";
		return (stream) -> (!liveOnly || stream.isLive()) && stream.title().startsWith(prefix);
	}

	private ApiResponse disable(StreamState stream, JsonBody body) {
		long till = body.numberOrZero("disabledTill", -1, TimeRange.LATEST);
		long period = body.numberOrZero("disablePeriodSecond", 0, TimeRange.LATEST);
		Instant now = this.clock.instant();
		Availability availability = availability(till, period, now);
		stream.change((before) -> before.withAvailability(availability));
		return this.results.done();
	}

	private static Availability availability(long till, long period, Instant now) {
		if (till == 0) {
			return (period == 0) ? Availability.ENABLED : Availability.disabledTill(now.plusSeconds(period));
		}
		return (till < 0) ? Availability.DISABLED : Availability.disabledTill(Instant.ofEpochSecond(till));
	}

	private ApiResponse convert(HubState hub, String key, JsonBody body) {
		if (key.contains("@")) {
			throw ApiException.invalidStreamKey("'%s' names a transcoded form of a stream".formatted(key));
		}
		StreamState stream = V2Router.require(hub, key);
		List<String> converts = body.requireTexts("converts");
		for (String profile : converts) {
			if (!this.profiles.contains(profile) && !WATERMARK.matcher(profile).matches()) {
				throw ApiException.invalidArgs("unknown profile '%s'".formatted(profile));
			}
		}
		stream.change((before) -> before.withConverts(List.copyOf(new LinkedHashSet<>(converts))));
		return this.results.done();
	}

	private ApiResponse judge(StreamState stream, JsonBody body) {
		boolean enabled = body.requireBool("nropEnable");
		stream.change((before) -> before.withNropEnabled(enabled));
		return this.results.done();
	}

	private ApiResponse history(StreamState stream, Query query) {
		TimeRange range = TimeRange.ofZeros(query.numberOrZero("start", TimeRange.LATEST),
				query.numberOrZero("end", TimeRange.LATEST));
		List<?> items = stream.history(range).stream().map(V2StreamJson::write).toList();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("items", this.results.items(items));
		return ApiResponse.ok(json);
	}

}
