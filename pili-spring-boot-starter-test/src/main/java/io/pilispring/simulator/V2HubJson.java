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
 * Writes hubs as version 2 does, which returns neither their name nor their publish key.
 */
final class V2HubJson {

	private V2HubJson() {
	}

	static Map<String, Object> write(HubState hub) {
		HubSettings settings = hub.settings();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("createdAt", hub.createdAt().getEpochSecond());
		json.put("updatedAt", settings.updatedAt().getEpochSecond());
		json.put("domains", hub.domains().stream().map(V2HubJson::write).toList());
		json.put("defaultDomains",
				HubDomains.defaults(hub.account().hosts()).stream().map(V2HubJson::writeDefault).toList());
		json.put("storageBucket", settings.storageBucket());
		json.put("liveDataExpireDays", settings.storageDays());
		json.put("publishSecurity", settings.publishSecurity().wireName());
		json.put("nrop", write(settings.nrop()));
		json.put("passiveCodecProfiles", List.of());
		json.put("converts", List.of());
		json.put("hlsPlus", settings.hlsPlus());
		json.put("vodDomain", hub.vodDomain());
		json.put("accesslog", Map.of("saveBucket", "", "expireDays", 0));
		json.put("snapshotInterval", settings.snapshotInterval());
		return json;
	}

	private static Map<String, Object> write(HubDomain domain) {
		Map<String, Object> json = writeDefault(domain);
		json.put("cname", domain.cname());
		return json;
	}

	private static Map<String, Object> writeDefault(HubDomain domain) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("type", domain.type().wireName());
		json.put("domain", domain.domain());
		return json;
	}

	private static Map<String, Object> write(NropSettings nrop) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("enable", nrop.enabled());
		json.put("interval", nrop.interval());
		json.put("notifyURL", nrop.notifyUrl());
		json.put("notifyRate", nrop.notifyRate());
		return json;
	}

}
