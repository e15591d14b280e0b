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

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import io.pilispring.autoconfigure.HubMonitorProperties;

/**
 * Properties of the monitor. The properties of a hub apply to the primary hub, and are
 * the defaults for other hubs, except for the streams, which belong to the hub that their
 * id names, or to the primary hub.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(PiliMonitorProperties.PREFIX)
public class PiliMonitorProperties extends HubMonitorProperties {

	static final String PREFIX = "pili.monitor";

	/**
	 * Whether to monitor hubs and streams in the background.
	 */
	private boolean enabled = true;

	/**
	 * Whether to start the monitor with the application. The default is true, except in
	 * tests with a Spring context if a hub is not on the local machine.
	 */
	private @Nullable Boolean autoStartup;

	/**
	 * Maximum number of streams, over all hubs, that have meters of their own.
	 */
	private int maxMeteredStreams = 1000;

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

}
