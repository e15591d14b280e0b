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

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The pairs of keys that are valid for an account. No two accounts have one access key.
 */
final class AccountKeys {

	private static final Pattern ACCESS_KEY = Pattern.compile("[!-~&&[^:]]+");

	private final Map<String, String> secretKeys = new ConcurrentHashMap<>();

	private final ConcurrentMap<String, AccountKeys> owners;

	/**
	 * Create the keys of an account.
	 * @param accessKey the access key
	 * @param secretKey the secret key
	 * @param owners the keys of all accounts by access key
	 */
	AccountKeys(String accessKey, String secretKey, ConcurrentMap<String, AccountKeys> owners) {
		this.owners = owners;
		add(accessKey, secretKey);
	}

	static void check(String accessKey, String secretKey) {
		if (!ACCESS_KEY.matcher(accessKey).matches()) {
			throw new IllegalArgumentException("'accessKey' must be printable ASCII without spaces and colons");
		}
		if (secretKey.isBlank()) {
			throw new IllegalArgumentException("'secretKey' must not be blank");
		}
	}

	void add(String accessKey, String secretKey) {
		check(accessKey, secretKey);
		AccountKeys owner = this.owners.putIfAbsent(accessKey, this);
		if (owner != null && owner != this) {
			throw new IllegalArgumentException(
					"'accessKey' must not be that of another account: '%s'".formatted(accessKey));
		}
		this.secretKeys.put(accessKey, secretKey);
	}

	void remove(String accessKey) {
		if (this.secretKeys.remove(accessKey) != null) {
			this.owners.remove(accessKey, this);
		}
	}

	void removeOthers(String accessKey) {
		Set.copyOf(this.secretKeys.keySet()).stream().filter((each) -> !each.equals(accessKey)).forEach(this::remove);
	}

	boolean contains(String accessKey) {
		return this.secretKeys.containsKey(accessKey);
	}

	/**
	 * Sign with a pair of keys.
	 * @param preferred the access key of the pair to use, if it is still valid
	 * @param signed the parts to sign
	 * @return the access key, a colon and the signature, or {@code null} if no pair is
	 * valid
	 */
	@Nullable String sign(String preferred, byte[]... signed) {
		NavigableMap<String, String> pairs = new TreeMap<>(this.secretKeys);
		Map.Entry<String, String> pair = (pairs.containsKey(preferred)) ? pairs.floorEntry(preferred)
				: pairs.firstEntry();
		return (pair != null) ? pair.getKey() + ":" + HmacSha1.sign(pair.getValue(), signed) : null;
	}

	/**
	 * Return whether a credential is a valid signature of the signed parts.
	 * @param credential access key, colon and signature
	 * @param signed the signed parts
	 * @return whether one of the account's secret keys made it
	 */
	boolean made(@Nullable String credential, byte[]... signed) {
		if (credential == null || credential.indexOf(':') < 0) {
			return false;
		}
		int colon = credential.indexOf(':');
		String secretKey = this.secretKeys.get(credential.substring(0, colon));
		return secretKey != null
				&& HmacSha1.areEqual(HmacSha1.sign(secretKey, signed), credential.substring(colon + 1));
	}

}
