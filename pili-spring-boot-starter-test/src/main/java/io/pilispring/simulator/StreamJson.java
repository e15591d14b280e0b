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
import java.util.List;
import java.util.Map;

/**
 * Writes streams as PILI does.
 */
final class StreamJson {

	private final HostsGeneration generation;

	private final List<String> profiles;

	StreamJson(HostsGeneration generation, List<String> profiles) {
		this.generation = generation;
		this.profiles = profiles;
	}

	Map<String, Object> write(StreamState stream) {
		return write(stream, stream.settings());
	}

	Map<String, Object> write(StreamState stream, StreamSettings settings) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", stream.id());
		json.put("createdAt", Json.time(stream.createdAt()));
		json.put("updatedAt", Json.time(settings.updatedAt()));
		json.put("title", stream.title());
		json.put("hub", stream.hub());
		json.put("disabled", settings.availability().disabled());
		if (settings.availability().disabledTill() != null) {
			json.put("disabledTill", settings.availability().disabledTill().getEpochSecond());
		}
		json.put("publishKey", settings.publishKey());
		json.put("publishSecurity", settings.publishSecurity().wireName());
		if (!this.profiles.isEmpty()) {
			json.put("profiles", this.profiles);
		}
		json.put("hosts", this.generation.write(stream.account().hosts()));
		return json;
	}

}
