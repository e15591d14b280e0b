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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.actuate.PiliEndpoint;
import io.pilispring.autoconfigure.actuate.PiliEndpointAutoConfiguration;
import io.pilispring.autoconfigure.health.PiliHealthContributorAutoConfiguration;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubMonitorAutoConfiguration;
import io.pilispring.delivery.DeliveryLog;
import io.pilispring.jdbc.JdbcDeliveryLog;
import io.pilispring.jdbc.JdbcMonitorStore;
import io.pilispring.jdbc.JdbcNonceSource;
import io.pilispring.jdbc.JdbcStoreSettings;
import io.pilispring.monitor.MonitorStore;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.url.NonceSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link PiliJdbcStoreAutoConfiguration} and
 * {@link PiliStoreCheckAutoConfiguration}.
 */
class PiliJdbcStoreAutoConfigurationTests {

	private final ApplicationContextRunner withoutDatabase = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
				PiliHubAutoConfiguration.class, PiliHubMonitorAutoConfiguration.class,
				PiliMonitorAutoConfiguration.class, PiliHealthContributorAutoConfiguration.class,
				PiliEndpointAutoConfiguration.class, PiliJdbcStoreAutoConfiguration.class,
				PiliStoreCheckAutoConfiguration.class))
		.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub",
				"pili.api-host=http://127.0.0.1:9", "management.endpoints.web.exposure.include=pili");

	private final ApplicationContextRunner runner = this.withoutDatabase.withBean(DataSource.class,
			PiliJdbcStoreAutoConfigurationTests::dataSource);

	private final ApplicationContextRunner withStore = this.runner.withPropertyValues("pili.monitor.store=jdbc");

	private static DataSource dataSource() {
		return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
	}

	@Test
	void databaseAloneChangesNothing() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(MonitorStore.class)
			.doesNotHaveBean(NonceSource.class)
			.doesNotHaveBean(DeliveryLog.class)
			.doesNotHaveBean(PiliJdbcStoreDatabaseInitializer.class));
	}

	@Test
	void propertyBringsAllThatInstancesShare() {
		this.withStore.run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(MonitorStore.class)).isInstanceOf(JdbcMonitorStore.class);
			assertThat(context.getBean(NonceSource.class)).isInstanceOf(JdbcNonceSource.class);
			assertThat(context.getBean(DeliveryLog.class)).isInstanceOf(JdbcDeliveryLog.class);
			assertThat(context.getBean(MonitorStore.class).leaseDuration()).isEqualTo(Duration.ofSeconds(10));
			assertThat(context.getBean(NonceSource.class).next("door")).isPositive();
			assertThat(context.getBean(DeliveryLog.class).deliver("fop", 0, () -> {
			})).isTrue();
			PiliMonitor monitor = context.getBean(PiliMonitor.class);
			Awaitility.await().until(() -> monitor.owner("piliHub") != null);
			assertThat(monitor.isLeader("piliHub")).isTrue();
			assertThat(monitor.owner("piliHub")).isEqualTo(context.getBean(MonitorStore.class).instance());
			assertThat(context.getBean(PiliEndpoint.class).pili().hubs()).singleElement().satisfies((hub) -> {
				assertThat(hub.leader()).isTrue();
				assertThat(hub.owner()).isEqualTo(monitor.owner("piliHub"));
			});
			assertThat(health(context).getDetails()).doesNotContainKey("storeError");
		});
	}

	private static Health health(ApplicationContext context) {
		CompositeHealthContributor contributor = context.getBean("piliHealthContributor",
				CompositeHealthContributor.class);
		return ((HealthIndicator) contributor.getContributor("hub")).health();
	}

	@Test
	void beansOfTheApplicationWin() {
		MonitorStore store = mock(MonitorStore.class);
		given(store.leaseDuration()).willReturn(Duration.ofSeconds(1));
		given(store.renewLeases(anyCollection())).willReturn(Map.of());
		NonceSource nonces = (stream) -> 1;
		DeliveryLog log = mock(DeliveryLog.class);
		this.withStore.withBean(MonitorStore.class, () -> store)
			.withBean(NonceSource.class, () -> nonces)
			.withBean(DeliveryLog.class, () -> log)
			.run((context) -> {
				assertThat(context.getBean(MonitorStore.class)).isSameAs(store);
				assertThat(context.getBean(NonceSource.class)).isSameAs(nonces);
				assertThat(context.getBean(DeliveryLog.class)).isSameAs(log);
			});
		// Without the property too
		this.withoutDatabase.withBean(MonitorStore.class, () -> store)
			.run((context) -> Awaitility.await()
				.untilAsserted(() -> verify(store, atLeastOnce()).renewLeases(Set.of("piliHub"))));
	}

	@Test
	void storeWithoutADatabaseFailsTheStartup() {
		this.withoutDatabase.withPropertyValues("pili.monitor.store=jdbc")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.monitor.store' is 'jdbc', but there is no single DataSource"));
		this.withStore.withBean("another", DataSource.class, PiliJdbcStoreAutoConfigurationTests::dataSource)
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void sliceWithoutTheStoreStarts() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
					PiliHubAutoConfiguration.class, PiliHubMonitorAutoConfiguration.class,
					PiliMonitorAutoConfiguration.class))
			.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub",
					"pili.api-host=http://127.0.0.1:9", "pili.monitor.store=jdbc")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PiliMonitor.class));
	}

	@Test
	void storeWithoutSpringJdbcFailsTheStartup() {
		this.withStore.withClassLoader(new FilteredClassLoader(JdbcOperations.class))
			.run((context) -> assertThat(context).getFailure().rootCause().isInstanceOf(PiliPropertiesException.class));
	}

	@Test
	void withoutSpringJdbcTheRestWorks() {
		this.withoutDatabase
			.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.springframework.dao",
					"org.springframework.transaction", "org.springframework.boot.jdbc"))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(PiliMonitor.class).isLeader("piliHub")).isTrue();
			});
	}

	@Test
	void tablesAreCreatedWithThePrefix() {
		this.withStore.withPropertyValues("pili.monitor.jdbc.table-prefix=CAM_").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(tables(context)).contains("CAM_LEASE", "CAM_RECORD", "CAM_INSTANCE", "CAM_NONCE", "CAM_DELIVERY")
				.noneMatch((table) -> table.startsWith("PILI"));
			assertThat(context.getBean(NonceSource.class).next("door")).isPositive();
			assertThat(new JdbcTemplate(context.getBean(DataSource.class))
				.queryForObject("SELECT COUNT(*) FROM CAM_NONCE", Integer.class)).isOne();
		});
	}

	@Test
	void tablesAreNotCreatedIfTheyAreNotToBe() {
		this.withStore.withPropertyValues("pili.monitor.jdbc.initialize-schema=never").run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(PiliJdbcStoreDatabaseInitializer.class);
			assertThat(tables(context)).noneMatch((table) -> table.startsWith("PILI"));
			Awaitility.await()
				.untilAsserted(() -> assertThat(health(context).getDetails())
					.containsEntry("storeError", "BadSqlGrammarException")
					.containsKey("storeFailingSince"));
		});
	}

	private static List<String> tables(ApplicationContext context) {
		return new JdbcTemplate(context.getBean(DataSource.class))
			.queryForList("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES", String.class);
	}

	@Test
	void transactionManagerOfTheDatabaseIsUsed() {
		DataSource dataSource = dataSource();
		JdbcTransactionManager own = new JdbcTransactionManager(dataSource);
		JdbcTransactionManager other = new JdbcTransactionManager(dataSource());
		this.withoutDatabase.withPropertyValues("pili.monitor.store=jdbc")
			.withBean(DataSource.class, () -> dataSource)
			.withBean("other", PlatformTransactionManager.class, () -> other)
			.withBean("own", PlatformTransactionManager.class, () -> own)
			.run((context) -> assertThat(transactionManager(context)).isSameAs(own));
		this.withStore.withBean(PlatformTransactionManager.class, () -> other)
			.run((context) -> assertThat(transactionManager(context)).isNotSameAs(other));
	}

	private static Object transactionManager(ApplicationContext context) {
		return ReflectionTestUtils.getField(context.getBean(JdbcStoreSettings.class), "transactionManager");
	}

	@Test
	void groupIsTheNameOfTheApplication() {
		this.withStore.run((context) -> assertThat(group(context)).isEqualTo("application"));
		this.withStore.withPropertyValues("spring.application.name=shop")
			.run((context) -> assertThat(group(context)).isEqualTo("shop"));
		this.withStore.withPropertyValues("spring.application.name=shop", "pili.monitor.group=cameras")
			.run((context) -> assertThat(group(context)).isEqualTo("cameras"));
	}

	private static Object group(ApplicationContext context) {
		return ReflectionTestUtils.getField(context.getBean(JdbcStoreSettings.class), "group");
	}

	@ParameterizedTest
	@CsvSource({ "pili.monitor.lease, 100ms, pili.monitor.lease", "pili.monitor.group, ' ', pili.monitor.group",
			"pili.monitor.jdbc.table-prefix, a-b, pili.monitor.jdbc.table-prefix",
			"pili.monitor.jdbc.query-timeout, 0s, pili.monitor.jdbc.query-timeout",
			"pili.monitor.jdbc.platform, oracle, oracle" })
	void valueThatIsNotValidFailsTheStartup(String property, String value, String named) {
		this.withStore.withPropertyValues(property + "=" + value, "pili.monitor.jdbc.initialize-schema=never")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(named));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "mysql", "mariadb", "h2" })
	void scriptsArePartOfNativeImages(String platform) {
		RuntimeHints hints = new RuntimeHints();
		new PiliJdbcStoreAutoConfiguration.ScriptHints().registerHints(hints, null);
		String script = "io/pilispring/jdbc/schema-" + platform + ".sql";
		assertThat(new ClassPathResource(script).exists()).isTrue();
		assertThat(RuntimeHintsPredicates.resource().forResource(script)).accepts(hints);
	}

}
