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

package io.pilispring.url;

/**
 * Creates the nonces of publish URLs. PILI accepts a nonce only if it is larger than the
 * last one that was used for the stream, so instances of an application that create URLs
 * for the same stream should share a source. Implementations must be safe for use by
 * multiple threads.
 *
 * @since 0.1.0
 */
public interface NonceSource {

	/**
	 * Return a nonce that is larger than all previous nonces of the stream.
	 * @param streamId the id of the stream
	 * @return the nonce
	 */
	long next(String streamId);

	/**
	 * Record a nonce that a caller chose, so that the following ones are larger.
	 * @param streamId the id of the stream
	 * @param nonce the nonce
	 */
	default void used(String streamId, long nonce) {
	}

	/**
	 * Return the default source, which all hubs of a process share. A nonce is the
	 * current time in unix seconds, or the previous nonce plus one if that is larger.
	 * Several nonces for one stream within the same second are therefore ahead of the
	 * clock, by a second each. After one of these has been used, PILI rejects the URLs
	 * that other processes create until the clock has caught up.
	 * @return the source
	 */
	static NonceSource shared() {
		return ClockNonceSource.SHARED;
	}

	/**
	 * Return a source of nonces in unix milliseconds, which all hubs of a process share.
	 * Even if several processes create many URLs for one stream at once, their nonces are
	 * hardly ahead of the clock. Once PILI has accepted such a nonce, it permanently
	 * rejects nonces in seconds for that stream: use this source only if nothing else,
	 * such as an official SDK, creates URLs for the same streams, now or later.
	 * @return the source
	 */
	static NonceSource inMilliseconds() {
		return ClockNonceSource.SHARED_IN_MILLISECONDS;
	}

}
