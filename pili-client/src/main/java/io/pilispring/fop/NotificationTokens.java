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

package io.pilispring.fop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.pilispring.internal.Expiry;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.SigningKey;

/**
 * Tokens of notification URLs. Each has a time of expiry and a random part, and is signed
 * with the secret key, so that all instances of an application accept it without sharing
 * state. When the key changes, tokens that were signed with the previous one remain valid
 * for a while, because PILI still uses them to notify of operations that are in progress.
 */
final class NotificationTokens {

	static final Duration GRACE = Duration.ofDays(1);

	private static final int RADIX = Character.MAX_RADIX;

	private static final int RANDOM_BYTES = 9;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Supplier<PiliCredentials> credentials;

	private final String purpose;

	private final InstantSource clock;

	private @Nullable String currentIdentity;

	private @Nullable SigningKey current;

	private @Nullable SigningKey previous;

	private Instant previousUntil = Instant.MIN;

	NotificationTokens(Supplier<PiliCredentials> credentials, String purpose, InstantSource clock) {
		this.credentials = credentials;
		this.purpose = purpose;
		this.clock = clock;
	}

	/**
	 * Create a token.
	 * @param validity how long it is valid
	 * @return the token, of letters, digits, {@code .}, {@code _} and {@code -}
	 */
	String create(Duration validity) {
		byte[] random = new byte[RANDOM_BYTES];
		RANDOM.nextBytes(random);
		long expiry = Expiry.seconds(this.clock.instant().plus(validity));
		String content = Long.toString(expiry, RADIX) + "." + Base64.getUrlEncoder().encodeToString(random);
		return content + "." + sign(key(), content);
	}

	/**
	 * Request the credentials, so that those that change before the first URL is created
	 * are known.
	 */
	void prepare() {
		key();
	}

	private SigningKey key() {
		SigningKey key = this.credentials.get().secretKey();
		remember(key);
		return key;
	}

	private synchronized void remember(SigningKey key) {
		String identity = sign(key, "");
		if (!identity.equals(this.currentIdentity)) {
			this.previous = this.current;
			this.previousUntil = this.clock.instant().plus(GRACE);
			this.current = key;
			this.currentIdentity = identity;
		}
	}

	private synchronized @Nullable SigningKey previous() {
		return (this.clock.instant().isBefore(this.previousUntil)) ? this.previous : null;
	}

	boolean contains(String token) {
		int end = token.lastIndexOf('.');
		if (end < 0) {
			return false;
		}
		String content = token.substring(0, end);
		SigningKey current = key();
		SigningKey previous = previous();
		// Both are always compared, so that the time taken reveals nothing
		boolean signed = isSame(sign(current, content), token, end)
				| isSame(sign((previous != null) ? previous : current, content), token, end);
		return signed && isValid(content);
	}

	private static boolean isSame(String signature, String token, int end) {
		return MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
				token.substring(end + 1).getBytes(StandardCharsets.UTF_8));
	}

	// The content is signed, so it has the right form
	private boolean isValid(String content) {
		long expiry = Long.parseLong(content.substring(0, content.indexOf('.')), RADIX);
		return this.clock.instant().getEpochSecond() < expiry;
	}

	private String sign(SigningKey key, String content) {
		String padded = key.sign(this.purpose + "\n" + content);
		return padded.substring(0, padded.indexOf('='));
	}

}
