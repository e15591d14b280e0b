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
 * Writes file operations as PILI does.
 */
final class FopJson {

	private static final String SHARED_PIPELINE = "0.default";

	private FopJson() {
	}

	static Map<String, Object> write(FopState fop) {
		FopOutcome outcome = fop.outcome();
		FopOrder order = fop.order();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", fop.id());
		json.put("pipeline", (order.pipeline() != null) ? order.pipeline() : SHARED_PIPELINE);
		json.put("code", outcome.code().number());
		json.put("desc", outcome.code().description());
		json.put("reqid", fop.reqId());
		json.put("creationDate", Json.time(fop.createdAt()));
		json.put("inputBucket", order.bucket());
		json.put("inputKey", order.inputKey());
		json.put("items", List.of(item(fop.id(), order, outcome)));
		return json;
	}

	private static Map<String, Object> item(String id, FopOrder order, FopOutcome outcome) {
		FopCode code = (outcome.code() == FopCode.NOTIFICATION_FAILED) ? FopCode.DONE : outcome.code();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("cmd", order.command());
		json.put("code", code.number());
		json.put("desc", code.description());
		if (outcome.error() != null) {
			json.put("error", outcome.error());
		}
		if (code == FopCode.DONE) {
			json.put("hash", HmacSha1.sign(id, order.outputKey()));
			json.put("key", order.outputKey());
		}
		json.put("returnOld", 0);
		return json;
	}

}
