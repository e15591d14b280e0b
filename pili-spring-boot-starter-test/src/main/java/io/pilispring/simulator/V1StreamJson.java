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

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes streams as PILI does.
 */
final class V1StreamJson {

	private final HostsGeneration generation;

	private final InstantSource clock;

	V1StreamJson(HostsGeneration generation, InstantSource clock) {
		this.generation = generation;
		this.clock = clock;
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
		Availability availability = settings.availability().at(this.clock.instant());
		json.put("disabled", availability.disabled());
		if (availability.disabledTill() != null) {
			json.put("disabledTill", availability.disabledTill().getEpochSecond());
		}
		HubSettings hub = stream.hubState().settings();
		json.put("publishKey", Objects.requireNonNullElse(settings.publishKey(), hub.publishKey()));
		json.put("publishSecurity",
				Objects.requireNonNullElse(settings.publishSecurity(), hub.publishSecurity()).wireName());
		if (!settings.converts().isEmpty()) {
			json.put("profiles", settings.converts());
		}
		json.put("hosts", this.generation.write(stream.account().hosts()));
		return json;
	}

}
