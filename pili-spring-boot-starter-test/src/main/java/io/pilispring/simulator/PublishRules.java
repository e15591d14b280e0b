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

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Decides whether a URL authorizes its holder to publish.
 */
final class PublishRules {

	private final AccountKeys keys;

	PublishRules(AccountKeys keys) {
		this.keys = keys;
	}

	PublishVerdict judge(PublishUrl url, StreamSettings settings, long lastNonce, Instant now) {
		String key = settings.publishKey();
		return switch (settings.publishSecurity()) {
			case STATIC -> judgeKey(url, key);
			case DYNAMIC -> judgeNonce(url, key, lastNonce);
			case EXPIRY -> judgeExpiry(url, "expire", isSigned(url, "expire", key), now);
			case EXPIRY_SK -> judgeExpiry(url, "e", isSignedByAccount(url, "e"), now);
			case NONE -> (url.rawQuery() != null) ? PublishVerdict.UNEXPECTED_QUERY : PublishVerdict.ACCEPTED;
		};
	}

	private PublishVerdict judgeKey(PublishUrl url, String key) {
		boolean right = HmacSha1.areEqual(key, url.parameter("key"));
		return (right) ? PublishVerdict.ACCEPTED : PublishVerdict.WRONG_KEY;
	}

	private PublishVerdict judgeNonce(PublishUrl url, String key, long lastNonce) {
		if (!isSigned(url, "nonce", key)) {
			return PublishVerdict.BAD_TOKEN;
		}
		return (url.number("nonce") > lastNonce) ? PublishVerdict.ACCEPTED : PublishVerdict.STALE_NONCE;
	}

	private PublishVerdict judgeExpiry(PublishUrl url, String parameter, boolean signed, Instant now) {
		if (!signed) {
			return PublishVerdict.BAD_TOKEN;
		}
		return (url.number(parameter) > now.getEpochSecond()) ? PublishVerdict.ACCEPTED : PublishVerdict.EXPIRED;
	}

	private static boolean isSigned(PublishUrl url, String parameter, String key) {
		String signed = url.signedPart(parameter);
		return signed != null && HmacSha1.areEqual(HmacSha1.sign(key, signed), url.parameter("token"));
	}

	private boolean isSignedByAccount(PublishUrl url, String parameter) {
		String signed = url.signedPart(parameter);
		return signed != null && this.keys.made(url.parameter("token"), signed.getBytes(StandardCharsets.UTF_8));
	}

}
