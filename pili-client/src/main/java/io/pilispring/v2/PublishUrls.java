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

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.Ascii;
import io.pilispring.internal.Expiry;
import io.pilispring.internal.HostNames;
import io.pilispring.internal.Specs;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.SigningKey;
import io.pilispring.url.NonceSource;
import io.pilispring.url.PublishSecurity;

/**
 * Creates the publish URLs of one stream.
 */
final class PublishUrls {

	private static final String PLAIN_PUNCTUATION = "-._~!$'()*+;:@/?";

	private static final String SRT_PORT = ":1935";

	private final String hub;

	private final String key;

	private final UrlSettings settings;

	private final Domains domains;

	private final Supplier<PiliCredentials> credentials;

	PublishUrls(String hub, String key, UrlSettings settings, Domains domains, Supplier<PiliCredentials> credentials) {
		this.hub = hub;
		this.key = StreamKey.check(key);
		this.settings = settings;
		this.domains = domains;
		this.credentials = credentials;
	}

	String rtmp(Consumer<PublishUrlSpec> spec) {
		PublishUrlSpec applied = Specs.apply(new PublishUrlSpec(this.settings), spec);
		UrlParameters parameters = parameters(applied);
		String target = target(parameters);
		String token = token(applied.security(), applied.publishKey(), target);
		String domain = (applied.domain() != null) ? applied.domain() : this.domains.publishRtmp();
		return "rtmp://" + domain + target + ((token != null) ? "&token=" + token : "");
	}

	String srt(Consumer<PublishUrlSpec> spec) {
		PublishUrlSpec applied = Specs.apply(new PublishUrlSpec(this.settings), spec);
		String domain = (applied.domain() != null) ? applied.domain() : this.domains.publishSrt();
		String authority = (domain.indexOf(':') < 0) ? domain + SRT_PORT : domain;
		UrlParameters parameters = parameters(applied);
		parameters.add("domain", HostNames.withoutPort(domain));
		// The mode is not part of what is signed
		String token = token(applied.security(), applied.publishKey(), target(parameters));
		parameters.add("m", "publish");
		return "srt://" + authority + "?streamid=#!::h=" + this.hub + "/" + this.key + "," + parameters.join(",")
				+ ((token != null) ? ",token=" + token : "");
	}

	private String target(UrlParameters parameters) {
		String path = "/" + this.hub + "/" + this.key;
		return (parameters.isEmpty()) ? path : path + "?" + parameters.join("&");
	}

	private UrlParameters parameters(PublishUrlSpec spec) {
		UrlParameters parameters = new UrlParameters(spec.parameters());
		PublishSecurity security = spec.security();
		if (security.equals(PublishSecurity.STATIC)) {
			parameters.add("key", plainPublishKey(spec.publishKey()));
		}
		else if (security.equals(PublishSecurity.EXPIRY)) {
			parameters.add("expire", Long.toString(expiry(spec)));
		}
		else if (security.equals(PublishSecurity.EXPIRY_SK)) {
			parameters.add("e", Long.toString(expiry(spec)));
		}
		else if (security.equals(PublishSecurity.DYNAMIC)) {
			parameters.add("nonce", Long.toString(nonce(spec)));
		}
		else {
			Assert.state(security.equals(PublishSecurity.NONE), () -> "No publish URL can be created for the security "
					+ Arguments.quote(security.value()) + ", which is not known");
		}
		return parameters;
	}

	private static long expiry(PublishUrlSpec spec) {
		Instant expiresAt = spec.expiresAt();
		Assert.state(expiresAt != null,
				() -> "A publish URL with the security '" + spec.security() + "' needs a time of expiry");
		return Expiry.seconds(expiresAt);
	}

	private long nonce(PublishUrlSpec spec) {
		NonceSource source = this.settings.nonceSource();
		String id = this.hub + "/" + this.key;
		Long chosen = spec.nonce();
		if (chosen == null) {
			return source.next(id);
		}
		source.used(id, chosen);
		return chosen;
	}

	private @Nullable String token(PublishSecurity security, @Nullable String publishKey, String text) {
		if (security.equals(PublishSecurity.EXPIRY_SK)) {
			PiliCredentials credentials = this.credentials.get();
			return credentials.accessKey() + ":" + credentials.secretKey().sign(text);
		}
		if (security.equals(PublishSecurity.EXPIRY) || security.equals(PublishSecurity.DYNAMIC)) {
			return SigningKey.signOnce(required(publishKey), text);
		}
		return null;
	}

	// PILI compares the key as it appears in the URL, so encoding would change it
	private String plainPublishKey(@Nullable String publishKey) {
		String key = required(publishKey);
		Assert.state(Ascii.isMadeOf(key, PLAIN_PUNCTUATION),
				() -> "The publish key of hub '" + this.hub + "' cannot stand in a URL");
		return key;
	}

	private String required(@Nullable String publishKey) {
		Assert.state(publishKey != null, () -> "Hub '" + this.hub
				+ "' has no publish key. Set it in the settings, because PILI does not tell it.");
		return publishKey;
	}

}
