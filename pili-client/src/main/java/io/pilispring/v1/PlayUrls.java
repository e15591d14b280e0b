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

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.OneLine;

/**
 * Creates the play URLs of one stream.
 */
final class PlayUrls {

	private static final String HLS = ".m3u8";

	private static final String FLV = ".flv";

	private final DefaultPiliStream stream;

	PlayUrls(DefaultPiliStream stream) {
		this.stream = stream;
	}

	String rtmpLive() {
		return url("rtmp://", rtmpHost(), "");
	}

	Map<String, String> rtmpLiveByProfile() {
		return byProfile("rtmp://", rtmpHost(), "");
	}

	String hlsLive() {
		return url("http://", hlsHost(), HLS);
	}

	Map<String, String> hlsLiveByProfile() {
		return byProfile("http://", hlsHost(), HLS);
	}

	String httpFlvLive() {
		return url("http://", httpFlvHost(), FLV);
	}

	Map<String, String> httpFlvLiveByProfile() {
		return byProfile("http://", httpFlvHost(), FLV);
	}

	String hlsPlayback(Instant start, Instant end) {
		return url("http://", playbackHost(), HLS + range(start, end));
	}

	Map<String, String> hlsPlaybackByProfile(Instant start, Instant end) {
		return byProfile("http://", playbackHost(), HLS + range(start, end));
	}

	private static String range(Instant start, Instant end) {
		Assert.isTrue(start != null && end != null,
				() -> "'start' and 'end' must not be null, but are %s and %s".formatted(start, end));
		StreamArguments.range(start, end);
		return "?start=" + start.getEpochSecond() + "&end=" + end.getEpochSecond();
	}

	private String rtmpHost() {
		return host("live.rtmp", this.stream.hosts().liveRtmp());
	}

	private String hlsHost() {
		return host("live.hls", this.stream.hosts().liveHls());
	}

	private String httpFlvHost() {
		return host("live.hdl", this.stream.hosts().liveHdl());
	}

	private String playbackHost() {
		return host("playback.hls", this.stream.hosts().playbackHls());
	}

	private String host(String name, @Nullable String host) {
		return required(this.stream.id(), name, host);
	}

	private String url(String scheme, String host, String suffix) {
		return scheme + host + this.stream.urlPath() + suffix;
	}

	private Map<String, String> byProfile(String scheme, String host, String suffix) {
		List<String> profiles = this.stream.profiles();
		if (profiles.isEmpty()) {
			return Collections.singletonMap(PiliStream.ORIGIN, url(scheme, host, suffix));
		}
		String base = url(scheme, host, "");
		Map<String, String> urls = new LinkedHashMap<>();
		urls.put(PiliStream.ORIGIN, base + suffix);
		for (String profile : profiles) {
			urls.put(profile, base + "@" + profile + suffix);
		}
		return Collections.unmodifiableMap(urls);
	}

	static String required(String id, String name, @Nullable String host) {
		Assert.state(host != null, () -> "Stream '%s' has no host '%s'".formatted(OneLine.of(id), name));
		return host;
	}

}
