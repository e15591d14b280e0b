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

package io.pilispring.autoconfigure.health;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

import io.pilispring.autoconfigure.http.PiliTransports;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.transport.RetryBudget;

/**
 * Auto-configuration of the health contributor {@code pili}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliMonitorAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(PiliMonitor.class)
@ConditionalOnEnabledHealthIndicator("pili")
public final class PiliHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "piliHealthContributor", "piliHealthIndicator" })
	PiliHealthContributor piliHealthContributor(PiliMonitor monitor, ObjectProvider<PiliTransports> transports) {
		return new PiliHealthContributor(monitor, (key) -> isWithoutRetries(transports.getIfAvailable(), key));
	}

	private static boolean isWithoutRetries(@Nullable PiliTransports transports, String key) {
		RetryBudget budget = (transports != null) ? transports.retryBudget(key) : null;
		return budget != null && budget.isExhausted();
	}

}
