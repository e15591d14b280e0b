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

/**
 * An access key and the secret key that belongs to it. The secret key signs and cannot be
 * read back.
 *
 * @since 0.1.0
 */
public final class PiliCredentials {

	private final String accessKey;

	private final SigningKey secretKey;

	private PiliCredentials(String accessKey, SigningKey secretKey) {
		this.accessKey = accessKey;
		this.secretKey = secretKey;
	}

	/**
	 * Create credentials. Keys consist of ASCII letters, digits, {@code -} and {@code _}.
	 * This is checked because with a key that was read with quotes, a blank or a line
	 * break, PILI would reject every call.
	 * @param accessKey the access key
	 * @param secretKey the secret key
	 * @return the credentials
	 * @throws IllegalArgumentException if a key has other characters; the message never
	 * contains a key
	 */
	public static PiliCredentials of(String accessKey, String secretKey) {
		checkKey("accessKey", accessKey);
		checkKey("secretKey", secretKey);
		return new PiliCredentials(accessKey, SigningKey.of(secretKey));
	}

	private static void checkKey(String name, String key) {
		if (key == null || key.isBlank()) {
			throw new IllegalArgumentException("'" + name + "' must not be blank");
		}
		for (int i = 0; i < key.length(); i++) {
			if (!isOfKey(key.charAt(i))) {
				throw new IllegalArgumentException(
						"'%s' must be letters, digits, '-' and '_', but has %s at position %d".formatted(name,
								describe(key.charAt(i)), i + 1));
			}
		}
	}

	private static boolean isOfKey(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
	}

	// Only the kind of character, because characters of a secret must not be logged
	private static String describe(char c) {
		if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
			return "white space";
		}
		return (c == '"' || c == '\'') ? "a quote" : "another character";
	}

	/**
	 * Return the access key, which is not a secret.
	 * @return the access key
	 */
	public String accessKey() {
		return this.accessKey;
	}

	/**
	 * Return the secret key, which signs but cannot be read.
	 * @return the secret key
	 */
	public SigningKey secretKey() {
		return this.secretKey;
	}

	@Override
	public String toString() {
		return "PiliCredentials[accessKey=" + this.accessKey + ", secretKey=******]";
	}

}
