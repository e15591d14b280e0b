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

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What PILI reports about a stream that is live. Everything but the time it went live may
 * be {@code null}, because PILI did not report it.
 *
 * @since 0.1.0
 */
public interface LiveStatus {

	/**
	 * Return when the stream went live.
	 * @return the time, in whole seconds
	 */
	@JsonProperty
	Instant startAt();

	/**
	 * Return the address of the publisher.
	 * @return the address and the port, or {@code null}
	 */
	@JsonProperty
	@Nullable String clientIp();

	/**
	 * Return the address of the server that receives the stream.
	 * @return the address and the port, or {@code null}
	 */
	@JsonProperty
	@Nullable String serverIp();

	/**
	 * Return the rate at which data arrives.
	 * @return bits per second, or {@code null}
	 */
	@JsonProperty
	@Nullable Long bitsPerSecond();

	/**
	 * Return the rates at which frames arrive.
	 * @return frames per second
	 */
	@JsonProperty
	FramesPerSecond framesPerSecond();

	/**
	 * Return the longest group of pictures of the last 30 seconds.
	 * @return its duration, in milliseconds, or {@code null}
	 */
	@JsonProperty
	@Nullable Duration maxGop();

	/**
	 * Return the average group of pictures of the last 30 seconds.
	 * @return its duration, in milliseconds, or {@code null}
	 */
	@JsonProperty
	@Nullable Duration averageGop();

	/**
	 * Return the rate of the video.
	 * @return bits per second, or {@code null}
	 */
	@JsonProperty
	@Nullable Long videoBitsPerSecond();

	/**
	 * Return the rate of the audio.
	 * @return bits per second, or {@code null}
	 */
	@JsonProperty
	@Nullable Long audioBitsPerSecond();

	/**
	 * Return how many viewers there are.
	 * @return the number of viewers, or {@code null}
	 */
	@JsonProperty
	@Nullable Long viewers();

	/**
	 * Return the bandwidth of all viewers together.
	 * @return bits per second, or {@code null}
	 */
	@JsonProperty
	@Nullable Long viewerBitsPerSecond();

	/**
	 * Return the location of the publisher.
	 * @return the location, or {@code null}
	 */
	@JsonProperty
	@Nullable String location();

	/**
	 * Return the internet service provider of the publisher.
	 * @return the provider, or {@code null}
	 */
	@JsonProperty
	@Nullable String isp();

	/**
	 * Frames per second.
	 *
	 * @param audio audio frames, or {@code null} if not known
	 * @param video video frames, or {@code null} if not known
	 * @param data data frames, or {@code null} if not known
	 */
	record FramesPerSecond(@Nullable Double audio, @Nullable Double video, @Nullable Double data) {

	}

}
