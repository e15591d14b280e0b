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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.PiliAutoConfiguration;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.MonitoredHub;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.SnapshotListener;

/**
 * Auto-configuration of the monitor. It runs if somebody reads what it sees.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliAutoConfiguration.class,
		afterName = "io.pilispring.autoconfigure.v1.PiliHubMonitorAutoConfiguration")
@ConditionalOnBooleanProperty(name = { "pili.enabled", "pili.monitor.enabled" }, matchIfMissing = true)
@ConditionalOnBean(MonitoredHubs.class)
@EnableConfigurationProperties(PiliMonitorProperties.class)
public final class PiliMonitorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MonitorSettings piliMonitorSettings(PiliMonitorProperties properties) {
		return properties.toSettings();
	}

	@Bean
	@ConditionalOnMissingBean
	PiliMonitor piliMonitor(ObjectProvider<MonitoredHubs> monitoredHubs, MonitorSettings settings,
			ConfigurableApplicationContext context, ObjectProvider<SnapshotListener> listeners,
			ObjectProvider<MonitorReader> readers, Environment environment) {
		Map<String, MonitoredHub> hubs = new LinkedHashMap<>();
		monitoredHubs.orderedStream().forEach((some) -> hubs.putAll(some.byName()));
		BooleanSupplier needed = () -> readers.stream().findAny().isPresent()
				|| listeners.stream().findAny().isPresent() || StreamEventListeners.existIn(context);
		return new PiliMonitor(hubs, settings, context, listeners.orderedStream().toList(), needed,
				Threading.VIRTUAL.isActive(environment));
	}

}
