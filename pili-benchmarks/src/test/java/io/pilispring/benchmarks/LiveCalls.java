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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.qiniu.pili.Client;
import com.qiniu.pili.Config;
import com.qiniu.streaming.StreamingManager;
import com.qiniu.util.Auth;

import io.pilispring.v2.LiveHub;

/**
 * Calls of version 2 of all clients that have them: the settings of a stream, and the
 * status of a hundred.
 */
final class LiveCalls {

	private static final List<String> KEYS = IntStream.range(0, 100).mapToObj("camera-%06d"::formatted).toList();

	private LiveCalls() {
	}

	static Map<String, Callable<?>> all(String host) {
		LiveHub hub = Callers.liveHub(host);
		StreamingManager qiniu = new StreamingManager(Auth.create(Wire.ACCESS_KEY, Wire.SECRET_KEY), Wire.HUB,
				"http://" + host);
		Config.APIHost = host;
		com.qiniu.pili.Hub pili = new Client(Wire.ACCESS_KEY, Wire.SECRET_KEY).newHub(Wire.HUB);
		String[] keys = KEYS.toArray(String[]::new);
		Map<String, Callable<?>> calls = new LinkedHashMap<>();
		calls.put("live-info/8/ours", () -> hub.stream(Wire.TITLE).info());
		calls.put("live-info/8/qiniu-java-sdk", () -> qiniu.attribute(Wire.TITLE));
		calls.put("live-info/8/pili-sdk-java", () -> pili.get(Wire.TITLE));
		calls.put("live-batch/8/ours", () -> hub.liveStatuses(KEYS));
		calls.put("live-batch/8/pili-sdk-java", () -> pili.batchLiveStatus(keys));
		return calls;
	}

}
