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

package io.pilispring.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes over the wire, and the least that reads it.
 */
public final class Wire {

	/**
	 * Access key of all clients.
	 */
	public static final String ACCESS_KEY = "0123456789abcdefghijABCDEFGHIJ0123456789";

	/**
	 * Secret key of all clients.
	 */
	public static final String SECRET_KEY = "abcdefghijABCDEFGHIJ01234567890123456789";

	/**
	 * The hub.
	 */
	public static final String HUB = "my-hub";

	/**
	 * The title of a stream.
	 */
	public static final String TITLE = "camera-000001";

	/**
	 * A mapper without any setting but the one that every client needs.
	 */
	public static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private Wire() {
	}

	/**
	 * Return the id of a stream.
	 */
	public static String id(String title) {
		return "z1." + HUB + "." + title;
	}

	/**
	 * Return the JSON of a stream.
	 */
	public static String stream(String title) {
		return stream(title, "static");
	}

	/**
	 * Return the JSON of a stream.
	 */
	public static String stream(String title, String security) {
		return """
				{"id":"%s","createdAt":"2015-08-22T04:54:13.539Z","updatedAt":"2015-08-22T04:54:13.539Z",\
				"title":"%s","hub":"my-hub","disabledTill":0,"disabled":false,"publishKey":"ca11e07f094c3a6e",\
				"publishSecurity":"%s","profiles":["480p","720p"],"hosts":{"publish":{"rtmp":\
				"ey636h.publish.z1.pili.qiniup.com"},"live":{"hdl":"ey636h.live1-http.z1.pili.qiniucdn.com",\
				"hls":"ey636h.live1-http.z1.pili.qiniucdn.com","http":"ey636h.live1-http.z1.pili.qiniucdn.com",\
				"rtmp":"ey636h.live1-rtmp.z1.pili.qiniucdn.com","snapshot":"ey636h.live1-snap.z1.pili.qiniucdn.com"},\
				"playback":{"hls":"ey636h.hls.z1.pili.qiniucdn.com","http":"ey636h.hls.z1.pili.qiniucdn.com"}}}"""
			.formatted(id(title), title, security);
	}

	/**
	 * Return the JSON of a page of streams.
	 */
	public static String page(int from, int size, String marker) {
		return IntStream.range(from, from + size)
			.mapToObj((i) -> stream("camera-%06d".formatted(i)))
			.collect(Collectors.joining(",",
					"{\"marker\":\"" + marker + "\",\"end\":" + marker.isEmpty() + ",\"items\":[", "]}"));
	}

	/**
	 * Return the settings of a stream of version 2.
	 */
	public static String info() {
		return """
				{"createdAt":1440219253,"updatedAt":1440219253,"expireAt":0,"disabledTill":0,"converts":["480p","720p"],\
				"watermark":false,"publishSecurity":"static","publishKey":"ca11e07f094c3a6e","nropEnable":false}""";
	}

	/**
	 * Return the status of a live stream of version 2.
	 */
	public static String liveStatus(String key) {
		return "{\"key\":\"" + key + "\",\"startAt\":1440219253,\"clientIP\":\"222.73.202.226:2572\",\"serverIP\":"
				+ "\"198.51.100.1:1935\",\"bps\":131192,\"fps\":{\"audio\":38,\"video\":23,\"data\":0}}";
	}

	/**
	 * Return the JSON of a status.
	 */
	public static String status(String id) {
		return """
				{"streamId":"%s","addr":"222.73.202.226:2572","status":"connected","bytesPerSecond":16870.2,\
				"startFrom":"2015-09-10T05:58:10.289Z","updatedAt":"2015-09-10T06:00:10.289Z",\
				"framesPerSecond":{"audio":42.2,"video":14.7,"data":0.06}}""".formatted(id);
	}

	/**
	 * The least that holds a stream.
	 */
	public record BareStream(String id, Instant createdAt, Instant updatedAt, String title, String hub,
			long disabledTill, boolean disabled, String publishKey, String publishSecurity, List<String> profiles,
			BareHosts hosts) {
	}

	/**
	 * The least that holds the hosts of a stream.
	 */
	public record BareHosts(BareGroup publish, BareGroup live, BareGroup playback) {
	}

	/**
	 * The least that holds the hosts of one kind.
	 */
	public record BareGroup(String rtmp, String hls, String hdl, String http, String snapshot) {
	}

	/**
	 * The least that holds a page.
	 */
	public record BarePage(String marker, boolean end, List<BareStream> items) {
	}

}
