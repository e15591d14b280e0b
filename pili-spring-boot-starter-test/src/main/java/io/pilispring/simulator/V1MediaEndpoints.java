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

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The calls that make files from live streams and recordings.
 */
final class V1MediaEndpoints {

	private final StreamStore store;

	private final Fops fops;

	private final Files files;

	V1MediaEndpoints(StreamStore store, Fops fops, Files files) {
		this.store = store;
		this.fops = fops;
		this.files = files;
	}

	void register(Router router) {
		router.on("POST", "/v1/streams/{id}/saveas", (request, path) -> saveAs(path.first(), request.json()))
			.on("POST", "/v1/streams/{id}/snapshot", (request, path) -> snapshot(path.first(), request.json()));
	}

	private ApiResponse saveAs(String id, JsonBody body) {
		StreamState stream = this.store.get(id);
		String name = body.requireText("name");
		String format = body.text("format");
		String notifyUrl = notifyUrl(body);
		String pipeline = body.text("pipeline");
		TimeRange range = TimeRange.ofOpen(body.number("start"), body.number("end"));
		if (stream.segments(range).isEmpty()) {
			throw ApiException.noData("nothing was recorded in that time");
		}
		String playlist = "recordings/" + id + "/" + stem(name) + ".m3u8";
		FileOrder order = new FileOrder(stream, FileOrder.Kind.PLAYLIST, playlist, null, range.startInstant(),
				range.endInstant());
		this.files.makeNow(order);
		Map<String, Object> json = new LinkedHashMap<>();
		String host = stream.account().hosts().vod();
		json.put("url", url(host, playlist));
		if (format == null) {
			// Official SDKs always read this
			json.put("persistentId",
					this.fops
						.start(new FopOrder("avthumb/m3u8", stream.hub(), id, playlist, pipeline, notifyUrl), false)
						.id());
			return ApiResponse.ok(json);
		}
		String target = "recordings/" + id + "/" + name;
		json.put("targetUrl", url(host, target));
		json.put("persistentId",
				start(new FileOrder(stream, FileOrder.Kind.RECORDING, target, format, order.start(), order.end()),
						new FopOrder("avthumb/" + format, stream.hub(), playlist, target, pipeline, notifyUrl)));
		return ApiResponse.ok(json);
	}

	private ApiResponse snapshot(String id, JsonBody body) {
		StreamState stream = this.store.get(id);
		String name = body.requireText("name");
		String format = body.requireText("format");
		String notifyUrl = notifyUrl(body);
		String pipeline = body.text("pipeline");
		Long time = body.number("time");
		if (!hasPicture(stream, time)) {
			throw ApiException.noData("no data to take a snapshot of");
		}
		String target = "snapshots/" + id + "/" + name;
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("targetUrl", url(stream.account().hosts().staticFiles(), target));
		json.put("persistentId",
				start(new FileOrder(stream, FileOrder.Kind.SNAPSHOT, target, format,
						(time != null) ? Instant.ofEpochSecond(time) : null, null),
						new FopOrder("vframe/" + format, stream.hub(), id + ".m3u8", target, pipeline, notifyUrl)));
		return ApiResponse.ok(json);
	}

	private static boolean hasPicture(StreamState stream, @Nullable Long time) {
		if (time == null) {
			return stream.isLive();
		}
		if (time < 0) {
			throw ApiException.badRequest("'time' must not be negative: %d".formatted(time));
		}
		return !stream.segments(TimeRange.at(time)).isEmpty();
	}

	private String start(FileOrder file, FopOrder order) {
		FopState fop = this.fops.start(order, this.files.areMade());
		this.files.make(file, fop);
		return fop.id();
	}

	private static @Nullable String notifyUrl(JsonBody body) {
		String url = body.text("notifyUrl");
		return (url != null) ? HttpUrls.requireNotifyUrl(url) : null;
	}

	// A name may contain any character, but a URL must be encoded
	private static String url(String host, String path) {
		try {
			return new URI("http", host, "/" + path, null, null).toASCIIString();
		}
		catch (URISyntaxException ex) {
			throw ApiException.badRequest("no URL can be made of '%s'".formatted(path));
		}
	}

	private static String stem(String name) {
		int dot = name.lastIndexOf('.');
		return (dot > 0) ? name.substring(0, dot) : name;
	}

}
