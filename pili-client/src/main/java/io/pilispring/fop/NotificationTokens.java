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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.pilispring.signing.PiliCredentials;

/**
 * Tokens derived from the secret key, so that all instances of an application create the
 * same token without sharing state. When the key changes, the previous token remains
 * valid for a while, because PILI still uses it to notify of operations that are in
 * progress.
 */
final class NotificationTokens {

	static final Duration GRACE = Duration.ofDays(1);

	private final Supplier<PiliCredentials> credentials;

	private final String text;

	private final InstantSource clock;

	private @Nullable String current;

	private @Nullable String previous;

	private Instant previousUntil = Instant.MIN;

	NotificationTokens(Supplier<PiliCredentials> credentials, String text, InstantSource clock) {
		this.credentials = credentials;
		this.text = text;
		this.clock = clock;
	}

	String current() {
		String padded = this.credentials.get().secretKey().sign(this.text);
		String token = padded.substring(0, padded.indexOf('='));
		remember(token);
		return token;
	}

	private synchronized void remember(String token) {
		if (!token.equals(this.current)) {
			this.previous = this.current;
			this.previousUntil = this.clock.instant().plus(GRACE);
			this.current = token;
		}
	}

	private synchronized @Nullable String previous() {
		return (this.clock.instant().isBefore(this.previousUntil)) ? this.previous : null;
	}

	boolean contains(String token) {
		String current = current();
		String previous = previous();
		// Both are always compared, so that the time taken reveals nothing
		return isSame(current, token) | isSame((previous != null) ? previous : current, token);
	}

	private static boolean isSame(String expected, String actual) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				actual.getBytes(StandardCharsets.UTF_8));
	}

}
