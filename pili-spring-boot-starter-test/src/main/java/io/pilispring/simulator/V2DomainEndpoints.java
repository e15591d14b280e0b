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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The calls of version 2 that read and change the domains of hubs.
 */
final class V2DomainEndpoints {

	private final Accounts accounts;

	private final V2Results results;

	V2DomainEndpoints(Accounts accounts, V2Results results) {
		this.accounts = accounts;
		this.results = results;
	}

	void register(V2Router router) {
		router.onHub("GET", "/domains", (request, hub) -> list(hub))
			.onNamed("GET", "/domains/{domain}",
					(request, hub, name) -> ApiResponse.ok(V2DomainJson.write(get(hub, name))))
			.onNamed("DELETE", "/domains/{domain}", (request, hub, name) -> unbind(hub, name))
			.onNamed("POST", "/domains/{domain}/cert", (request, hub, name) -> certify(hub, name, request.json()))
			.onNamed("POST", "/domains/{domain}/urlrewrite", (request, hub, name) -> rewrite(hub, name, request.json()))
			.onHub("POST", "/newdomains", (request, hub) -> bind(hub, request.json()));
	}

	private static HubDomain get(HubState hub, String name) {
		HubDomain domain = hub.domainList().find(name);
		if (domain == null) {
			throw ApiException.noSuchDomain();
		}
		return domain;
	}

	private ApiResponse list(HubState hub) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("domains", this.results.items(hub.domains().stream().map(V2DomainJson::writeShort).toList()));
		return ApiResponse.ok(json);
	}

	private ApiResponse bind(HubState hub, JsonBody body) {
		String name = body.requireText("domain");
		if (!Domains.isName(name)) {
			throw ApiException.invalidDomain("invalid domain '%s'".formatted(name));
		}
		HubDomain domain = HubDomain.of(type(body), name);
		// At PILI, a domain belongs to one hub
		boolean bound = this.accounts.all()
			.stream()
			.flatMap((account) -> account.store().hubs().stream())
			.anyMatch((each) -> each.domainList().find(name) != null);
		if (bound) {
			throw ApiException.domainConflict();
		}
		hub.setDomain(domain);
		return this.results.done();
	}

	private static DomainType type(JsonBody body) {
		String name = body.text("Type");
		String chosen = (name != null) ? name : body.text("type");
		DomainType type = DomainType.of(chosen);
		if (type == null) {
			throw ApiException.invalidArgs("invalid type '%s'".formatted(chosen));
		}
		return type;
	}

	private ApiResponse unbind(HubState hub, String name) {
		if (!hub.domainList().remove(name)) {
			throw ApiException.notFound();
		}
		return this.results.done();
	}

	private ApiResponse certify(HubState hub, String name, JsonBody body) {
		String certificate = body.requireText("certName");
		return change(hub, name, (domain) -> domain.withCertificate(certificate));
	}

	private ApiResponse rewrite(HubState hub, String name, JsonBody body) {
		List<UrlRewrite> rules = new ArrayList<>();
		for (JsonBody rule : body.requireObjects("rules")) {
			rules.add(rule(rule.requireText("pattern"), rule.optionalText("replace")));
		}
		return change(hub, name, (domain) -> domain.withRewrites(rules));
	}

	private static UrlRewrite rule(String pattern, @Nullable String replace) {
		try {
			return new UrlRewrite(pattern, (replace != null) ? replace : "");
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.invalidArgs(String.valueOf(ex.getMessage()));
		}
	}

	private ApiResponse change(HubState hub, String name, UnaryOperator<HubDomain> change) {
		if (!hub.domainList().change(name, change)) {
			throw ApiException.noSuchDomain();
		}
		return this.results.done();
	}

}
