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
	 * Create credentials.
	 * @param accessKey the access key: printable ASCII without spaces or colons
	 * @param secretKey the secret key, not blank and without control characters
	 * @return the credentials
	 * @throws IllegalArgumentException if a key cannot be used; the message never holds
	 * the secret key
	 */
	public static PiliCredentials of(String accessKey, String secretKey) {
		if (accessKey == null || accessKey.isBlank()) {
			throw new IllegalArgumentException("'accessKey' must not be blank");
		}
		if (!accessKey.chars().allMatch((c) -> c > ' ' && c < 0x7F && c != ':')) {
			throw new IllegalArgumentException("'accessKey' must be printable ASCII without spaces and colons");
		}
		if (secretKey == null || secretKey.isBlank()) {
			throw new IllegalArgumentException("'secretKey' must not be blank");
		}
		if (secretKey.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("'secretKey' must not have control characters");
		}
		return new PiliCredentials(accessKey, SigningKey.of(secretKey));
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
