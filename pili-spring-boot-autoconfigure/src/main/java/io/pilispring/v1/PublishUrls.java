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

import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.SigningKey;

/**
 * Makes the publish URLs of one stream.
 */
final class PublishUrls {

	private static final String PLAIN_PUNCTUATION = "-._~!$'()*+,;=:@/?";

	private final String id;

	private final String path;

	private final @Nullable String host;

	private final @Nullable String publishKey;

	private final @Nullable PublishSecurity security;

	PublishUrls(PiliStream stream) {
		this.id = stream.id();
		this.path = "/" + stream.hub() + "/" + stream.title();
		this.host = stream.hosts().publishRtmp();
		this.publishKey = stream.publishKey();
		this.security = stream.publishSecurity();
	}

	String url(NonceSource nonces) {
		if (!PublishSecurity.DYNAMIC.equals(this.security)) {
			return urlWithoutNonce();
		}
		return dynamicUrl(nonces.next(this.id));
	}

	String url(NonceSource nonces, long nonce) {
		Assert.isTrue(nonce > 0, () -> "'nonce' must be positive, but is " + nonce);
		if (!PublishSecurity.DYNAMIC.equals(this.security)) {
			return urlWithoutNonce();
		}
		String url = dynamicUrl(nonce);
		nonces.used(this.id, nonce);
		return url;
	}

	String url(Instant expiresAt, PiliCredentials credentials) {
		long seconds = expiresAt.getEpochSecond();
		if (PublishSecurity.EXPIRY.equals(this.security)) {
			String target = this.path + "?expire=" + seconds;
			return base() + target + "&token=" + SigningKey.of(publishKey()).sign(target);
		}
		if (PublishSecurity.EXPIRY_SK.equals(this.security)) {
			String target = this.path + "?e=" + seconds;
			return base() + target + "&token=" + credentials.accessKey() + ":" + credentials.secretKey().sign(target);
		}
		throw unfit("whose URLs do not expire");
	}

	private String dynamicUrl(long nonce) {
		String target = this.path + "?nonce=" + nonce;
		return base() + target + "&token=" + SigningKey.of(publishKey()).sign(target);
	}

	private String urlWithoutNonce() {
		if (PublishSecurity.STATIC.equals(this.security)) {
			return base() + this.path + "?key=" + plainPublishKey();
		}
		if (PublishSecurity.NONE.equals(this.security)) {
			return base() + this.path;
		}
		boolean expires = this.security != null && this.security.expires();
		throw unfit((expires) ? "whose URLs need a time of expiry" : "for which no URL can be made");
	}

	private IllegalStateException unfit(String reason) {
		return new IllegalStateException("Stream '%s' has publishSecurity '%s', %s".formatted(OneLine.of(this.id),
				OneLine.of(String.valueOf(this.security)), reason));
	}

	private String base() {
		return "rtmp://" + PlayUrls.required(this.id, "publish.rtmp", this.host);
	}

	// PILI compares the key as it stands in the URL, so to encode it would be to change
	// it
	private String plainPublishKey() {
		String key = publishKey();
		Assert.state(isPlain(key),
				() -> "Stream '" + OneLine.of(this.id) + "' has a publishKey that cannot stand in a URL");
		return key;
	}

	// A pattern would take longer than all the rest of the URL
	private static boolean isPlain(String key) {
		for (int i = 0; i < key.length(); i++) {
			char c = key.charAt(i);
			boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
			if (!letterOrDigit && PLAIN_PUNCTUATION.indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

	private String publishKey() {
		Assert.state(StringUtils.hasText(this.publishKey),
				() -> "Stream '" + OneLine.of(this.id) + "' has no publishKey");
		return this.publishKey;
	}

}
