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

package io.pilispring.autoconfigure.store;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.monitor.MonitorStore;

/**
 * Auto-configuration that fails the startup if a store is configured, but there is none.
 * Apart from that of the store, so that a test of a slice without a database starts.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliJdbcStoreAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "pili.monitor.store", havingValue = "jdbc")
@ConditionalOnMissingBean(MonitorStore.class)
public final class PiliStoreCheckAutoConfiguration {

	@Bean
	@Lazy(false)
	InitializingBean piliStoreCheck() {
		return () -> {
			throw new PiliPropertiesException(
					"PILI cannot be configured: 'pili.monitor.store' is 'jdbc', but there is no single DataSource, or no "
							+ "'spring-boot-jdbc'.",
					"Add 'spring-boot-starter-jdbc' and configure a DataSource, make one of several primary, or define a "
							+ "MonitorStore bean.");
		};
	}

}
