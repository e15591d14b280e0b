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

package io.pilispring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Properties for monitoring a hub: which streams to watch, and how often.
 *
 * @since 0.1.0
 */
public class HubMonitorProperties {

	/**
	 * Ids or titles of streams of the hub to watch.
	 */
	private List<String> streams = new ArrayList<>();

	/**
	 * Whether the health of the application is down if one of the configured streams is
	 * frozen or not live.
	 */
	private @Nullable Boolean streamsRequired;

	/**
	 * Whether to watch all live streams.
	 */
	private @Nullable Boolean connected;

	/**
	 * Maximum number of streams of a hub to watch because they are live.
	 */
	private @Nullable Integer maxConnected;

	/**
	 * Time from the start of a round to the start of the next.
	 */
	private @Nullable Duration interval;

	/**
	 * How long a round may wait for PILI without a response before it fails.
	 */
	private @Nullable Duration timeout;

	/**
	 * Age after which a sample is considered stale. The default is three intervals.
	 */
	private @Nullable Duration staleAfter;

	/**
	 * Bytes per second below which a live stream is considered frozen.
	 */
	private @Nullable Double minBytesPerSecond;

	/**
	 * Audio and video frames per second below which a live stream is considered frozen.
	 */
	private @Nullable Double minFramesPerSecond;

	/**
	 * Maximum number of concurrent calls for a hub.
	 */
	private @Nullable Integer concurrency;

	/**
	 * Return the ids or titles of streams to watch.
	 * @return the streams
	 */
	public List<String> getStreams() {
		return this.streams;
	}

	/**
	 * Set the ids or titles of streams to watch.
	 * @param streams the streams
	 */
	public void setStreams(List<String> streams) {
		this.streams = streams;
	}

	/**
	 * Return whether the health of the application is down if a stream is frozen or not
	 * live.
	 * @return whether the streams are required, or {@code null} for the default
	 */
	public @Nullable Boolean getStreamsRequired() {
		return this.streamsRequired;
	}

	/**
	 * Set whether the health of the application is down if a stream is frozen or not
	 * live.
	 * @param streamsRequired whether the streams are required, or {@code null} for the
	 * default
	 */
	public void setStreamsRequired(@Nullable Boolean streamsRequired) {
		this.streamsRequired = streamsRequired;
	}

	/**
	 * Return whether to watch all live streams.
	 * @return whether to watch live streams, or {@code null} for the default
	 */
	public @Nullable Boolean getConnected() {
		return this.connected;
	}

	/**
	 * Set whether to watch all live streams.
	 * @param connected whether to watch live streams, or {@code null} for the default
	 */
	public void setConnected(@Nullable Boolean connected) {
		this.connected = connected;
	}

	/**
	 * Return the maximum number of streams to watch because they are live.
	 * @return the number of streams, or {@code null} for the default
	 */
	public @Nullable Integer getMaxConnected() {
		return this.maxConnected;
	}

	/**
	 * Set the maximum number of streams to watch because they are live.
	 * @param maxConnected the number of streams, or {@code null} for the default
	 */
	public void setMaxConnected(@Nullable Integer maxConnected) {
		this.maxConnected = maxConnected;
	}

	/**
	 * Return the time from the start of a round to the start of the next.
	 * @return the interval, or {@code null} for the default
	 */
	public @Nullable Duration getInterval() {
		return this.interval;
	}

	/**
	 * Set the time from the start of a round to the start of the next.
	 * @param interval the interval, or {@code null} for the default
	 */
	public void setInterval(@Nullable Duration interval) {
		this.interval = interval;
	}

	/**
	 * Return how long a round may wait for PILI without a response before it fails.
	 * @return the timeout, or {@code null} for the default
	 */
	public @Nullable Duration getTimeout() {
		return this.timeout;
	}

	/**
	 * Set how long a round may wait for PILI without a response before it fails.
	 * @param timeout the timeout, or {@code null} for the default
	 */
	public void setTimeout(@Nullable Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Return the age after which a sample is considered stale.
	 * @return the age, or {@code null} for the default
	 */
	public @Nullable Duration getStaleAfter() {
		return this.staleAfter;
	}

	/**
	 * Set the age after which a sample is considered stale.
	 * @param staleAfter the age, or {@code null} for the default
	 */
	public void setStaleAfter(@Nullable Duration staleAfter) {
		this.staleAfter = staleAfter;
	}

	/**
	 * Return the rate of bytes below which a live stream is considered frozen.
	 * @return bytes per second, or {@code null} for the default
	 */
	public @Nullable Double getMinBytesPerSecond() {
		return this.minBytesPerSecond;
	}

	/**
	 * Set the rate of bytes below which a live stream is considered frozen.
	 * @param minBytesPerSecond bytes per second, or {@code null} for the default
	 */
	public void setMinBytesPerSecond(@Nullable Double minBytesPerSecond) {
		this.minBytesPerSecond = minBytesPerSecond;
	}

	/**
	 * Return the rate of frames below which a live stream is considered frozen.
	 * @return frames per second, or {@code null} for the default
	 */
	public @Nullable Double getMinFramesPerSecond() {
		return this.minFramesPerSecond;
	}

	/**
	 * Set the rate of frames below which a live stream is considered frozen.
	 * @param minFramesPerSecond frames per second, or {@code null} for the default
	 */
	public void setMinFramesPerSecond(@Nullable Double minFramesPerSecond) {
		this.minFramesPerSecond = minFramesPerSecond;
	}

	/**
	 * Return the maximum number of concurrent calls for a hub.
	 * @return the number of calls, or {@code null} for the default
	 */
	public @Nullable Integer getConcurrency() {
		return this.concurrency;
	}

	/**
	 * Set the maximum number of concurrent calls for a hub.
	 * @param concurrency the number of calls, or {@code null} for the default
	 */
	public void setConcurrency(@Nullable Integer concurrency) {
		this.concurrency = concurrency;
	}

}
