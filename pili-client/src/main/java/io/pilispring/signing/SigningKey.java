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

package io.pilispring.signing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * A secret that signs with HMAC-SHA1 and cannot be read back. Safe for use by multiple
 * threads.
 *
 * @since 0.1.0
 */
public final class SigningKey {

	private static final String ALGORITHM = "HmacSHA1";

	private final SecretKeySpec key;

	// Created at the first signature, because initializing the JDK's cryptography is slow
	private volatile @Nullable Mac prototype;

	private SigningKey(SecretKeySpec key) {
		this.key = key;
	}

	/**
	 * Create a key from a secret.
	 * @param secret the secret, not blank
	 * @return the key
	 * @throws IllegalArgumentException if the secret is blank
	 */
	public static SigningKey of(String secret) {
		return new SigningKey(keyOf(secret));
	}

	private static SecretKeySpec keyOf(String secret) {
		if (secret == null || secret.isBlank()) {
			throw new IllegalArgumentException("'secret' must not be blank");
		}
		return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * Sign a text with a secret that is not used again, without keeping a prepared key.
	 * @param secret the secret, not blank
	 * @param text the text, encoded as UTF-8
	 * @return the signature in URL-safe base64 with padding
	 * @throws IllegalArgumentException if the secret is blank
	 */
	public static String signOnce(String secret, String text) {
		return sign(createMac(keyOf(secret)), text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sign a text.
	 * @param text the text, encoded as UTF-8
	 * @return the signature in URL-safe base64 with padding
	 */
	public String sign(String text) {
		return sign(newMac(), text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sign the concatenation of two parts.
	 * @param head the first part
	 * @param body the second part, which may be empty
	 * @return the signature in URL-safe base64 with padding
	 */
	public String sign(byte[] head, byte[] body) {
		Mac mac = newMac();
		mac.update(head);
		return sign(mac, body);
	}

	private static String sign(Mac mac, byte[] last) {
		return Base64.getUrlEncoder().encodeToString(mac.doFinal(last));
	}

	// A clone keeps the prepared key, but not every provider supports cloning
	private Mac newMac() {
		try {
			return (Mac) prototype().clone();
		}
		catch (CloneNotSupportedException ex) {
			return createMac(this.key);
		}
	}

	private Mac prototype() {
		Mac made = this.prototype;
		if (made == null) {
			made = createMac(this.key);
			this.prototype = made;
		}
		return made;
	}

	private static Mac createMac(SecretKeySpec key) {
		Mac mac = newMacWithoutKey();
		try {
			mac.init(key);
			return mac;
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ALGORITHM + " does not take the key", ex);
		}
	}

	private static Mac newMacWithoutKey() {
		try {
			return (Mac) WithoutKey.MAC.clone();
		}
		catch (CloneNotSupportedException ex) {
			return lookUpMac();
		}
	}

	private static Mac lookUpMac() {
		try {
			return Mac.getInstance(ALGORITHM);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ALGORITHM + " is not available", ex);
		}
	}

	@Override
	public String toString() {
		return "SigningKey[******]";
	}

	/**
	 * Looked up once, because the look-up takes a lock, and as long as signing.
	 */
	private static final class WithoutKey {

		private static final Mac MAC = lookUpMac();

	}

}
