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

package io.pilispring.autoconfigure.callback;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;
import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.autoconfigure.hubs.HubConnection;
import io.pilispring.autoconfigure.hubs.HubConnections;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.MonitorStore;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.MonitoredLiveHub;
import io.pilispring.v2.callback.PushCallbackReceiver;

/**
 * The hubs that callbacks are received for: all of version 2 of the API.
 */
final class CallbackHubs {

	private final Map<String, LiveHub> hubs;

	private final HubConnections connections;

	CallbackHubs(ConfigurableListableBeanFactory beanFactory, HubConnections connections) {
		this.hubs = SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, LiveHub.class);
		this.connections = connections;
	}

	// Whose callbacks need no key in the path
	@Nullable String defaultKey() {
		if (this.hubs.size() == 1) {
			return this.hubs.keySet().iterator().next();
		}
		return (this.hubs.containsKey(HubConnections.PRIMARY)) ? HubConnections.PRIMARY : null;
	}

	boolean isEmpty() {
		return this.hubs.isEmpty();
	}

	void addTo(PushCallbackReceiver.Builder receiver) {
		this.hubs.forEach((key, hub) -> receiver.hub(key, hub, connection(key).details()::getCredentials));
	}

	// A hub that the application defines itself has the account of the primary one
	private HubConnection connection(String key) {
		return this.connections.all()
			.stream()
			.filter((connection) -> connection.key().equals(key))
			.findFirst()
			.orElseGet(this.connections::primary);
	}

	/**
	 * Create a monitor that does not run, for an application without one.
	 * @param publisher the publisher of events
	 * @param store what the instances of the application share, or {@code null}
	 * @return the monitor
	 */
	PiliMonitor createMonitor(ApplicationEventPublisher publisher, @Nullable MonitorStore store) {
		PiliMonitor.Builder monitor = PiliMonitor.builder().publisher(publisher).store(store);
		this.hubs.forEach((key, hub) -> monitor.hub(key, new MonitoredLiveHub(hub), MonitorSettings.builder().build()));
		return monitor.build();
	}

}
