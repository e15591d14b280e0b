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

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;

import io.pilispring.autoconfigure.PiliAutoConfiguration;
import io.pilispring.autoconfigure.actuate.PiliEndpoint;
import io.pilispring.autoconfigure.actuate.PiliEndpointAutoConfiguration;
import io.pilispring.autoconfigure.health.PiliHealthContributorAutoConfiguration;
import io.pilispring.autoconfigure.metrics.PiliMetricsAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubMonitorAutoConfiguration;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.SnapshotListener;
import io.pilispring.monitor.StreamFrozenEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PiliMonitorAutoConfiguration} and for when what reads the monitor is
 * there.
 */
class PiliMonitorAutoConfigurationTests {

	// A port that nobody listens to: the monitor may fail, but it must not hold up
	// anything
	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHubAutoConfiguration.class,
				PiliHubMonitorAutoConfiguration.class, PiliMonitorAutoConfiguration.class,
				PiliHealthContributorAutoConfiguration.class, PiliMetricsAutoConfiguration.class,
				PiliEndpointAutoConfiguration.class))
		.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub",
				"pili.api-host=http://127.0.0.1:9");

	private final ApplicationContextRunner withoutHealth = this.runner
		.withPropertyValues("management.health.pili.enabled=false");

	@Test
	void healthMakesTheMonitorRun() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasBean("piliHealthContributor");
			assertThat(context.getBean(PiliMonitor.class).isRunning()).isTrue();
		});
	}

	@Test
	void nothingRunsWithoutReadersAndListeners() {
		this.withoutHealth.run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class);
			assertThat(context.getBean(PiliMonitor.class).isRunning()).isFalse();
		});
	}

	@Test
	void disabledMonitorBacksOffWithAllThatReadsIt() {
		this.runner.withPropertyValues("pili.monitor.enabled=false")
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(PiliMonitor.class)
				.doesNotHaveBean(MonitorReader.class));
	}

	@Test
	void unconfiguredPiliBacksOff() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHubAutoConfiguration.class,
					PiliHubMonitorAutoConfiguration.class, PiliMonitorAutoConfiguration.class,
					PiliHealthContributorAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PiliMonitor.class));
	}

	@Test
	void meterRegistryMakesTheMonitorRun() {
		this.withoutHealth.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> assertThat(context.getBean(PiliMonitor.class).isRunning()).isTrue());
	}

	@Test
	void exposedEndpointMakesTheMonitorRun() {
		this.withoutHealth.withPropertyValues("management.endpoints.web.exposure.include=pili").run((context) -> {
			assertThat(context).hasSingleBean(PiliEndpoint.class);
			assertThat(context.getBean(PiliMonitor.class).isRunning()).isTrue();
		});
	}

	@Test
	void endpointIsNotExposedUnlessTheUserExposesIt() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(PiliEndpoint.class));
	}

	@Test
	void eventListenerMakesTheMonitorRun() {
		this.withoutHealth.withBean(FrozenListener.class)
			.run((context) -> assertThat(context.getBean(PiliMonitor.class).isRunning()).isTrue());
	}

	@Test
	void snapshotListenerMakesTheMonitorRun() {
		this.withoutHealth.withBean(SnapshotListener.class, () -> new SnapshotListener() {
		}).run((context) -> assertThat(context.getBean(PiliMonitor.class).isRunning()).isTrue());
	}

	@Test
	void listenersOfOtherThingsDoNot() {
		this.withoutHealth.withBean(ListenerOfAnything.class)
			.withBean(ListenerOfAnyEvent.class)
			.run((context) -> assertThat(context.getBean(PiliMonitor.class).isRunning()).isFalse());
	}

	@Test
	void defaultsSuitAProductionApplication() {
		this.runner.run((context) -> {
			MonitorSettings settings = context.getBean(MonitorSettings.class);
			assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(30));
			assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
			assertThat(settings.staleAfter()).isEqualTo(Duration.ofSeconds(90));
			assertThat(settings.streams()).isEmpty();
			assertThat(settings.connected()).isFalse();
			assertThat(settings.maxConnected()).isEqualTo(100);
			assertThat(settings.concurrency()).isEqualTo(4);
			assertThat(settings.maxCallsPerSecond()).isEqualTo(50);
		});
	}

	@Test
	void propertiesApply() {
		this.runner
			.withPropertyValues("pili.monitor.streams=cam1,z1.my-hub.cam2", "pili.monitor.connected=true",
					"pili.monitor.max-connected=7", "pili.monitor.interval=1m", "pili.monitor.timeout=2s",
					"pili.monitor.stale-after=5m", "pili.monitor.min-bytes-per-second=1000",
					"pili.monitor.min-frames-per-second=12.5", "pili.monitor.concurrency=2",
					"pili.monitor.max-calls-per-second=3")
			.run((context) -> assertThat(context.getBean(MonitorSettings.class))
				.isEqualTo(new MonitorSettings(List.of("cam1", "z1.my-hub.cam2"), true, 7, Duration.ofMinutes(1),
						Duration.ofSeconds(2), Duration.ofMinutes(5), 1000, 12.5, 2, 3)));
	}

	@Test
	void senselessPropertyFailsTheStartAndIsNamed() {
		this.runner.withPropertyValues("pili.monitor.interval=0s")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("'interval'"));
		this.runner.withPropertyValues("pili.monitor.concurrency=0")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("'concurrency'"));
	}

	static class FrozenListener {

		@EventListener
		void on(StreamFrozenEvent event) {
		}

	}

	static class ListenerOfAnything {

		@EventListener
		void on(Object event) {
		}

	}

	static class ListenerOfAnyEvent implements ApplicationListener<ApplicationEvent> {

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
		}

	}

}
