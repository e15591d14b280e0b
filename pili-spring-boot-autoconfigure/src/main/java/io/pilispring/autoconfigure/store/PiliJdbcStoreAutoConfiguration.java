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

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.autoconfigure.init.OnDatabaseInitializationCondition;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.autoconfigure.monitor.PiliMonitorProperties;
import io.pilispring.delivery.DeliveryLog;
import io.pilispring.jdbc.JdbcDeliveryLog;
import io.pilispring.jdbc.JdbcMonitorStore;
import io.pilispring.jdbc.JdbcNonceSource;
import io.pilispring.jdbc.JdbcStoreSettings;
import io.pilispring.monitor.MonitorStore;
import io.pilispring.url.NonceSource;

/**
 * Auto-configuration of what the instances of an application share in its database:
 * samples, events, handled notifications and nonces. It is disabled by default, even if
 * there is a {@link DataSource}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = PiliMonitorAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
				"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration" })
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "pili.monitor.store", havingValue = "jdbc")
@ConditionalOnClass({ JdbcOperations.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnSingleCandidate(DataSource.class)
@ImportRuntimeHints(PiliJdbcStoreAutoConfiguration.ScriptHints.class)
@EnableConfigurationProperties({ PiliMonitorProperties.class, PiliJdbcStoreProperties.class })
public final class PiliJdbcStoreAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnPiliDatabaseInitializationCondition.class)
	PiliJdbcStoreDatabaseInitializer piliJdbcStoreDatabaseInitializer(DataSource dataSource,
			PiliJdbcStoreProperties properties) {
		return new PiliJdbcStoreDatabaseInitializer(dataSource, properties);
	}

	@Bean
	@ConditionalOnMissingBean
	@DependsOnDatabaseInitialization
	JdbcStoreSettings piliJdbcStoreSettings(DataSource dataSource, PiliJdbcStoreProperties properties,
			PiliMonitorProperties monitorProperties, Environment environment,
			ObjectProvider<PlatformTransactionManager> transactionManagers) {
		JdbcStoreSettings.Builder settings = JdbcStoreSettings.builder(dataSource)
			.transactionManager(StoreTransactionManager.find(transactionManagers.orderedStream(), dataSource));
		PiliPropertiesException.check(PiliJdbcStoreProperties.PREFIX, () -> {
			settings.tablePrefix(properties.getTablePrefix()).queryTimeout(properties.getQueryTimeout());
			// A platform that is not the name of a database only chooses the script
			if (properties.getSchema() == null
					|| properties.getSchema().equals(properties.getDefaultSchemaLocation())) {
				settings.platform(properties.getPlatform());
			}
		});
		String group = monitorProperties.getGroup();
		PiliPropertiesException.check("pili.monitor", () -> settings
			.group((group != null) ? group : environment.getProperty("spring.application.name", "application")));
		return settings.build();
	}

	@Bean
	@ConditionalOnMissingBean
	MonitorStore piliMonitorStore(JdbcStoreSettings settings, PiliMonitorProperties properties) {
		JdbcMonitorStore[] store = new JdbcMonitorStore[1];
		PiliPropertiesException.check("pili.monitor",
				() -> store[0] = new JdbcMonitorStore(settings, properties.getLease()));
		return store[0];
	}

	@Bean
	@ConditionalOnMissingBean
	NonceSource piliNonceSource(JdbcStoreSettings settings) {
		return new JdbcNonceSource(settings);
	}

	@Bean
	@ConditionalOnMissingBean
	DeliveryLog piliDeliveryLog(JdbcStoreSettings settings) {
		return new JdbcDeliveryLog(settings);
	}

	/**
	 * Has the scripts of all databases in a native image.
	 */
	static class ScriptHints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.resources().registerPattern("io/pilispring/jdbc/schema-*.sql");
		}

	}

	/**
	 * Matches if the tables are to be created.
	 */
	static class OnPiliDatabaseInitializationCondition extends OnDatabaseInitializationCondition {

		OnPiliDatabaseInitializationCondition() {
			super("PILI", PiliJdbcStoreProperties.PREFIX + ".initialize-schema");
		}

	}

}
