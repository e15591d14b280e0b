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

package io.pilispring.autoconfigure.hubs;

import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import io.pilispring.autoconfigure.HubDomainProperties;
import io.pilispring.autoconfigure.HubMonitorProperties;
import io.pilispring.autoconfigure.HubProperties;
import io.pilispring.autoconfigure.PiliProperties;
import io.pilispring.autoconfigure.PlaySecurityProperties;
import io.pilispring.autoconfigure.health.PiliHealthContributorAutoConfiguration;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubMonitorAutoConfiguration;
import io.pilispring.autoconfigure.v2.LiveHubAutoConfiguration;
import io.pilispring.autoconfigure.v2.LiveHubMonitorAutoConfiguration;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.PiliAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for applications that are processed ahead of time, when nothing is known of PILI
 * yet.
 */
class AheadOfTimeTests {

	@Test
	@CompileWithForkedClassLoader
	void propertiesThatAreKnownAtRunTimeMakeHubs() {
		run((context) -> {
			assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("piliHub", "archive");
			assertThat(context.getBean(PiliHub.class).name()).isEqualTo("main-hub");
			assertThat(context.getBean("archive", PiliHub.class).name()).isEqualTo("archive-hub");
			assertThat(context.getBean(PiliMonitor.class).snapshots()).containsOnlyKeys("piliHub", "archive");
			assertThat(context.getBean(PiliMonitor.class).isRunning()).isTrue();
		}, "pili.access-key=ak", "pili.secret-key=sk", "pili.hub=main-hub", "pili.api-host=http://127.0.0.1:9",
				"pili.hubs.archive.hub=archive-hub");
	}

	@Test
	@CompileWithForkedClassLoader
	void versionIsKnownAtRunTimeToo() {
		run((context) -> {
			assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("piliHub");
			assertThat(context.getBeansOfType(LiveHub.class)).containsOnlyKeys("live");
			assertThat(context.getBean(LiveHub.class).name()).isEqualTo("main-hub");
			assertThat(context.getBean(PiliAccount.class).hub("any").name()).isEqualTo("any");
			assertThat(context.getBean(PiliMonitor.class).snapshots()).containsOnlyKeys("piliHub", "live");
		}, "pili.access-key=ak", "pili.secret-key=sk", "pili.hub=main-hub", "pili.api-host=http://127.0.0.1:9",
				"pili.hubs.live.api-version=v2");
	}

	@Test
	@CompileWithForkedClassLoader
	void nothingAtRunTimeEither() {
		run((context) -> {
			assertThat(context.getBeansOfType(PiliHub.class)).isEmpty();
			assertThat(context.getBean(PiliMonitor.class).isRunning()).isFalse();
		});
	}

	@Test
	@CompileWithForkedClassLoader
	void whatIsMissingAtRunTimeIsReported() {
		assertThatException().isThrownBy(() -> run((context) -> {
		}, "pili.access-key=ak", "pili.hub=main-hub")).havingRootCause().withMessageContaining("'pili.secret-key'");
	}

	// Hubs are bound by key at run time, so nothing of them is seen ahead of time
	@Test
	void propertiesOfHubsHaveHintsToBeBound() {
		GenericApplicationContext context = new GenericApplicationContext();
		new AnnotatedBeanDefinitionReader(context).register(Application.class);
		TestGenerationContext generated = new TestGenerationContext(
				ClassName.get(Application.class.getPackageName(), "Hinted"));
		process(context, generated);
		Stream
			.of(PiliProperties.class, PiliProperties.Hub.class, HubProperties.class, HubMonitorProperties.class,
					HubDomainProperties.class, PlaySecurityProperties.class)
			.flatMap((type) -> Stream.of(type.getDeclaredMethods()))
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && method.getName().startsWith("set"))
			.forEach((method) -> assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method))
				.as(method.toString())
				.accepts(generated.getRuntimeHints()));
	}

	@SuppressWarnings("unchecked")
	private void run(Consumer<GenericApplicationContext> test, String... properties) {
		GenericApplicationContext context = new GenericApplicationContext();
		new AnnotatedBeanDefinitionReader(context).register(Application.class);
		TestPropertyValues.of("pili.access-key=${NOT_SET}", "pili.hub=${NOT_SET}").applyTo(context);
		TestGenerationContext generated = new TestGenerationContext(
				ClassName.get(Application.class.getPackageName(), "Ahead"));
		ClassName initializer = process(context, generated);
		generated.writeGeneratedContent();
		TestCompiler.forSystem().with(generated).compile((compiled) -> {
			try (GenericApplicationContext fresh = new GenericApplicationContext()) {
				TestPropertyValues.of(properties).applyTo(fresh);
				compiled.getInstance(ApplicationContextInitializer.class, initializer.toString()).initialize(fresh);
				fresh.refresh();
				test.accept(fresh);
			}
		});
	}

	private static ClassName process(GenericApplicationContext context, TestGenerationContext generated) {
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		try {
			return new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, SslAutoConfiguration.class,
			HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
			RestClientAutoConfiguration.class, PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
			PiliHubAutoConfiguration.class, PiliHubMonitorAutoConfiguration.class, LiveHubAutoConfiguration.class,
			LiveHubMonitorAutoConfiguration.class, PiliMonitorAutoConfiguration.class,
			PiliHealthContributorAutoConfiguration.class })
	static class Application {

	}

}
