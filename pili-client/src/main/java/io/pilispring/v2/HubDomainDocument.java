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

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.pilispring.internal.WireLists;

/**
 * A domain of a hub as sent by PILI, where any field may be missing.
 *
 * @param type what it is for
 * @param domain the domain
 * @param cname the name of the CNAME record
 * @param certEnable whether it has a certificate
 * @param certName the name of the certificate
 */
record HubDomainDocument(@Nullable String type, @Nullable String domain, @Nullable String cname, boolean certEnable,
		@Nullable String certName) {

	static List<HubDomain> toDomains(@Nullable List<@Nullable HubDomainDocument> documents) {
		return WireLists.present(documents)
			.stream()
			.filter((document) -> StringUtils.hasText(document.domain()) && StringUtils.hasText(document.type()))
			.map(HubDomainDocument::toDomain)
			.toList();
	}

	private HubDomain toDomain() {
		return new HubDomain(new DomainType(Objects.requireNonNull(this.type)), Objects.requireNonNull(this.domain),
				(StringUtils.hasText(this.cname)) ? this.cname : null, this.certEnable,
				(StringUtils.hasText(this.certName)) ? this.certName : null);
	}

}
