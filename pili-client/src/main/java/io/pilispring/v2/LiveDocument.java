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
 *
 * @param key the key of the stream, in a batch
 * @param startAt when the stream went live, in unix seconds; 0 if it is not live
 * @param clientIp the address of the publisher
 * @param serverIp the address of the server
 * @param bps bits per second
 * @param fps frames per second
 * @param maxGop the longest group of pictures in milliseconds
 * @param avgGop the average group of pictures in milliseconds
 * @param videoBitRate bits of video per second
 * @param audioBitRate bits of audio per second
 * @param playCount the number of viewers
 * @param bandwidth bits per second of all viewers
 * @param location the location of the publisher
 * @param isp the internet service provider of the publisher
 */
record LiveDocument(@Nullable String key, @Nullable Long startAt, @JsonProperty("clientIP") @Nullable String clientIp,
		@JsonProperty("serverIP") @Nullable String serverIp, @Nullable Long bps, @Nullable Frames fps,
		@Nullable Long maxGop, @Nullable Long avgGop, @Nullable Long videoBitRate, @Nullable Long audioBitRate,
		@Nullable Long playCount, @Nullable Long bandwidth, @Nullable String location, @Nullable String isp) {

	Optional<LiveStatus> toStatus() {
		Instant startAt = Times.instant(this.startAt);
		if (startAt == null) {
			return Optional.empty();
		}
		Frames frames = (this.fps != null) ? this.fps : new Frames(null, null, null);
		return Optional
			.of(new DefaultLiveStatus(startAt, present(this.clientIp), present(this.serverIp), this.bps,
					new LiveStatus.FramesPerSecond(finite(frames.audio()), finite(frames.video()),
							finite(frames.data())),
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

	record Frames(@Nullable Double audio, @Nullable Double video, @Nullable Double data) {

	}

}
