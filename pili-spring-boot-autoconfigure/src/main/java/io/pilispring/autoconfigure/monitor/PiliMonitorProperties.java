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

package io.pilispring.autoconfigure.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import io.pilispring.monitor.MonitorSettings;

/**
 * Properties of the monitor.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("pili.monitor")
public class PiliMonitorProperties {

	private static final int INTERVALS_UNTIL_STALE = 3;

	/**
	 * Whether to monitor hubs and streams in the background.
	 */
	private boolean enabled = true;

	/**
	 * Ids or titles of streams to watch.
	 */
	private List<String> streams = new ArrayList<>();

	/**
	 * Whether a stream of 'pili.monitor.streams' that is not live, or frozen, takes the
	 * health of the application down.
	 */
	private boolean streamsRequired;

	/**
	 * Whether to watch whatever stream is live.
	 */
	private boolean connected;

	/**
	 * Number of streams to watch at most because they are live.
	 */
	private int maxConnected = 100;

	/**
	 * Time from one round of asking PILI to the next.
	 */
	private Duration interval = Duration.ofSeconds(30);

	/**
	 * How long PILI may be silent in a round before the round counts as failed.
	 */
	private Duration timeout = Duration.ofSeconds(10);

	/**
	 * How old a sample may be before it says nothing any more. Defaults to three
	 * intervals.
	 */
	private @Nullable Duration staleAfter;

	/**
	 * Bytes a second below which a live stream counts as frozen.
	 */
	private double minBytesPerSecond = 1;

	/**
	 * Audio and video frames a second below which a live stream counts as frozen.
	 */
	private double minFramesPerSecond = 1;

	/**
	 * Number of calls to make at the same time.
	 */
	private int concurrency = 4;

	/**
	 * Number of calls to make a second at most.
	 */
	private int maxCallsPerSecond = 50;

	/**
	 * Return whether to monitor hubs and streams in the background.
	 * @return whether the monitor is enabled
	 */
	public boolean isEnabled() {
		return this.enabled;
	}

	/**
	 * Set whether to monitor hubs and streams in the background.
	 * @param enabled whether the monitor is enabled
	 */
	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * Return ids or titles of streams to watch.
	 * @return the streams
	 */
	public List<String> getStreams() {
		return this.streams;
	}

	/**
	 * Set ids or titles of streams to watch.
	 * @param streams the streams
	 */
	public void setStreams(List<String> streams) {
		this.streams = streams;
	}

	/**
	 * Return whether a stream of 'pili.monitor.streams' that is not live, or frozen,
	 * takes the health of the application down.
	 * @return whether the streams are required
	 */
	public boolean isStreamsRequired() {
		return this.streamsRequired;
	}

	/**
	 * Set whether a stream of 'pili.monitor.streams' that is not live, or frozen, takes
	 * the health of the application down.
	 * @param streamsRequired whether the streams are required
	 */
	public void setStreamsRequired(boolean streamsRequired) {
		this.streamsRequired = streamsRequired;
	}

	/**
	 * Return whether to watch whatever stream is live.
	 * @return whether to watch live streams
	 */
	public boolean isConnected() {
		return this.connected;
	}

	/**
	 * Set whether to watch whatever stream is live.
	 * @param connected whether to watch live streams
	 */
	public void setConnected(boolean connected) {
		this.connected = connected;
	}

	/**
	 * Return number of streams to watch at most because they are live.
	 * @return the number of streams
	 */
	public int getMaxConnected() {
		return this.maxConnected;
	}

	/**
	 * Set number of streams to watch at most because they are live.
	 * @param maxConnected the number of streams
	 */
	public void setMaxConnected(int maxConnected) {
		this.maxConnected = maxConnected;
	}

	/**
	 * Return time from one round of asking PILI to the next.
	 * @return the interval
	 */
	public Duration getInterval() {
		return this.interval;
	}

	/**
	 * Set time from one round of asking PILI to the next.
	 * @param interval the interval
	 */
	public void setInterval(Duration interval) {
		this.interval = interval;
	}

	/**
	 * Return how long PILI may be silent in a round before the round counts as failed.
	 * @return the timeout
	 */
	public Duration getTimeout() {
		return this.timeout;
	}

	/**
	 * Set how long PILI may be silent in a round before the round counts as failed.
	 * @param timeout the timeout
	 */
	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Return how old a sample may be before it says nothing any more.
	 * @return the age
	 */
	public @Nullable Duration getStaleAfter() {
		return this.staleAfter;
	}

	/**
	 * Set how old a sample may be before it says nothing any more.
	 * @param staleAfter the age
	 */
	public void setStaleAfter(@Nullable Duration staleAfter) {
		this.staleAfter = staleAfter;
	}

	/**
	 * Return bytes a second below which a live stream counts as frozen.
	 * @return the number of bytes
	 */
	public double getMinBytesPerSecond() {
		return this.minBytesPerSecond;
	}

	/**
	 * Set bytes a second below which a live stream counts as frozen.
	 * @param minBytesPerSecond the number of bytes
	 */
	public void setMinBytesPerSecond(double minBytesPerSecond) {
		this.minBytesPerSecond = minBytesPerSecond;
	}

	/**
	 * Return audio and video frames a second below which a live stream counts as frozen.
	 * @return the number of frames
	 */
	public double getMinFramesPerSecond() {
		return this.minFramesPerSecond;
	}

	/**
	 * Set audio and video frames a second below which a live stream counts as frozen.
	 * @param minFramesPerSecond the number of frames
	 */
	public void setMinFramesPerSecond(double minFramesPerSecond) {
		this.minFramesPerSecond = minFramesPerSecond;
	}

	/**
	 * Return number of calls to make at the same time.
	 * @return the number of calls
	 */
	public int getConcurrency() {
		return this.concurrency;
	}

	/**
	 * Set number of calls to make at the same time.
	 * @param concurrency the number of calls
	 */
	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	/**
	 * Return number of calls to make a second at most.
	 * @return the number of calls
	 */
	public int getMaxCallsPerSecond() {
		return this.maxCallsPerSecond;
	}

	/**
	 * Set number of calls to make a second at most.
	 * @param maxCallsPerSecond the number of calls
	 */
	public void setMaxCallsPerSecond(int maxCallsPerSecond) {
		this.maxCallsPerSecond = maxCallsPerSecond;
	}

	MonitorSettings toSettings() {
		Duration staleAfter = (this.staleAfter != null) ? this.staleAfter
				: this.interval.multipliedBy(INTERVALS_UNTIL_STALE);
		return new MonitorSettings(this.streams, this.connected, this.maxConnected, this.interval, this.timeout,
				staleAfter, this.minBytesPerSecond, this.minFramesPerSecond, this.concurrency, this.maxCallsPerSecond);
	}

}
