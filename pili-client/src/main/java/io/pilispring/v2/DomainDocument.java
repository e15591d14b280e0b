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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.pilispring.internal.WireLists;

/**
 * The settings of a domain as sent by PILI, where any field may be missing.
 *
 * @param domain as {@code domain} on the wire
 * @param type as {@code type} on the wire
 * @param cname as {@code cname} on the wire
 * @param connectCallback as {@code connectCallback} on the wire
 * @param disconnectCallback as {@code disconnectCallback} on the wire
 * @param disconnectDelay as {@code disconnectDelay} on the wire
 * @param ipLimit as {@code ipLimit} on the wire
 * @param playSecurity as {@code playSecurity} on the wire
 * @param urlRewrite as {@code urlRewrite} on the wire
 * @param certEnable as {@code certEnable} on the wire
 * @param certName as {@code certName} on the wire
 * @param disable as {@code disable} on the wire
 */
record DomainDocument(@Nullable String domain, @Nullable String type, @Nullable String cname,
		@Nullable CallbackDocument connectCallback, @Nullable CallbackDocument disconnectCallback,
		@Nullable Long disconnectDelay, @Nullable IpLimit ipLimit, @Nullable PlaySecurityDocument playSecurity,
		@Nullable Rewrites urlRewrite, boolean certEnable, @Nullable String certName, boolean disable) {

	DomainInfo toInfo(String name) {
		IpLimit limit = (this.ipLimit != null) ? this.ipLimit : new IpLimit(null, null);
		PlaySecurityDocument security = this.playSecurity;
		return new DefaultDomainInfo((StringUtils.hasText(this.domain)) ? this.domain : name,
				(StringUtils.hasText(this.type)) ? new DomainType(this.type) : null, present(this.cname),
				callback(this.connectCallback), callback(this.disconnectCallback),
				HubDocument.seconds(this.disconnectDelay), WireLists.present(limit.whitelist()),
				WireLists.present(limit.blacklist()), (security != null) ? security.first() : null,
				(security != null) ? security.second() : null,
				(this.urlRewrite != null) ? this.urlRewrite.toRules() : List.of(), this.certEnable,
				present(this.certName), this.disable);
	}

	private static @Nullable String present(@Nullable String text) {
		return (StringUtils.hasText(text)) ? text : null;
	}

	private static @Nullable DomainCallback callback(@Nullable CallbackDocument callback) {
		return (callback != null) ? callback.toCallback() : null;
	}

	// Without the keys
	@Override
	public String toString() {
		return "DomainDocument[domain=" + this.domain + "]";
	}

	record CallbackDocument(@Nullable String type, @Nullable String url, @Nullable Long timeout,
			@Nullable Map<String, @Nullable String> vars) {

		@Nullable DomainCallback toCallback() {
			if (!StringUtils.hasText(this.type) || !StringUtils.hasText(this.url)) {
				return null;
			}
			Map<String, String> variables = new LinkedHashMap<>();
			if (this.vars != null) {
				this.vars.forEach((name, value) -> variables.put(name, Objects.requireNonNullElse(value, "")));
			}
			return new DomainCallback(this.type, this.url, HubDocument.seconds(this.timeout), variables);
		}

	}

	record IpLimit(@Nullable List<@Nullable String> whitelist, @Nullable List<@Nullable String> blacklist) {

	}

	record PlaySecurityDocument(@Nullable String type, @Nullable String key1, @Nullable String key2,
			@Nullable Long range, @Nullable String rule, @Nullable String rule2, @Nullable String tsPart,
			@Nullable Integer tsBase, @Nullable String signPart) {

		@Nullable PlaySecurity first() {
			return security(this.key1, this.rule);
		}

		@Nullable PlaySecurity second() {
			return security(this.key2, (StringUtils.hasText(this.rule2)) ? this.rule2 : this.rule);
		}

		private @Nullable PlaySecurity security(@Nullable String key, @Nullable String rule) {
			boolean start = "tsStartMD5".equals(this.type);
			if (!StringUtils.hasText(key) || (!start && !"tsExpireMD5".equals(this.type))) {
				return null;
			}
			try {
				PlaySecurity.Builder builder = PlaySecurity.builder()
					.key(key)
					.type((start) ? PlaySecurity.Type.START : PlaySecurity.Type.EXPIRY);
				if (StringUtils.hasText(rule)) {
					builder.rule(rule);
				}
				if (StringUtils.hasText(this.tsPart)) {
					builder.timestampParameter(this.tsPart);
				}
				if (this.tsBase != null && this.tsBase > 0) {
					builder.timestampBase(this.tsBase);
				}
				if (StringUtils.hasText(this.signPart)) {
					builder.signatureParameter(this.signPart);
				}
				if (this.range != null && this.range > 0) {
					builder.range(Duration.ofSeconds(this.range));
				}
				return builder.build();
			}
			catch (IllegalArgumentException | IllegalStateException ex) {
				// A rule that is not known cannot be followed
				return null;
			}
		}

		// Without the keys
		@Override
		public String toString() {
			return "PlaySecurityDocument[type=" + this.type + "]";
		}

	}

	record Rewrites(@Nullable List<@Nullable Rewrite> rules) {

		List<UrlRewriteRule> toRules() {
			return WireLists.present(this.rules)
				.stream()
				.filter((rule) -> StringUtils.hasText(rule.pattern()) && StringUtils.hasText(rule.replace()))
				.map((rule) -> new UrlRewriteRule(Objects.requireNonNull(rule.pattern()),
						Objects.requireNonNull(rule.replace())))
				.toList();
		}

	}

	record Rewrite(@Nullable String pattern, @Nullable String replace) {

	}

}
