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

package io.pilispring.v1;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether a stream is live, and how it arrives. What the answer did not have is
 * {@code null}; a rate that it did not have is 0 if the stream is not live, and
 * {@code NaN} if it is.
 *
 * @param status {@code connected} or {@code disconnected}
 * @param addr the address that publishes
 * @param startFrom since when the stream is live
 * @param bytesPerSecond how many bytes arrive a second
 * @param framesPerSecond how many frames arrive a second
 * @param reqId the id of the publishing request
 * @param hub the hub
 * @param stream the title of the stream
 * @param streamId the id of the stream
 * @param updatedAt when this was measured
 * @since 0.1.0
 */
public record StreamStatus(String status, @Nullable String addr, @Nullable Instant startFrom, double bytesPerSecond,
		FramesPerSecond framesPerSecond, @Nullable String reqId, @Nullable String hub, @Nullable String stream,
		String streamId, @Nullable Instant updatedAt) {

	static final String CONNECTED = "connected";

	static final String DISCONNECTED = "disconnected";

	static StreamStatus disconnected(String streamId) {
		return new StreamStatus(DISCONNECTED, null, null, 0, new FramesPerSecond(0, 0, 0), null, null, null, streamId,
				null);
	}

	/**
	 * Return whether the stream is live.
	 * @return whether the status is {@code connected}
	 */
	public boolean connected() {
		return CONNECTED.equals(this.status);
	}

	/**
	 * How many frames arrive a second.
	 *
	 * @param audio audio frames a second
	 * @param video video frames a second
	 * @param data data frames a second
	 */
	public record FramesPerSecond(double audio, double video, double data) {

	}

}
