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

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import io.pilispring.autoconfigure.HubMonitorProperties;
import io.pilispring.monitor.EventDelivery;
import io.pilispring.monitor.StoreFailurePolicy;

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
	 * Where to keep samples. With 'jdbc', the instances of the application share them.
	 */
	private MonitorStoreType store = MonitorStoreType.MEMORY;

	/**
	 * Name that the instances of the application have in common in a shared store. The
	 * default is that of 'spring.application.name'.
	 */
	private @Nullable String group;

	/**
	 * How long an instance samples a hub for all without renewing its lease. Leases are
	 * renewed three times as often.
	 */
	private Duration lease = Duration.ofSeconds(10);

	/**
	 * Which of the instances that share a store publish an event.
	 */
	private EventDelivery events = EventDelivery.ONCE;

	/**
	 * What an instance does while the shared store cannot be reached.
	 */
	private StoreFailurePolicy storeFailure = StoreFailurePolicy.STANDALONE;

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

	/**
	 * Return where to keep samples.
	 * @return the kind of the store
	 */
	public MonitorStoreType getStore() {
		return this.store;
	}

	/**
	 * Set where to keep samples.
	 * @param store the kind of the store
	 */
	public void setStore(MonitorStoreType store) {
		this.store = store;
	}

	/**
	 * Return the name that the instances of the application have in common.
	 * @return the name, or {@code null} for the default
	 */
	public @Nullable String getGroup() {
		return this.group;
	}

	/**
	 * Set the name that the instances of the application have in common.
	 * @param group the name, or {@code null} for the default
	 */
	public void setGroup(@Nullable String group) {
		this.group = group;
	}

	/**
	 * Return how long an instance samples a hub without renewing its lease.
	 * @return the duration
	 */
	public Duration getLease() {
		return this.lease;
	}

	/**
	 * Set how long an instance samples a hub without renewing its lease.
	 * @param lease the duration
	 */
	public void setLease(Duration lease) {
		this.lease = lease;
	}

	/**
	 * Return which of the instances that share a store publish an event.
	 * @return which instances publish an event
	 */
	public EventDelivery getEvents() {
		return this.events;
	}

	/**
	 * Set which of the instances that share a store publish an event.
	 * @param events which instances publish an event
	 */
	public void setEvents(EventDelivery events) {
		this.events = events;
	}

	/**
	 * Return what an instance does while the shared store cannot be reached.
	 * @return the policy
	 */
	public StoreFailurePolicy getStoreFailure() {
		return this.storeFailure;
	}

	/**
	 * Set what an instance does while the shared store cannot be reached.
	 * @param storeFailure the policy
	 */
	public void setStoreFailure(StoreFailurePolicy storeFailure) {
		this.storeFailure = storeFailure;
	}

}
