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
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes the status of streams as PILI does.
 */
final class V1StatusJson {

	private V1StatusJson() {
	}

	static Map<String, Object> write(StreamState stream) {
		return write(stream, stream.livePush());
	}

	static Map<String, Object> write(StreamState stream, LivePush live, Instant now) {
		Map<String, Object> json = write(stream, live);
		json.put("streamId", stream.id());
		json.put("updatedAt", Json.time(now));
		return json;
	}

	private static Map<String, Object> write(StreamState stream, @Nullable LivePush live) {
		Push push = (live != null) ? live.push() : new Push("", 0, 0, 0, 0);
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("addr", push.address());
		json.put("status", (live != null) ? "connected" : "disconnected");
		if (live != null) {
			json.put("startFrom", Json.time(live.since()));
			json.put("reqId", live.reqId());
		}
		json.put("bytesPerSecond", push.bytesPerSecond());
		json.put("framesPerSecond", frames(push));
		json.put("hub", stream.hub());
		json.put("stream", stream.title());
		return json;
	}

	private static Map<String, Object> frames(Push push) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("audio", push.audioFramesPerSecond());
		json.put("video", push.videoFramesPerSecond());
		json.put("data", push.dataFramesPerSecond());
		return json;
	}

}
