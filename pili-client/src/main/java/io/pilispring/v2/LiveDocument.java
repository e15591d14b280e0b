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

package io.pilispring.v2;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * A live status as sent by PILI, where any field may be missing.
 */
final class LiveDocument {

	// In a batch
	private @Nullable String key;

	// In unix seconds, 0 if the stream is not live
	private @Nullable Long startAt;

	@JsonProperty("clientIP")
	private @Nullable String clientIp;

	@JsonProperty("serverIP")
	private @Nullable String serverIp;

	// In bits
	private @Nullable Long bps;

	private @Nullable Frames fps;

	// In milliseconds
	private @Nullable Long maxGop;

	private @Nullable Long avgGop;

	private @Nullable Long videoBitRate;

	private @Nullable Long audioBitRate;

	private @Nullable Long playCount;

	// In bits per second, of all viewers
	private @Nullable Long bandwidth;

	private @Nullable String location;

	private @Nullable String isp;

	@Nullable String key() {
		return this.key;
	}

	Optional<LiveStatus> toStatus() {
		Instant startAt = Times.instant(this.startAt);
		if (startAt == null) {
			return Optional.empty();
		}
		Frames frames = (this.fps != null) ? this.fps : new Frames();
		return Optional.of(new DefaultLiveStatus(startAt, present(this.clientIp), present(this.serverIp), this.bps,
				new LiveStatus.FramesPerSecond(finite(frames.audio), finite(frames.video), finite(frames.data)),
				millis(this.maxGop), millis(this.avgGop), this.videoBitRate, this.audioBitRate, this.playCount,
				this.bandwidth, present(this.location), present(this.isp)));
	}

	private static @Nullable String present(@Nullable String text) {
		return (StringUtils.hasText(text)) ? text : null;
	}

	private static @Nullable Double finite(@Nullable Double rate) {
		return (rate != null && Double.isFinite(rate)) ? rate : null;
	}

	private static @Nullable Duration millis(@Nullable Long millis) {
		return (millis != null) ? Duration.ofMillis(millis) : null;
	}

	static final class Frames {

		private @Nullable Double audio;

		private @Nullable Double video;

		private @Nullable Double data;

	}

}
