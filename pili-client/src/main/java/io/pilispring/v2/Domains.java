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

package io.pilispring.v2;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.HostNames;

/**
 * The domains of a hub: those of the settings, else those that PILI names, which are
 * requested once, when the first one is needed.
 */
final class Domains {

	private final UrlSettings settings;

	private final HubApi hub;

	private volatile @Nullable Map<String, String> named;

	private volatile @Nullable String vod;

	Domains(UrlSettings settings, HubApi hub) {
		this.settings = settings;
		this.hub = hub;
	}

	String publishRtmp() {
		return configuredOrNamed(this.settings.publishRtmp(), DomainType.PUBLISH_RTMP);
	}

	String publishSrt() {
		return configuredOrNamed(this.settings.publishSrt(), DomainType.PUBLISH_RTMP);
	}

	String liveRtmp() {
		return configuredOrNamed(this.settings.liveRtmp(), DomainType.LIVE_RTMP);
	}

	String liveHls() {
		return configuredOrNamed(this.settings.liveHls(), DomainType.LIVE_HLS);
	}

	String liveHdl() {
		return configuredOrNamed(this.settings.liveHdl(), DomainType.LIVE_HDL);
	}

	String cover() {
		String cover = this.settings.cover();
		Assert.state(cover != null,
				() -> "Hub '" + this.hub.name() + "' has no domain for cover pictures. Set one in the settings.");
		return cover;
	}

	String vod() {
		String configured = this.settings.vod();
		String domain = (configured != null) ? configured : this.vod;
		if (domain == null) {
			domain = this.hub.info().vodDomain();
			Assert.state(domain != null && HostNames.isHost(domain),
					() -> "Hub '" + this.hub.name() + "' has no VOD domain. Set one in the settings, or at PILI.");
			this.vod = domain;
		}
		return domain;
	}

	private String configuredOrNamed(@Nullable String configured, DomainType type) {
		return (configured != null) ? configured : named(type);
	}

	private String named(DomainType type) {
		Map<String, String> known = this.named;
		String domain = (known != null) ? known.get(type.value()) : null;
		if (domain == null) {
			known = request();
			domain = known.get(type.value());
			Assert.state(domain != null, () -> "Hub '" + this.hub.name() + "' has no domain of type '" + type
					+ "'. Bind one, or set one in the settings.");
			this.named = known;
		}
		return domain;
	}

	private Map<String, String> request() {
		Map<String, String> domains = new LinkedHashMap<>();
		// Of two domains for the same, the first one that PILI names
		for (HubDomain domain : this.hub.domains()) {
			if (HostNames.isHost(domain.domain())) {
				domains.putIfAbsent(domain.type().value(), domain.domain());
			}
		}
		return domains;
	}

}
