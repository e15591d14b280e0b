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
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The domains of a hub. Until they are changed, they are those of the account, which may
 * be known only after the simulator has started.
 */
final class HubDomains {

	private final Supplier<StreamHosts> hosts;

	private @Nullable List<HubDomain> all;

	HubDomains(Supplier<StreamHosts> hosts) {
		this.hosts = hosts;
	}

	static List<HubDomain> defaults(StreamHosts hosts) {
		return List.of(HubDomain.of(DomainType.PUBLISH_RTMP, hosts.publishRtmp()),
				HubDomain.of(DomainType.LIVE_RTMP, hosts.liveRtmp()),
				HubDomain.of(DomainType.LIVE_HLS, hosts.liveHls()), HubDomain.of(DomainType.LIVE_HDL, hosts.liveHdl()));
	}

	synchronized List<HubDomain> all() {
		return (this.all != null) ? List.copyOf(this.all) : defaults(this.hosts.get());
	}

	private List<HubDomain> modifiable() {
		List<HubDomain> domains = this.all;
		if (domains == null) {
			domains = new ArrayList<>(defaults(this.hosts.get()));
			this.all = domains;
		}
		return domains;
	}

	@Nullable HubDomain find(String name) {
		return all().stream().filter((domain) -> domain.isAt(name)).findFirst().orElse(null);
	}

	@Nullable HubDomain find(DomainType type, String host) {
		return all().stream().filter((domain) -> domain.type() == type && domain.isAt(host)).findFirst().orElse(null);
	}

	@Nullable HubDomain first(DomainType type) {
		return all().stream().filter((domain) -> domain.type() == type).findFirst().orElse(null);
	}

	synchronized void put(HubDomain domain) {
		List<HubDomain> domains = modifiable();
		for (int i = 0; i < domains.size(); i++) {
			if (domains.get(i).type() == domain.type() && domains.get(i).isAt(domain.domain())) {
				domains.set(i, domain);
				return;
			}
		}
		domains.add(domain);
	}

	synchronized boolean change(String name, UnaryOperator<HubDomain> change) {
		List<HubDomain> domains = modifiable();
		domains.replaceAll((domain) -> (domain.isAt(name)) ? change.apply(domain) : domain);
		return domains.stream().anyMatch((domain) -> domain.isAt(name));
	}

	synchronized boolean remove(String name) {
		return modifiable().removeIf((domain) -> domain.isAt(name));
	}

	synchronized void reset() {
		this.all = null;
	}

}
