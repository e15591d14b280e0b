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
 * Writes the status of live streams as version 2 does.
 */
final class V2LiveJson {

	static final String SERVER = "127.0.0.1:1935";

	private static final int AUDIO_SHARE = 10;

	private V2LiveJson() {
	}

	static Map<String, Object> zeros() {
		return write(0, "", "", new Push("", 0, 0, 0, 0));
	}

	static Map<String, Object> write(LivePush live) {
		return write(live.since().getEpochSecond(), live.push().address(), SERVER, live.push());
	}

	private static Map<String, Object> write(long startAt, String client, String server, Push push) {
		Map<String, Object> fps = new LinkedHashMap<>();
		fps.put("audio", Math.round(push.audioFramesPerSecond()));
		fps.put("video", Math.round(push.videoFramesPerSecond()));
		fps.put("data", Math.round(push.dataFramesPerSecond()));
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("startAt", startAt);
		json.put("clientIP", client);
		json.put("serverIP", server);
		json.put("bps", bits(push));
		json.put("fps", fps);
		return json;
	}

	/**
	 * Write all that is known of a single stream.
	 * @param live the push
	 * @return the JSON
	 */
	static Map<String, Object> writeAll(LivePush live) {
		Push push = live.push();
		long audio = audioBits(push);
		Map<String, Object> json = write(live);
		json.put("maxGop", gop(push));
		json.put("avgGop", gop(push));
		json.put("videoBitRate", bits(push) - audio);
		json.put("audioBitRate", audio);
		json.put("playCount", live.viewers());
		json.put("bandwidth", live.viewers() * bits(push));
		json.put("location", "local");
		json.put("isp", "loopback");
		return json;
	}

	static long bits(Push push) {
		return Math.round(push.bytesPerSecond() * 8);
	}

	// Pushes tell only their sum
	private static long audioBits(Push push) {
		if (push.audioFramesPerSecond() == 0) {
			return 0;
		}
		return (push.videoFramesPerSecond() == 0) ? bits(push) : bits(push) / AUDIO_SHARE;
	}

	private static long gop(Push push) {
		return (push.videoFramesPerSecond() > 0) ? push.gop().toMillis() : 0;
	}

}
