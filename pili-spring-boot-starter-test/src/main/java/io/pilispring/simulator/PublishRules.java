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

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a URL authorizes its holder to publish. The signatures of both versions
 * are the same where a URL has no parameters of its own.
 */
final class PublishRules {

	private final AccountKeys keys;

	PublishRules(AccountKeys keys) {
		this.keys = keys;
	}

	/**
	 * Judge a URL for a stream with a security of its own, as version 1 does: what is
	 * signed stands before the token.
	 * @param url the URL
	 * @param security the security
	 * @param key the publish key
	 * @param lastNonce the last nonce that was accepted
	 * @param now the time
	 * @return the verdict
	 */
	PublishVerdict judgeV1(PublishUrl url, PublishSecurity security, String key, long lastNonce, Instant now) {
		if (security == PublishSecurity.NONE) {
			return (url.rawQuery() != null) ? PublishVerdict.UNEXPECTED_QUERY : PublishVerdict.ACCEPTED;
		}
		String parameter = parameter(security);
		return judge(url, url.signedPart(parameter), parameter, security, key, lastNonce, now);
	}

	/**
	 * Judge a URL by the security of a hub, as version 2 does: all parameters but the
	 * token are signed, sorted by name.
	 * @param url the URL
	 * @param security the security
	 * @param key the publish key
	 * @param lastNonce the last nonce that was accepted
	 * @param now the time
	 * @return the verdict
	 */
	PublishVerdict judgeV2(PublishUrl url, PublishSecurity security, String key, long lastNonce, Instant now) {
		if (security == PublishSecurity.NONE) {
			return PublishVerdict.ACCEPTED;
		}
		String parameter = parameter(security);
		return judge(url, url.canonicalSignedPart(parameter), parameter, security, key, lastNonce, now);
	}

	/**
	 * Return whether a URL has the parameter that a security needs, be its value right or
	 * not.
	 * @param url the URL
	 * @param security the security
	 * @return whether the parameter is there
	 */
	boolean isMeant(PublishUrl url, PublishSecurity security) {
		return security == PublishSecurity.NONE || !url.parameter(parameter(security)).isEmpty();
	}

	private static String parameter(PublishSecurity security) {
		return switch (security) {
			case STATIC -> "key";
			case DYNAMIC -> "nonce";
			case EXPIRY -> "expire";
			case EXPIRY_SK -> "e";
			case NONE -> "";
		};
	}

	private PublishVerdict judge(PublishUrl url, @Nullable String signed, String parameter, PublishSecurity security,
			String key, long lastNonce, Instant now) {
		String token = url.parameter("token");
		return switch (security) {
			case STATIC ->
				(HmacSha1.areEqual(key, url.parameter(parameter))) ? PublishVerdict.ACCEPTED : PublishVerdict.WRONG_KEY;
			case DYNAMIC -> (!isSigned(signed, key, token)) ? PublishVerdict.BAD_TOKEN
					: (url.number(parameter) > lastNonce) ? PublishVerdict.ACCEPTED : PublishVerdict.STALE_NONCE;
			case EXPIRY -> judgeExpiry(url, parameter, isSigned(signed, key, token), now);
			case EXPIRY_SK -> judgeExpiry(url, parameter, isSignedByAccount(signed, token), now);
			case NONE -> PublishVerdict.ACCEPTED;
		};
	}

	private static PublishVerdict judgeExpiry(PublishUrl url, String parameter, boolean signed, Instant now) {
		if (!signed) {
			return PublishVerdict.BAD_TOKEN;
		}
		return (url.number(parameter) > now.getEpochSecond()) ? PublishVerdict.ACCEPTED : PublishVerdict.EXPIRED;
	}

	private static boolean isSigned(@Nullable String signed, String key, String token) {
		return signed != null && !key.isEmpty() && HmacSha1.areEqual(HmacSha1.sign(key, signed), token);
	}

	private boolean isSignedByAccount(@Nullable String signed, String token) {
		return signed != null && this.keys.made(token, signed.getBytes(StandardCharsets.UTF_8));
	}

}
