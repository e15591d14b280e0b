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

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import io.pilispring.internal.OneLine;

/**
 * A {@link DomainInfo} that was read.
 *
 * @param domain as {@link DomainInfo#domain()}
 * @param type as {@link DomainInfo#type()}
 * @param cname as {@link DomainInfo#cname()}
 * @param connectCallback as {@link DomainInfo#connectCallback()}
 * @param disconnectCallback as {@link DomainInfo#disconnectCallback()}
 * @param disconnectDelay as {@link DomainInfo#disconnectDelay()}
 * @param ipWhitelist as {@link DomainInfo#ipWhitelist()}
 * @param ipBlacklist as {@link DomainInfo#ipBlacklist()}
 * @param playSecurity as {@link DomainInfo#playSecurity()}
 * @param secondPlaySecurity as {@link DomainInfo#secondPlaySecurity()}
 * @param urlRewriteRules as {@link DomainInfo#urlRewriteRules()}
 * @param certificateEnabled as {@link DomainInfo#certificateEnabled()}
 * @param certificateName as {@link DomainInfo#certificateName()}
 * @param disabled as {@link DomainInfo#disabled()}
 */
record DefaultDomainInfo(String domain, @Nullable DomainType type, @Nullable String cname,
		@Nullable DomainCallback connectCallback, @Nullable DomainCallback disconnectCallback,
		@Nullable Duration disconnectDelay, List<String> ipWhitelist, List<String> ipBlacklist,
		@JsonIgnore @Nullable PlaySecurity playSecurity, @JsonIgnore @Nullable PlaySecurity secondPlaySecurity,
		List<UrlRewriteRule> urlRewriteRules, boolean certificateEnabled, @Nullable String certificateName,
		boolean disabled) implements DomainInfo {

	@Override
	public String toString() {
		return "DomainInfo[domain=" + OneLine.of(this.domain) + ", type=" + this.type + "]";
	}

}
