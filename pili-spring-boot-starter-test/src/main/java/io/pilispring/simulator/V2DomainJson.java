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
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Writes the domains of hubs as version 2 does.
 */
final class V2DomainJson {

	private V2DomainJson() {
	}

	static Map<String, Object> writeShort(HubDomain domain) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("type", domain.type().wireName());
		json.put("domain", domain.domain());
		json.put("cname", domain.cname());
		json.put("certEnable", domain.certificate() != null);
		json.put("certName", Objects.requireNonNullElse(domain.certificate(), ""));
		return json;
	}

	static Map<String, Object> write(HubDomain domain) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("domain", domain.domain());
		json.put("type", domain.type().wireName());
		json.put("cname", domain.cname());
		json.put("connectCallback", write(domain.connectCallback()));
		json.put("disconnectCallback", write(domain.disconnectCallback()));
		json.put("disconnectDelay", domain.disconnectDelay().toSeconds());
		json.put("ipLimit", Map.of("whitelist", List.of(), "blacklist", List.of()));
		json.put("playSecurity", write(domain.playSecurity()));
		json.put("urlRewrite", Map.of("rules", domain.rewrites().stream().map(V2DomainJson::write).toList()));
		json.put("certEnable", domain.certificate() != null);
		json.put("certName", Objects.requireNonNullElse(domain.certificate(), ""));
		json.put("disable", domain.disabled());
		return json;
	}

	private static Map<String, Object> write(UrlRewrite rule) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("pattern", rule.pattern());
		json.put("replace", rule.replace());
		return json;
	}

	private static Map<String, Object> write(@Nullable PushCallback callback) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("type", (callback != null) ? callback.format().name() : "");
		json.put("url", (callback != null) ? callback.url() : "");
		json.put("timeout", (callback != null) ? callback.effectiveTimeout().toSeconds() : 0);
		json.put("vars", (callback != null) ? new TreeMap<>(callback.variables()) : Map.of());
		json.put("retryTimes", (callback != null) ? callback.retryTimes() : 0);
		json.put("retryInterval", (callback != null) ? callback.retryInterval().toSeconds() : 0);
		json.put("successCode", (callback != null) ? callback.successCode() : 0);
		json.put("failCode", (callback != null) ? callback.failCode() : 0);
		return json;
	}

	private static Map<String, Object> write(@Nullable PlaySecurity security) {
		Map<String, Object> json = new LinkedHashMap<>();
		if (security == null) {
			json.put("type", "");
			return json;
		}
		json.put("type", security.type().wireName());
		json.put("key1", security.key1());
		json.put("key2", Objects.requireNonNullElse(security.key2(), ""));
		json.put("range", security.range().toSeconds());
		json.put("rule", security.rule());
		json.put("rule2", Objects.requireNonNullElse(security.rule2(), ""));
		json.put("tsPart", security.tsPart());
		json.put("tsBase", security.tsBase());
		json.put("signPart", security.signPart());
		json.put("gapDuration", security.gapDuration().toSeconds());
		return json;
	}

}
