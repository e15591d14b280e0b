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

package io.pilispring.autoconfigure.v2;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

import io.pilispring.autoconfigure.monitor.MonitoredHubs;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.MonitoredLiveHub;

/**
 * Auto-configuration to monitor every {@link LiveHub} bean.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LiveHubAutoConfiguration.class)
@Conditional(OnLiveHubCondition.class)
public final class LiveHubMonitorAutoConfiguration {

	// Lazy, because it creates all hubs
	@Bean
	@Lazy
	MonitoredHubs piliMonitoredLiveHubs(ConfigurableListableBeanFactory beanFactory) {
		return MonitoredHubs.of(beanFactory, LiveHub.class, MonitoredLiveHub::new);
	}

}
