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
import org.springframework.util.StringUtils;

import io.pilispring.v1.StreamStatus.FramesPerSecond;

/**
 * A status as sent by PILI, where any field may be missing.
 *
 * @param status {@code connected} or {@code disconnected}
 * @param addr the address of the publisher
 * @param startFrom when the stream went live
 * @param bytesPerSecond the rate of bytes
 * @param framesPerSecond the rates of frames
 * @param reqId the id of the publishing request
 * @param hub the hub
 * @param stream the title of the stream
 * @param streamId the id of the stream
 * @param updatedAt when this was measured
 */
record StatusDocument(@Nullable String status, @Nullable String addr, @Nullable Instant startFrom,
		@Nullable Double bytesPerSecond, @Nullable Frames framesPerSecond, @Nullable String reqId, @Nullable String hub,
		@Nullable String stream, @Nullable String streamId, @Nullable Instant updatedAt) {

	StreamStatus toStatus(String streamId) {
		String status = (StringUtils.hasText(this.status)) ? this.status : DefaultStreamStatus.DISCONNECTED;
		// The rates of a stream that is not live are 0; those of a live one are unknown
		Double missing = (status.equals(DefaultStreamStatus.CONNECTED)) ? null : Double.valueOf(0);
		return new DefaultStreamStatus(status, (StringUtils.hasText(this.addr)) ? this.addr : null, this.startFrom,
				rate(this.bytesPerSecond, missing), toFramesPerSecond(missing), this.reqId, this.hub, this.stream,
				streamId, this.updatedAt);
	}

	private FramesPerSecond toFramesPerSecond(@Nullable Double missing) {
		Frames frames = (this.framesPerSecond != null) ? this.framesPerSecond : new Frames(null, null, null);
		return new FramesPerSecond(rate(frames.audio(), missing), rate(frames.video(), missing),
				rate(frames.data(), missing));
	}

	private static @Nullable Double rate(@Nullable Double rate, @Nullable Double missing) {
		return (rate != null && Double.isFinite(rate)) ? rate : missing;
	}

	record Frames(@Nullable Double audio, @Nullable Double video, @Nullable Double data) {

	}

}
