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

package io.pilispring.v1;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.internal.Ascii;
import io.pilispring.internal.Expiry;
import io.pilispring.internal.OneLine;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.SigningKey;
import io.pilispring.url.NonceSource;
import io.pilispring.url.PublishSecurity;

/**
 * Creates the publish URLs of one stream.
 */
final class PublishUrls {

	private static final String PLAIN_PUNCTUATION = "-._~!$'()*+,;=:@/?";

	private final DefaultPiliStream stream;

	private final @Nullable PublishSecurity security;

	PublishUrls(DefaultPiliStream stream) {
		this.stream = stream;
		this.security = stream.publishSecurity();
	}

	String url(NonceSource nonces) {
		if (!PublishSecurity.DYNAMIC.equals(this.security)) {
			return urlWithoutNonce();
		}
		return dynamicUrl(nonces.next(this.stream.id()));
	}

	String url(NonceSource nonces, long nonce) {
		Assert.isTrue(nonce > 0, () -> "'nonce' must be positive, but is " + nonce);
		if (!PublishSecurity.DYNAMIC.equals(this.security)) {
			return urlWithoutNonce();
		}
		String url = dynamicUrl(nonce);
		nonces.used(this.stream.id(), nonce);
		return url;
	}

	String url(Instant expiresAt, PiliCredentials credentials) {
		long seconds = Expiry.seconds(expiresAt);
		if (PublishSecurity.EXPIRY.equals(this.security)) {
			String target = this.stream.urlPath() + "?expire=" + seconds;
			return "rtmp://" + host() + target + "&token=" + SigningKey.signOnce(publishKey(), target);
		}
		if (PublishSecurity.EXPIRY_SK.equals(this.security)) {
			String target = this.stream.urlPath() + "?e=" + seconds;
			return "rtmp://" + host() + target + "&token=" + credentials.accessKey() + ":"
					+ credentials.secretKey().sign(target);
		}
		throw unfit("whose URLs do not expire");
	}

	private String dynamicUrl(long nonce) {
		String target = this.stream.urlPath() + "?nonce=" + nonce;
		return "rtmp://" + host() + target + "&token=" + SigningKey.signOnce(publishKey(), target);
	}

	private String urlWithoutNonce() {
		if (PublishSecurity.STATIC.equals(this.security)) {
			return "rtmp://" + host() + this.stream.urlPath() + "?key=" + plainPublishKey();
		}
		if (PublishSecurity.NONE.equals(this.security)) {
			return "rtmp://" + host() + this.stream.urlPath();
		}
		boolean expires = this.security != null && this.security.expires();
		throw unfit((expires) ? "whose URLs need a time of expiry" : "for which no URL can be made");
	}

	private IllegalStateException unfit(String reason) {
		return new IllegalStateException("Stream '%s' has publishSecurity '%s', %s"
			.formatted(OneLine.of(this.stream.id()), OneLine.of(String.valueOf(this.security)), reason));
	}

	private String host() {
		return PlayUrls.required(this.stream.id(), "publish.rtmp", this.stream.hosts().publishRtmp());
	}

	// PILI compares the key as it appears in the URL, so encoding would change it
	private String plainPublishKey() {
		String key = publishKey();
		Assert.state(Ascii.isMadeOf(key, PLAIN_PUNCTUATION),
				() -> "Stream '" + OneLine.of(this.stream.id()) + "' has a publishKey that cannot stand in a URL");
		return key;
	}

	private String publishKey() {
		String key = this.stream.publishKey();
		Assert.state(StringUtils.hasText(key), () -> "Stream '" + OneLine.of(this.stream.id()) + "' has no publishKey");
		return key;
	}

}
