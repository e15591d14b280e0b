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
 * Creates the nonces of publish URLs. PILI takes a nonce only if it is larger than the
 * last one that was used for the stream, so instances of an application that create URLs
 * for the same stream should share a source. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public interface NonceSource {

	/**
	 * Return a nonce that is larger than all others of the stream.
	 * @param streamId the id of the stream
	 * @return the nonce
	 */
	long next(String streamId);

	/**
	 * Note a nonce that a caller chose, so that those that follow are larger.
	 * @param streamId the id of the stream
	 * @param nonce the nonce
	 */
	default void used(String streamId, long nonce) {
	}

	/**
	 * Return the default source, which all hubs of a process share. Its nonces are unix
	 * seconds, and one more than the last where that is ahead of the clock. So several
	 * URLs of one stream that are created within a second run ahead by a second each, and
	 * until the clock gets there, PILI refuses the URLs of other processes after one of
	 * them was used.
	 * @return the source
	 */
	static NonceSource shared() {
		return ClockNonceSource.SHARED;
	}

	/**
	 * Return a source in unix milliseconds, which all hubs of a process share. Several
	 * processes that create many URLs of one stream at once hardly run ahead of each
	 * other. Once PILI has taken such a nonce, it refuses those in seconds for that
	 * stream, for ever: use it only where nothing else, such as an official SDK, creates
	 * URLs for the same streams, now or later.
	 * @return the source
	 */
	static NonceSource inMilliseconds() {
		return ClockNonceSource.SHARED_IN_MILLISECONDS;
	}

}
