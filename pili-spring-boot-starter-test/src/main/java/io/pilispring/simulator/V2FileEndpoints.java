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
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The calls of version 2 that make files from live streams and recordings.
 */
final class V2FileEndpoints {

	private static final String PLAYLIST = "m3u8";

	private final Fops fops;

	private final Files files;

	private final List<String> pipelines;

	private final InstantSource clock;

	V2FileEndpoints(Fops fops, Files files, List<String> pipelines, InstantSource clock) {
		this.fops = fops;
		this.files = files;
		this.pipelines = pipelines;
		this.clock = clock;
	}

	void register(V2Router router) {
		router.onStream("POST", "/saveas", (request, stream) -> saveAs(stream, request.jsonOrEmpty()))
			.onStream("POST", "/snapshot", (request, stream) -> snapshot(stream, request.jsonOrEmpty()));
	}

	private ApiResponse saveAs(StreamState stream, JsonBody body) {
		String format = format(body, PLAYLIST, "mp4", "flv");
		String pipeline = pipeline(body);
		String notifyUrl = notifyUrl(body);
		body.numberOrZero("expireDays", -1, Integer.MAX_VALUE);
		body.numberOrZero("persistentDeleteAfterDays", 0, Integer.MAX_VALUE);
		body.numberOrZero("firstTsType", 0, 3);
		TimeRange range = TimeRange.ofZeros(body.numberOrZero("start", 0, TimeRange.LATEST),
				body.numberOrZero("end", 0, TimeRange.LATEST));
		List<Segment> segments = stream.segments(range);
		if (segments.isEmpty()) {
			throw ApiException.noData("nothing was recorded in that time");
		}
		long start = Math.max(segments.get(0).startSeconds(), range.start());
		long end = Math.min(segments.stream().mapToLong(Segment::endSeconds).max().orElseThrow(), range.end());
		String name = body.optionalText("fname");
		String path = (name != null) ? name : "recordings/%s/%d_%d.%s".formatted(stream.id(), start, end, format);
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("fname", path);
		json.put("start", start);
		json.put("end", end);
		if (PLAYLIST.equals(format)) {
			this.files.makeNow(new FileOrder(stream, FileOrder.Kind.PLAYLIST, path, null, range.startInstant(),
					range.endInstant()));
			return ApiResponse.ok(json);
		}
		json.put("persistentID",
				start(new FileOrder(stream, FileOrder.Kind.RECORDING, path, format, range.startInstant(),
						range.endInstant()),
						new FopOrder("avthumb/" + format, stream.hubState().storageBucket(), stream.id() + ".m3u8",
								path, pipeline, notifyUrl)));
		return ApiResponse.ok(json);
	}

	private ApiResponse snapshot(StreamState stream, JsonBody body) {
		String format = format(body, "jpg", "png");
		String pipeline = pipeline(body);
		String notifyUrl = notifyUrl(body);
		body.numberOrZero("deleteAfterDays", 0, Integer.MAX_VALUE);
		long time = body.numberOrZero("time", 0, TimeRange.LATEST);
		boolean found = (time == 0) ? stream.isLive() : !stream.segments(TimeRange.at(time)).isEmpty();
		if (!found) {
			throw ApiException.noData("no data to take a snapshot of");
		}
		String name = body.optionalText("fname");
		long second = (time != 0) ? time : this.clock.instant().getEpochSecond();
		String path = (name != null) ? name : "snapshots/%s/%d.%s".formatted(stream.id(), second, format);
		FileOrder order = new FileOrder(stream, FileOrder.Kind.SNAPSHOT, path, format,
				(time != 0) ? Instant.ofEpochSecond(time) : null, null);
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("fname", path);
		if (notifyUrl == null) {
			this.files.makeNow(order);
			return ApiResponse.ok(json);
		}
		json.put("persistentID", start(order, new FopOrder("vframe/" + format, stream.hubState().storageBucket(),
				stream.id() + ".m3u8", path, pipeline, notifyUrl)));
		return ApiResponse.ok(json);
	}

	private static String format(JsonBody body, String... formats) {
		String format = body.optionalText("format");
		if (format == null) {
			return formats[0];
		}
		if (!List.of(formats).contains(format)) {
			throw ApiException.invalidArgs("'format' must be one of %s: '%s'".formatted(List.of(formats), format));
		}
		return format;
	}

	private @Nullable String pipeline(JsonBody body) {
		String pipeline = body.optionalText("pipeline");
		if (pipeline != null && !this.pipelines.isEmpty() && !this.pipelines.contains(pipeline)) {
			throw ApiException.noSuchPipeline();
		}
		return pipeline;
	}

	private static @Nullable String notifyUrl(JsonBody body) {
		String url = body.optionalText("notify");
		return (url != null) ? HttpUrls.requireNotifyUrl(url) : null;
	}

	private String start(FileOrder file, FopOrder order) {
		FopState fop = this.fops.start(order, this.files.areMade());
		this.files.make(file, fop);
		return fop.id();
	}

}
