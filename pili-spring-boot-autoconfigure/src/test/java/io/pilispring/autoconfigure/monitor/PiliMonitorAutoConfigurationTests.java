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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.actuate.PiliEndpoint;
import io.pilispring.autoconfigure.actuate.PiliEndpointAutoConfiguration;
import io.pilispring.autoconfigure.health.PiliHealthContributorAutoConfiguration;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.metrics.PiliMetricsAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubMonitorAutoConfiguration;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.SnapshotListener;
import io.pilispring.monitor.StreamFrozenEvent;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PiliMonitorAutoConfiguration} and for when what reads the monitor is
 * there.
 */
class PiliMonitorAutoConfigurationTests {

	// A port that nobody listens to: the monitor may fail, but it must not hold up
	// anything
	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
				PiliHubAutoConfiguration.class, PiliHubMonitorAutoConfiguration.class,
				PiliMonitorAutoConfiguration.class, PiliHealthContributorAutoConfiguration.class,
				PiliMetricsAutoConfiguration.class, PiliEndpointAutoConfiguration.class))
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
			.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
					PiliHubAutoConfiguration.class, PiliHubMonitorAutoConfiguration.class,
					PiliMonitorAutoConfiguration.class, PiliHealthContributorAutoConfiguration.class))
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
	void eventListenerOfAParentMakesTheMonitorRun() {
		new ApplicationContextRunner().withBean(FrozenListener.class)
			.run((parent) -> this.withoutHealth.withParent(parent.getSourceApplicationContext())
				.run((context) -> assertThat(context.getBean(PiliMonitor.class).isRunning()).isTrue()));
	}

	@Test
	void monitorThatIsNotToStartDoesNot() {
		this.runner.withPropertyValues("pili.monitor.auto-startup=false").run((context) -> {
			assertThat(context.getBean(PiliMonitor.class).isRunning()).isFalse();
			assertThat(context).hasBean("piliHealthContributor");
		});
	}

	@Test
	void defaultsSuitAProductionApplication() {
		this.runner.run((context) -> {
			MonitorSettings settings = settings(context);
			assertThat(settings).isEqualTo(MonitorSettings.builder().build());
			assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(30));
			assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
			assertThat(settings.staleAfter()).isEqualTo(Duration.ofSeconds(90));
			assertThat(settings.streams()).isEmpty();
			assertThat(settings.streamsRequired()).isFalse();
			assertThat(settings.connected()).isFalse();
			assertThat(settings.maxConnected()).isEqualTo(100);
			assertThat(settings.concurrency()).isEqualTo(4);
			assertThat(context.getBean(PiliMonitorProperties.class).getMaxCallsPerSecond()).isEqualTo(50);
		});
	}

	@Test
	void propertiesApply() {
		this.runner
			.withPropertyValues("pili.monitor.streams=cam1,z1.my-hub.cam2", "pili.monitor.streams-required=true",
					"pili.monitor.connected=true", "pili.monitor.max-connected=7", "pili.monitor.interval=1m",
					"pili.monitor.timeout=2s", "pili.monitor.stale-after=5m", "pili.monitor.min-bytes-per-second=1000",
					"pili.monitor.min-frames-per-second=12.5", "pili.monitor.concurrency=2")
			.run((context) -> assertThat(settings(context)).isEqualTo(MonitorSettings.builder()
				.streams(List.of("cam1", "z1.my-hub.cam2"))
				.streamsRequired(true)
				.connected(true)
				.maxConnected(7)
				.interval(Duration.ofMinutes(1))
				.timeout(Duration.ofSeconds(2))
				.staleAfter(Duration.ofMinutes(5))
				.minBytesPerSecond(1000)
				.minFramesPerSecond(12.5)
				.concurrency(2)
				.build()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "interval=0s", "timeout=-1s", "stale-after=400d", "concurrency=0", "max-connected=0",
			"max-calls-per-second=0", "min-bytes-per-second=-1", "min-frames-per-second=NaN", "max-metered-streams=-1",
			"streams=a/b", "streams=abc", "streams=z1.other-hub.cam1", "streams=z1..cam1", "streams=.my-hub.cam1" })
	void invalidValueEndsTheStartAndItsPropertyIsNamed(String property) {
		String name = property.substring(0, property.indexOf('='));
		this.runner.withPropertyValues("pili.monitor." + property)
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.monitor." + name + "'"));
	}

	@Test
	void eachHubWatchesItsOwnStreams() {
		this.runner.withBean("piliHub", PiliHub.class, () -> hub("my-hub"))
			.withBean("other", PiliHub.class, () -> hub("other-hub"))
			.withPropertyValues("pili.monitor.streams=cam1,z1.other-hub.cam2,z1.my-hub.cam3")
			.run((context) -> {
				PiliMonitor monitor = context.getBean(PiliMonitor.class);
				assertThat(monitor.settings("piliHub").streams()).containsExactly("cam1", "z1.my-hub.cam3");
				assertThat(monitor.settings("other").streams()).containsExactly("z1.other-hub.cam2");
			});
	}

	@Test
	void titleIsOneOfThePrimaryHub() {
		this.runner.withBean("one", PiliHub.class, () -> hub("one-hub"))
			.withBean("two", PiliHub.class, () -> hub("two-hub"), (definition) -> definition.setPrimary(true))
			.withPropertyValues("pili.monitor.streams=cam1")
			.run((context) -> {
				PiliMonitor monitor = context.getBean(PiliMonitor.class);
				assertThat(monitor.settings("one").streams()).isEmpty();
				assertThat(monitor.settings("two").streams()).containsExactly("cam1");
			});
	}

	@Test
	void titleThatMayBeOfAnyHubEndsTheStart() {
		this.runner.withBean("one", PiliHub.class, () -> hub("one-hub"))
			.withBean("two", PiliHub.class, () -> hub("two-hub"))
			.withPropertyValues("pili.monitor.streams=cam1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.monitor.streams'")
				.hasMessageContaining("one-hub, two-hub"));
	}

	@Test
	void mockedHubBreaksNothing() {
		this.runner.withBean(PiliHub.class, () -> mock(PiliHub.class))
			.withPropertyValues("pili.monitor.streams=cam1,z1.my-hub.cam2", "pili.monitor.interval=10ms",
					"management.endpoints.web.exposure.include=pili")
			.run((context) -> {
				PiliMonitor monitor = context.getBean(PiliMonitor.class);
				String key = monitor.snapshots().keySet().iterator().next();
				Awaitility.await().until(() -> monitor.snapshot(key).lastRound() != null);
				HealthIndicator hub = (HealthIndicator) context.getBean(CompositeHealthContributor.class)
					.getContributor("hub");
				assertThat(hub.health().getDetails()).containsEntry("hub", "unknown").containsEntry("host", "unknown");
				assertThat(context.getBean(PiliEndpoint.class).pili().hubs()).singleElement()
					.satisfies((descriptor) -> assertThat(descriptor.hub()).isEqualTo("unknown"));
			});
	}

	private static MonitorSettings settings(ApplicationContext context) {
		return context.getBean(PiliMonitor.class).settings("piliHub");
	}

	private static PiliHub hub(String name) {
		return PiliHub.create(name,
				PiliTransport.builder()
					.credentials(PiliCredentials.of("ak", "sk"))
					.apiHost("http://127.0.0.1:9")
					.build());
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
