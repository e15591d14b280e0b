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
 */
final class StatusDocument {

	private @Nullable String status;

	private @Nullable String addr;

	private @Nullable Instant startFrom;

	private @Nullable Double bytesPerSecond;

	private @Nullable Frames framesPerSecond;

	private @Nullable String reqId;

	private @Nullable String hub;

	private @Nullable String stream;

	private @Nullable String streamId;

	private @Nullable Instant updatedAt;

	@Nullable String streamId() {
		return this.streamId;
	}

	StreamStatus toStatus(String streamId) {
		String status = (StringUtils.hasText(this.status)) ? this.status : DefaultStreamStatus.DISCONNECTED;
		// The rates of a stream that is not live are 0; those of a live one are unknown
		Double missing = (status.equals(DefaultStreamStatus.CONNECTED)) ? null : Double.valueOf(0);
		return new DefaultStreamStatus(status, (StringUtils.hasText(this.addr)) ? this.addr : null, this.startFrom,
				rate(this.bytesPerSecond, missing), toFramesPerSecond(missing), this.reqId, this.hub, this.stream,
				streamId, this.updatedAt);
	}

	private FramesPerSecond toFramesPerSecond(@Nullable Double missing) {
		Frames frames = (this.framesPerSecond != null) ? this.framesPerSecond : new Frames();
		return new FramesPerSecond(rate(frames.audio, missing), rate(frames.video, missing),
				rate(frames.data, missing));
	}

	private static @Nullable Double rate(@Nullable Double rate, @Nullable Double missing) {
		return (rate != null && Double.isFinite(rate)) ? rate : missing;
	}

	static final class Frames {

		private @Nullable Double audio;

		private @Nullable Double video;

		private @Nullable Double data;

	}

}
