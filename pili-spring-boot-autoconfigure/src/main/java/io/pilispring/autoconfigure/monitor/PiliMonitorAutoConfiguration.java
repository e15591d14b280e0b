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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.PiliProperties;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.hubs.HubConnections;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.monitor.MonitorStore;
import io.pilispring.monitor.MonitoredHub;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.SnapshotListener;

/**
 * Auto-configuration of the monitor, which runs if something uses its results.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliAutoConfiguration.class,
		afterName = { "io.pilispring.autoconfigure.v1.PiliHubMonitorAutoConfiguration",
				"io.pilispring.autoconfigure.v2.LiveHubMonitorAutoConfiguration" })
@ConditionalOnBooleanProperty(name = { "pili.enabled", "pili.monitor.enabled" }, matchIfMissing = true)
@ConditionalOnBean(MonitoredHubs.class)
@EnableConfigurationProperties(PiliMonitorProperties.class)
public final class PiliMonitorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PiliMonitor piliMonitor(ObjectProvider<MonitoredHubs> monitoredHubs, PiliMonitorProperties properties,
			PiliProperties piliProperties, ConfigurableApplicationContext context,
			ObjectProvider<SnapshotListener> listeners, ObjectProvider<MonitorReader> readers,
			ObjectProvider<MonitorAutoStartup> autoStartup, ObjectProvider<MonitorStore> store,
			Environment environment) {
		Map<String, MonitoredHub> hubs = new LinkedHashMap<>();
		monitoredHubs.orderedStream().forEach((version) -> hubs.putAll(version.byKey()));
		PiliMonitor.Builder builder = PiliMonitor.builder()
			.publisher(context)
			.store(store.getIfAvailable())
			.storeFailurePolicy(properties.getStoreFailure())
			.eventDelivery(properties.getEvents())
			.autoStartup(isAutoStartup(properties, autoStartup.getIfAvailable(), hubs.values()))
			.virtualThreads(Threading.VIRTUAL.isActive(environment))
			.needed(() -> readers.stream().findAny().isPresent() || listeners.stream().findAny().isPresent()
					|| StreamEventListeners.existIn(context));
		listeners.orderedStream().forEach(builder::listener);
		PiliPropertiesException.check(PiliMonitorProperties.PREFIX, () -> {
			builder.maxCallsPerSecond(properties.getMaxCallsPerSecond());
			addHubs(builder, hubs,
					WatchedStreams.byKey(properties.getStreams(), hubs,
							primary(hubs.keySet(), context.getBeanFactory())),
					new HubMonitorSettings(properties, piliProperties.getHubs()));
		});
		return builder.build();
	}

	private static boolean isAutoStartup(PiliMonitorProperties properties, @Nullable MonitorAutoStartup fallback,
			Collection<MonitoredHub> hubs) {
		Boolean configured = properties.getAutoStartup();
		if (configured != null) {
			return configured;
		}
		return fallback == null || fallback.isWanted(hubs);
	}

	private static @Nullable String primary(Set<String> keys, ConfigurableListableBeanFactory beanFactory) {
		if (keys.size() == 1) {
			return keys.iterator().next();
		}
		return keys.stream()
			.filter((key) -> beanFactory.containsBeanDefinition(key)
					&& beanFactory.getMergedBeanDefinition(key).isPrimary())
			.findFirst()
			.orElse((keys.contains(HubConnections.PRIMARY)) ? HubConnections.PRIMARY : null);
	}

	private static void addHubs(PiliMonitor.Builder builder, Map<String, MonitoredHub> hubs,
			Map<String, List<String>> streams, HubMonitorSettings settings) {
		hubs.forEach((key, hub) -> settings.check(key,
				() -> builder.hub(key, hub, settings.of(key, streams.getOrDefault(key, List.of())))));
	}

}
