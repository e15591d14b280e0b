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
 * The verdict on an attempt to publish.
 *
 * @since 0.1.0
 */
public enum PublishVerdict {

	/**
	 * The publisher may publish.
	 */
	ACCEPTED,

	/**
	 * The URL is neither an RTMP URL nor an SRT URL to publish to, with a hub and a
	 * title.
	 */
	MALFORMED_URL,

	/**
	 * There is no such hub, or there is no such stream and the URL is not of the kind
	 * that creates one: it has no parameter that the security of the hub asks for.
	 */
	UNKNOWN_STREAM,

	/**
	 * There is no such stream, and none can be created with this key.
	 */
	INVALID_KEY,

	/**
	 * The domain of the URL is out of service.
	 */
	DISABLED_DOMAIN,

	/**
	 * Several accounts have a hub with this name, and the host of the URL does not
	 * determine which one.
	 */
	AMBIGUOUS_HUB,

	/**
	 * The stream is disabled.
	 */
	DISABLED,

	/**
	 * The stream is already being published.
	 */
	ALREADY_LIVE,

	/**
	 * The key of a static URL is missing or wrong.
	 */
	WRONG_KEY,

	/**
	 * The token is missing, or is not a valid signature of the URL.
	 */
	BAD_TOKEN,

	/**
	 * The nonce is not larger than the last one that was accepted for the stream, or is
	 * not a 64-bit integer. Nonces are compared as numbers, whatever their unit: after
	 * one in nanoseconds, one in seconds is stale.
	 */
	STALE_NONCE,

	/**
	 * The URL has expired.
	 */
	EXPIRED,

	/**
	 * The stream was created by version 1 with the security {@code none}, which does not
	 * allow a query.
	 */
	UNEXPECTED_QUERY

}
