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

package io.pilispring.simulator.autoconfigure;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
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

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that are processed ahead of time, when nobody knows their hubs.
 */
class AheadOfTimeTests {

	@Test
	@CompileWithForkedClassLoader
	void hubsThatAreKnownAtRunTimeAreOnTheSimulator() {
		run((context) -> {
			PiliSimulator simulator = context.getBean(PiliSimulator.class);
			assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("piliHub", "archive", "partner");
			assertThat(context.getBean(PiliConnectionDetails.class).getApiHost()).isEqualTo(simulator.apiHost());
			context.getBeansOfType(PiliHub.class)
				.values()
				.forEach((hub) -> hub.createStream((create) -> create.title("front-door")));
			assertThat(simulator.streams()).extracting((stream) -> stream.hub()).containsExactly("live", "archive-hub");
			assertThat(simulator.account("partner-ak").stream("front-door").hub()).isEqualTo("live");
		}, "pili.access-key=main-ak", "pili.secret-key=main-sk", "pili.hub=live", "pili.hubs.archive.hub=archive-hub",
				"pili.hubs.partner.access-key=partner-ak", "pili.hubs.partner.secret-key=partner-sk",
				"pili.hubs.partner.api-host=partner.invalid");
	}

	@Test
	@CompileWithForkedClassLoader
	void furtherHubsAloneMakeNoPrimaryOne() {
		run((context) -> {
			PiliSimulator simulator = context.getBean(PiliSimulator.class);
			assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("one");
			context.getBean(PiliHub.class).createStream((create) -> create.title("front-door"));
			assertThat(simulator.stream("front-door").hub()).isEqualTo("one");
			assertThat(context.getBean(PiliTransport.class).apiHost()).startsWith("127.0.0.1:");
		}, "pili.access-key=main-ak", "pili.secret-key=main-sk", "pili.hubs.one.hub=one");
	}

	@Test
	@CompileWithForkedClassLoader
	void applicationWithoutPropertiesHasTheHubOfTheSimulator() {
		run((context) -> {
			context.getBean(PiliHub.class).createStream((create) -> create.title("front-door"));
			assertThat(context.getBean(PiliSimulator.class).stream("front-door").hub()).isEqualTo("test-hub");
		});
	}

	@SuppressWarnings("unchecked")
	private void run(Consumer<GenericApplicationContext> test, String... properties) {
		GenericApplicationContext context = new GenericApplicationContext();
		new AnnotatedBeanDefinitionReader(context).register(Application.class);
		TestGenerationContext generated = new TestGenerationContext(
				ClassName.get(Application.class.getPackageName(), "Ahead"));
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		ClassName initializer;
		try {
			initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
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

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, SslAutoConfiguration.class,
			HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
			PiliSimulatorConfiguration.class, PiliSimulatorAutoConfiguration.class, PiliAutoConfiguration.class,
			PiliHttpAutoConfiguration.class, PiliHubAutoConfiguration.class })
	static class Application {

	}

}
