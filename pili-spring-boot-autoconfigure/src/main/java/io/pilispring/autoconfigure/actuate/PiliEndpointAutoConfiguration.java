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

package io.pilispring.autoconfigure.actuate;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.monitor.PiliMonitor;

/**
 * Auto-configuration of the actuator endpoint {@code pili}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliMonitorAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(PiliMonitor.class)
@ConditionalOnAvailableEndpoint(PiliEndpoint.class)
public final class PiliEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PiliEndpoint piliEndpoint(PiliMonitor monitor) {
		return new PiliEndpoint(monitor);
	}

}
