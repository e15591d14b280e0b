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
@ConfigurationProperties(PiliMonitorProperties.PREFIX)
public class PiliMonitorProperties {

	static final String PREFIX = "pili.monitor";

	private static final MonitorSettings DEFAULTS = MonitorSettings.builder().build();

	/**
	 * Whether to monitor hubs and streams in the background.
	 */
	private boolean enabled = true;

	/**
	 * Whether to start the monitor with the application. The default is true, but in
	 * tests with a Spring context only if all hubs are on this machine, as those of the
	 * simulator are.
	 */
	private @Nullable Boolean autoStartup;

	/**
	 * Ids or titles of streams to watch. A title is one of the primary hub.
	 */
	private List<String> streams = new ArrayList<>();

	/**
	 * Whether the health of the application is down if a stream of 'pili.monitor.streams'
	 * is not live, or frozen.
	 */
	private boolean streamsRequired;

	/**
	 * Whether to watch all live streams.
	 */
	private boolean connected;

	/**
	 * Maximum number of streams of a hub to watch because they are live.
	 */
	private int maxConnected = DEFAULTS.maxConnected();

	/**
	 * Maximum number of streams, over all hubs, that have meters of their own.
	 */
	private int maxMeteredStreams = 1000;

	/**
	 * Time from the start of a round to the start of the next.
	 */
	private Duration interval = DEFAULTS.interval();

	/**
	 * How long PILI may be silent in a round before the round fails.
	 */
	private Duration timeout = DEFAULTS.timeout();

	/**
	 * Age after which a sample is considered stale. The default is three intervals.
	 */
	private @Nullable Duration staleAfter;

	/**
	 * Bytes per second below which a live stream is considered frozen.
	 */
	private double minBytesPerSecond = DEFAULTS.minBytesPerSecond();

	/**
	 * Audio and video frames per second below which a live stream is considered frozen.
	 */
	private double minFramesPerSecond = DEFAULTS.minFramesPerSecond();

	/**
	 * Maximum number of concurrent calls for a hub.
	 */
	private int concurrency = DEFAULTS.concurrency();

	/**
	 * Maximum number of calls per second, over all hubs.
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
	 * Return whether to start the monitor with the application.
	 * @return whether to start the monitor, or {@code null} for the default
	 */
	public @Nullable Boolean getAutoStartup() {
		return this.autoStartup;
	}

	/**
	 * Set whether to start the monitor with the application.
	 * @param autoStartup whether to start the monitor, or {@code null} for the default
	 */
	public void setAutoStartup(@Nullable Boolean autoStartup) {
		this.autoStartup = autoStartup;
	}

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
	 * Return whether the health of the application is down if a stream is not live.
	 * @return whether the streams are required
	 */
	public boolean isStreamsRequired() {
		return this.streamsRequired;
	}

	/**
	 * Set whether the health of the application is down if a stream is not live.
	 * @param streamsRequired whether the streams are required
	 */
	public void setStreamsRequired(boolean streamsRequired) {
		this.streamsRequired = streamsRequired;
	}

	/**
	 * Return whether to watch all live streams.
	 * @return whether to watch live streams
	 */
	public boolean isConnected() {
		return this.connected;
	}

	/**
	 * Set whether to watch all live streams.
	 * @param connected whether to watch live streams
	 */
	public void setConnected(boolean connected) {
		this.connected = connected;
	}

	/**
	 * Return the maximum number of streams to watch because they are live.
	 * @return the number of streams
	 */
	public int getMaxConnected() {
		return this.maxConnected;
	}

	/**
	 * Set the maximum number of streams to watch because they are live.
	 * @param maxConnected the number of streams
	 */
	public void setMaxConnected(int maxConnected) {
		this.maxConnected = maxConnected;
	}

	/**
	 * Return the maximum number of streams that have meters of their own.
	 * @return the number of streams
	 */
	public int getMaxMeteredStreams() {
		return this.maxMeteredStreams;
	}

	/**
	 * Set the maximum number of streams that have meters of their own.
	 * @param maxMeteredStreams the number of streams
	 */
	public void setMaxMeteredStreams(int maxMeteredStreams) {
		this.maxMeteredStreams = maxMeteredStreams;
	}

	/**
	 * Return the time from the start of a round to the start of the next.
	 * @return the interval
	 */
	public Duration getInterval() {
		return this.interval;
	}

	/**
	 * Set the time from the start of a round to the start of the next.
	 * @param interval the interval
	 */
	public void setInterval(Duration interval) {
		this.interval = interval;
	}

	/**
	 * Return how long PILI may be silent in a round before the round fails.
	 * @return the timeout
	 */
	public Duration getTimeout() {
		return this.timeout;
	}

	/**
	 * Set how long PILI may be silent in a round before the round fails.
	 * @param timeout the timeout
	 */
	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Return the age after which a sample is considered stale.
	 * @return the age
	 */
	public @Nullable Duration getStaleAfter() {
		return this.staleAfter;
	}

	/**
	 * Set the age after which a sample is considered stale.
	 * @param staleAfter the age
	 */
	public void setStaleAfter(@Nullable Duration staleAfter) {
		this.staleAfter = staleAfter;
	}

	/**
	 * Return the rate of bytes below which a live stream is considered frozen.
	 * @return the number of bytes
	 */
	public double getMinBytesPerSecond() {
		return this.minBytesPerSecond;
	}

	/**
	 * Set the rate of bytes below which a live stream is considered frozen.
	 * @param minBytesPerSecond the number of bytes
	 */
	public void setMinBytesPerSecond(double minBytesPerSecond) {
		this.minBytesPerSecond = minBytesPerSecond;
	}

	/**
	 * Return the rate of frames below which a live stream is considered frozen.
	 * @return the number of frames
	 */
	public double getMinFramesPerSecond() {
		return this.minFramesPerSecond;
	}

	/**
	 * Set the rate of frames below which a live stream is considered frozen.
	 * @param minFramesPerSecond the number of frames
	 */
	public void setMinFramesPerSecond(double minFramesPerSecond) {
		this.minFramesPerSecond = minFramesPerSecond;
	}

	/**
	 * Return the maximum number of concurrent calls for a hub.
	 * @return the number of calls
	 */
	public int getConcurrency() {
		return this.concurrency;
	}

	/**
	 * Set the maximum number of concurrent calls for a hub.
	 * @param concurrency the number of calls
	 */
	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	/**
	 * Return the maximum number of calls per second.
	 * @return the number of calls
	 */
	public int getMaxCallsPerSecond() {
		return this.maxCallsPerSecond;
	}

	/**
	 * Set the maximum number of calls per second.
	 * @param maxCallsPerSecond the number of calls
	 */
	public void setMaxCallsPerSecond(int maxCallsPerSecond) {
		this.maxCallsPerSecond = maxCallsPerSecond;
	}

	/**
	 * Return the settings of a hub, without the streams to watch.
	 * @return a builder
	 * @throws IllegalArgumentException if a value is not valid
	 */
	MonitorSettings.Builder toSettings() {
		return MonitorSettings.builder()
			.streamsRequired(this.streamsRequired)
			.connected(this.connected)
			.maxConnected(this.maxConnected)
			.interval(this.interval)
			.timeout(this.timeout)
			.staleAfter(this.staleAfter)
			.minBytesPerSecond(this.minBytesPerSecond)
			.minFramesPerSecond(this.minFramesPerSecond)
			.concurrency(this.concurrency);
	}

}
