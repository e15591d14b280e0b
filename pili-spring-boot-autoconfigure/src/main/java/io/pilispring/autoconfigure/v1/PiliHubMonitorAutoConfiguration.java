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

package io.pilispring.autoconfigure.v1;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

import io.pilispring.autoconfigure.monitor.MonitoredHubs;
import io.pilispring.monitor.MonitoredHub;
import io.pilispring.v1.PiliHub;

/**
 * Auto-configuration that has every {@link PiliHub} bean monitored.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliHubAutoConfiguration.class)
@ConditionalOnBean(PiliHub.class)
public final class PiliHubMonitorAutoConfiguration {

	@Bean
	MonitoredHubs piliMonitoredHubs(ListableBeanFactory beanFactory) {
		return () -> {
			Map<String, MonitoredHub> hubs = new LinkedHashMap<>();
			beanFactory.getBeansOfType(PiliHub.class).forEach((name, hub) -> hubs.put(name, new MonitoredPiliHub(hub)));
			return hubs;
		};
	}

}
