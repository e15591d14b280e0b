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
 * What version 2 of the API answers where PILI has answered differently over the years.
 *
 * @param zerosWhenNotLive whether the status of a stream that is not live has the status
 * 200 and zeros, instead of the status 619
 * @param unknownStreamStatus the status of a response to a request for the live status of
 * a stream that does not exist: 612 or 404
 * @param emptyBodies whether calls without a result have no body, instead of {@code {}}
 * @param nullItems whether an empty list is {@code null}, instead of {@code []}
 * @since 0.1.0
 */
public record V2Responses(boolean zerosWhenNotLive, int unknownStreamStatus, boolean emptyBodies, boolean nullItems) {

	/**
	 * The default of {@link #unknownStreamStatus()}.
	 */
	public static final int DEFAULT_UNKNOWN_STREAM_STATUS = 612;

	private static final V2Responses DEFAULTS = new V2Responses(false, DEFAULT_UNKNOWN_STREAM_STATUS, false, false);

	/**
	 * Create responses.
	 * @param zerosWhenNotLive whether the status of a stream that is not live has the
	 * status 200 and zeros, instead of the status 619
	 * @param unknownStreamStatus the status of a response to a request for the live
	 * status of a stream that does not exist: 612 or 404
	 * @param emptyBodies whether calls without a result have no body, instead of
	 * {@code {}}
	 * @param nullItems whether an empty list is {@code null}, instead of {@code []}
	 * @throws IllegalArgumentException if the status is neither 612 nor 404
	 */
	public V2Responses {
		if (unknownStreamStatus != DEFAULT_UNKNOWN_STREAM_STATUS && unknownStreamStatus != 404) {
			throw new IllegalArgumentException("'unknownStreamStatus' must be 612 or 404: " + unknownStreamStatus);
		}
	}

	/**
	 * Return the responses that all official SDKs understand.
	 * @return the default responses
	 */
	public static V2Responses defaults() {
		return DEFAULTS;
	}

	/**
	 * Return a copy with another response for streams that are not live.
	 * @param zerosWhenNotLive whether it has the status 200 and zeros
	 * @return the other responses
	 */
	public V2Responses withZerosWhenNotLive(boolean zerosWhenNotLive) {
		return new V2Responses(zerosWhenNotLive, this.unknownStreamStatus, this.emptyBodies, this.nullItems);
	}

	/**
	 * Return a copy with another status for streams that do not exist.
	 * @param unknownStreamStatus the status: 612 or 404
	 * @return the other responses
	 * @throws IllegalArgumentException if the status is neither 612 nor 404
	 */
	public V2Responses withUnknownStreamStatus(int unknownStreamStatus) {
		return new V2Responses(this.zerosWhenNotLive, unknownStreamStatus, this.emptyBodies, this.nullItems);
	}

	/**
	 * Return a copy with another body for calls without a result.
	 * @param emptyBodies whether there is no body
	 * @return the other responses
	 */
	public V2Responses withEmptyBodies(boolean emptyBodies) {
		return new V2Responses(this.zerosWhenNotLive, this.unknownStreamStatus, emptyBodies, this.nullItems);
	}

	/**
	 * Return a copy with another form of empty lists.
	 * @param nullItems whether they are {@code null}
	 * @return the other responses
	 */
	public V2Responses withNullItems(boolean nullItems) {
		return new V2Responses(this.zerosWhenNotLive, this.unknownStreamStatus, this.emptyBodies, nullItems);
	}

}
