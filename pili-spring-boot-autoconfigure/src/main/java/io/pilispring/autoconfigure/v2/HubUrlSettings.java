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

package io.pilispring.autoconfigure.v2;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.autoconfigure.HubDomainProperties;
import io.pilispring.autoconfigure.HubProperties;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.PlaySecurityProperties;
import io.pilispring.autoconfigure.hubs.HubSettings;
import io.pilispring.autoconfigure.hubs.OptionalProperty;
import io.pilispring.url.NonceSource;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v2.PlaySecurity;
import io.pilispring.v2.UrlSettings;

/**
 * The settings of the URLs of a hub. A hub inherits none of them, because a domain and a
 * key belong to one hub.
 */
final class HubUrlSettings {

	private static final List<PublishSecurity> SECURITIES = List.of(PublishSecurity.NONE, PublishSecurity.STATIC,
			PublishSecurity.EXPIRY, PublishSecurity.EXPIRY_SK, PublishSecurity.DYNAMIC);

	private static final String PLAY_SECURITY = ".play-security";

	private final HubSettings hub;

	private HubUrlSettings(HubSettings hub) {
		this.hub = hub;
	}

	static UrlSettings of(HubSettings hub, NonceSource nonceSource) {
		UrlSettings.Builder urls = UrlSettings.builder().nonceSource(nonceSource);
		new HubUrlSettings(hub).apply(urls);
		return urls.build();
	}

	private void apply(UrlSettings.Builder urls) {
		domain(HubDomainProperties::getPublishRtmp, urls::publishRtmp);
		domain(HubDomainProperties::getPublishSrt, urls::publishSrt);
		domain(HubDomainProperties::getLiveRtmp, urls::liveRtmp);
		domain(HubDomainProperties::getLiveHls, urls::liveHls);
		domain(HubDomainProperties::getLiveHdl, urls::liveHdl);
		domain(HubDomainProperties::getCover, urls::cover);
		domain(HubDomainProperties::getVod, urls::vod);
		domain(HubDomainProperties::getHttps, urls::https);
		this.hub.applyOwn(HubProperties::getPublishSecurity, "",
				(security) -> urls.publishSecurity(publishSecurity(security)));
		this.hub.applyOwn(HubProperties::getPublishKey, "", urls::publishKey);
		if (StringUtils.hasText(this.hub.own((hub) -> hub.getPlaySecurity().getKey()))) {
			urls.playSecurity(playSecurity());
		}
	}

	private <T> void domain(OptionalProperty<HubDomainProperties, T> property, Consumer<T> setter) {
		this.hub.applyOwn((hub) -> property.of(hub.getDomains()), ".domains", setter);
	}

	private static PublishSecurity publishSecurity(String value) {
		return SECURITIES.stream()
			.filter((security) -> security.value().equalsIgnoreCase(value.strip()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"'publishSecurity' must be one of %s, but is '%s'".formatted(SECURITIES, value)));
	}

	private PlaySecurity playSecurity() {
		PlaySecurity.Builder security = PlaySecurity.builder();
		play(PlaySecurityProperties::getKey, security::key);
		play(PlaySecurityProperties::getType, security::type);
		play(PlaySecurityProperties::getRule, security::rule);
		play(PlaySecurityProperties::getTimestampParameter, security::timestampParameter);
		play(PlaySecurityProperties::getTimestampBase, security::timestampBase);
		play(PlaySecurityProperties::getSignatureParameter, security::signatureParameter);
		play(PlaySecurityProperties::getRange, security::range);
		PlaySecurity[] built = new PlaySecurity[1];
		PiliPropertiesException.check(this.hub.prefix() + PLAY_SECURITY, () -> built[0] = build(security));
		Assert.state(built[0] != null, "No play security");
		return built[0];
	}

	private static PlaySecurity build(PlaySecurity.Builder security) {
		try {
			return security.build();
		}
		catch (IllegalStateException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	private <T> void play(OptionalProperty<PlaySecurityProperties, T> property, Consumer<T> setter) {
		this.hub.applyOwn((hub) -> property.of(hub.getPlaySecurity()), PLAY_SECURITY, setter);
	}

}
