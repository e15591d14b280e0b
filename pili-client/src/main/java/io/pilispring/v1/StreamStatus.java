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
 * Whether a stream is live, and the rates at which data arrives. A value that PILI did
 * not report is {@code null}; the rates of a stream that is not live are 0.
 *
 * @since 0.1.0
 */
public interface StreamStatus {

	/**
	 * Return the status as PILI reports it.
	 * @return {@code connected} or {@code disconnected}
	 */
	String status();

	/**
	 * Return whether the stream is live.
	 * @return whether the status is {@code connected}
	 */
	default boolean connected() {
		return DefaultStreamStatus.CONNECTED.equals(status());
	}

	/**
	 * Return the address of the publisher.
	 * @return the address, or {@code null}
	 */
	@Nullable String addr();

	/**
	 * Return when the stream went live.
	 * @return the time, or {@code null}
	 */
	@Nullable Instant startFrom();

	/**
	 * Return the rate of bytes.
	 * @return bytes per second, or {@code null} if not known
	 */
	@Nullable Double bytesPerSecond();

	/**
	 * Return the rates of frames.
	 * @return frames per second
	 */
	FramesPerSecond framesPerSecond();

	/**
	 * Return the id of the publishing request.
	 * @return the id, or {@code null}
	 */
	@Nullable String reqId();

	/**
	 * Return the hub.
	 * @return the name of the hub, or {@code null}
	 */
	@Nullable String hub();

	/**
	 * Return the title of the stream.
	 * @return the title, or {@code null}
	 */
	@Nullable String stream();

	/**
	 * Return the id of the stream.
	 * @return the id
	 */
	String streamId();

	/**
	 * Return when this was measured.
	 * @return the time, or {@code null}
	 */
	@Nullable Instant updatedAt();

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
