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

/**
 * Writes streams and their history as version 2 does.
 */
final class V2StreamJson {

	private V2StreamJson() {
	}

	static Map<String, Object> write(StreamState stream, V2Results results) {
		StreamSettings settings = stream.settings();
		Instant expireAt = stream.expireAt();
		PublishSecurity security = settings.publishSecurity();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("createdAt", stream.createdAt().getEpochSecond());
		json.put("updatedAt", settings.updatedAt().getEpochSecond());
		json.put("expireAt", (expireAt != null) ? expireAt.getEpochSecond() : 0);
		json.put("disabledTill", disabledTill(settings.availability()));
		json.put("converts", results.items(settings.converts()));
		json.put("watermark", settings.converts().stream().anyMatch((profile) -> profile.startsWith("wmt_")));
		json.put("publishSecurity", (security != null) ? security.wireName() : "");
		json.put("publishKey", (settings.publishKey() != null) ? settings.publishKey() : "");
		json.put("nropEnable", settings.nropEnabled());
		return json;
	}

	// One in the past stays as it is
	private static long disabledTill(Availability availability) {
		Instant till = availability.disabledTill();
		return (till != null) ? till.getEpochSecond() : (availability.disabled()) ? -1 : 0;
	}

	static Map<String, Object> write(PushSession session) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("start", session.start().getEpochSecond());
		json.put("end", session.endOr(session.start()).getEpochSecond());
		json.put("clientIP", session.push().address());
		json.put("serverIP", V2LiveJson.SERVER);
		return json;
	}

}
