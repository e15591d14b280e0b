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

/**
 * Makes the play URLs of one stream: the origin first, then each profile.
 */
final class PlayUrls {

	private final PiliStream stream;

	PlayUrls(PiliStream stream) {
		this.stream = stream;
	}

	Map<String, String> rtmpLive() {
		return urls("rtmp://", host("live.rtmp", this.stream.hosts().liveRtmp()), "");
	}

	Map<String, String> hlsLive() {
		return urls("http://", host("live.hls", this.stream.hosts().liveHls()), ".m3u8");
	}

	Map<String, String> httpFlvLive() {
		return urls("http://", host("live.hdl", this.stream.hosts().liveHdl()), ".flv");
	}

	Map<String, String> hlsPlayback(Instant start, Instant end) {
		Assert.isTrue(start != null && end != null,
				() -> "'start' and 'end' must not be null, but are %s and %s".formatted(start, end));
		Arguments.range(start, end);
		return urls("http://", host("playback.hls", this.stream.hosts().playbackHls()),
				".m3u8?start=" + start.getEpochSecond() + "&end=" + end.getEpochSecond());
	}

	private String host(String name, @Nullable String host) {
		return required(this.stream.id(), name, host);
	}

	private Map<String, String> urls(String scheme, String host, String suffix) {
		List<String> profiles = this.stream.profiles();
		if (profiles.isEmpty()) {
			return Collections.singletonMap(PiliStream.ORIGIN,
					scheme + host + "/" + this.stream.hub() + "/" + this.stream.title() + suffix);
		}
		String base = scheme + host + "/" + this.stream.hub() + "/" + this.stream.title();
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
