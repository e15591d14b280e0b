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

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The formats in which PILI's responses have contained the hosts of a stream over the
 * years.
 *
 * @since 0.1.0
 */
public enum HostsGeneration {

	/**
	 * The oldest: {@code publish{rtmp}} and {@code play{hls,rtmp}}.
	 */
	A {

		@Override
		Map<String, Object> write(StreamHosts hosts) {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("publish", Map.of("rtmp", hosts.publishRtmp()));
			json.put("play", Map.of("hls", hosts.liveHls(), "rtmp", hosts.liveRtmp()));
			return json;
		}

	},

	/**
	 * {@code publish{rtmp}}, {@code live{http,rtmp}} and {@code playback{http}}.
	 */
	B {

		@Override
		Map<String, Object> write(StreamHosts hosts) {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("publish", Map.of("rtmp", hosts.publishRtmp()));
			json.put("live", Map.of("http", hosts.liveHls(), "rtmp", hosts.liveRtmp()));
			json.put("playback", Map.of("http", hosts.playback()));
			return json;
		}

	},

	/**
	 * {@code publish{rtmp}}, {@code live{hdl,hls,rtmp}} and {@code playback{hls}}.
	 */
	C {

		@Override
		Map<String, Object> write(StreamHosts hosts) {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("publish", Map.of("rtmp", hosts.publishRtmp()));
			json.put("live", Map.of("hdl", hosts.liveHdl(), "hls", hosts.liveHls(), "rtmp", hosts.liveRtmp()));
			json.put("playback", Map.of("hls", hosts.playback()));
			return json;
		}

	},

	/**
	 * The newest: {@code publish{rtmp}}, {@code play{http,rtmp}},
	 * {@code live{http,hdl,hls,rtmp,snapshot}} and {@code playback{http,hls}}.
	 */
	D {

		@Override
		Map<String, Object> write(StreamHosts hosts) {
			Map<String, Object> live = new LinkedHashMap<>();
			live.put("http", hosts.liveHls());
			live.put("hdl", hosts.liveHdl());
			live.put("hls", hosts.liveHls());
			live.put("rtmp", hosts.liveRtmp());
			live.put("snapshot", hosts.snapshot());
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("publish", Map.of("rtmp", hosts.publishRtmp()));
			json.put("play", Map.of("http", hosts.liveHls(), "rtmp", hosts.liveRtmp()));
			json.put("live", live);
			json.put("playback", Map.of("http", hosts.playback(), "hls", hosts.playback()));
			return json;
		}

	};

	abstract Map<String, Object> write(StreamHosts hosts);

}
