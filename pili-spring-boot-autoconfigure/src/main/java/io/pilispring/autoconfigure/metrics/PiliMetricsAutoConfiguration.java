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

package io.pilispring.autoconfigure.metrics;

import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.util.Assert;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.autoconfigure.monitor.PiliMonitorProperties;
import io.pilispring.monitor.PiliMonitor;

/**
 * Auto-configuration of metrics of hubs and streams.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliMonitorAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, PiliMonitor.class })
public final class PiliMetricsAutoConfiguration {

	@Bean
	PiliMetrics piliMetrics(ObjectProvider<PiliMonitor> monitor, PiliMonitorProperties properties) {
		int max = properties.getMaxMeteredStreams();
		PiliPropertiesException.check("pili.monitor",
				() -> Assert.isTrue(max >= 0, () -> "'max-metered-streams' must not be negative, but is " + max));
		return new PiliMetrics(monitor, max, InstantSource.system());
	}

}
