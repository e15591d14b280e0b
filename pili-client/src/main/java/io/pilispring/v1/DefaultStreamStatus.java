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
 * A {@link StreamStatus} that was read.
 *
 * @param status as {@link StreamStatus#status()}
 * @param addr as {@link StreamStatus#addr()}
 * @param startFrom as {@link StreamStatus#startFrom()}
 * @param bytesPerSecond as {@link StreamStatus#bytesPerSecond()}
 * @param framesPerSecond as {@link StreamStatus#framesPerSecond()}
 * @param reqId as {@link StreamStatus#reqId()}
 * @param hub as {@link StreamStatus#hub()}
 * @param stream as {@link StreamStatus#stream()}
 * @param streamId as {@link StreamStatus#streamId()}
 * @param updatedAt as {@link StreamStatus#updatedAt()}
 */
record DefaultStreamStatus(String status, @Nullable String addr, @Nullable Instant startFrom,
		@Nullable Double bytesPerSecond, FramesPerSecond framesPerSecond, @Nullable String reqId, @Nullable String hub,
		@Nullable String stream, String streamId, @Nullable Instant updatedAt) implements StreamStatus {

	static final String CONNECTED = "connected";

	static final String DISCONNECTED = "disconnected";

	static StreamStatus disconnected(String streamId) {
		return new DefaultStreamStatus(DISCONNECTED, null, null, 0.0, new FramesPerSecond(0.0, 0.0, 0.0), null, null,
				null, streamId, null);
	}

	@Override
	public String toString() {
		return "StreamStatus[streamId=" + this.streamId + ", status=" + this.status + ", addr=" + this.addr
				+ ", startFrom=" + this.startFrom + ", bytesPerSecond=" + this.bytesPerSecond + ", framesPerSecond="
				+ this.framesPerSecond + "]";
	}

}
