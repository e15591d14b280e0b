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

/**
 * The verdict on an attempt to play.
 *
 * @since 0.1.0
 */
public enum PlayVerdict {

	/**
	 * The viewer may play.
	 */
	ACCEPTED,

	/**
	 * The URL is neither an RTMP URL nor an HTTP URL with a hub and a key.
	 */
	MALFORMED_URL,

	/**
	 * No hub has the domain of the URL for what it plays.
	 */
	UNKNOWN_DOMAIN,

	/**
	 * The domain of the URL is out of service.
	 */
	DISABLED_DOMAIN,

	/**
	 * The URLs of the domain are signed, and the time or the signature is missing.
	 */
	UNSIGNED,

	/**
	 * The signature does not fit the URL.
	 */
	BAD_SIGNATURE,

	/**
	 * The URL is no longer valid.
	 */
	EXPIRED,

	/**
	 * The URL is not valid yet.
	 */
	NOT_YET_VALID,

	/**
	 * There is no such stream.
	 */
	UNKNOWN_STREAM,

	/**
	 * Nobody publishes the stream.
	 */
	NOT_LIVE;

	/**
	 * Return whether PILI would forbid the viewer to play, with the status 403, whatever
	 * the stream is.
	 * @return {@code true} if forbidden
	 */
	public boolean isForbidden() {
		return switch (this) {
			case UNKNOWN_DOMAIN, DISABLED_DOMAIN, UNSIGNED, BAD_SIGNATURE, EXPIRED, NOT_YET_VALID -> true;
			default -> false;
		};
	}

}
