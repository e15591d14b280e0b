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

package io.pilispring.integration.docs;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.stereotype.Component;

import io.pilispring.integration.docs.JavaSample.Kind;
import io.pilispring.integration.docs.MarkdownPage.Fence;
import io.pilispring.monitor.StreamConnectedEvent;
import io.pilispring.monitor.StreamDisconnectedEvent;
import io.pilispring.monitor.StreamFrozenEvent;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamResumedEvent;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;
import io.pilispring.simulator.autoconfigure.PiliSimulatorConfiguration;
import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the Java samples of the documentation run, as they stand, on the simulator.
 * Those of the Chinese pages are the same, as {@link DocumentationTests} shows.
 */
class SampleTests {

	private static final Map<String, String> PROPERTIES = Map.ofEntries(Map.entry("server.port", "0"),
			Map.entry("pili.hub", "my-hub"), Map.entry("pili.hubs.studio.hub", "studio-live"),
			Map.entry("pili.hubs.studio.api-version", "v2"),
			Map.entry("pili.hubs.studio.play-security.key", "play-key"),
			Map.entry("pili.hubs.archive.hub", "archive-live"), Map.entry("pili.notifications.enabled", "true"),
			Map.entry("pili.notifications.base-url", "https://app.example.com"),
			Map.entry("pili.monitor.interval", "1h"), Map.entry("pili.simulator.hubs", "audit"));

	@ParameterizedTest
	@MethodSource("pages")
	void samplesOfThePageRun(MarkdownPage page, @TempDir Path directory) throws Exception {
		SampleCompiler compiler = new SampleCompiler(directory);
		List<JavaSample> samples = samples(page);
		samples.forEach(compiler::compile);
		if (samples.stream().anyMatch((sample) -> sample.code().contains("@SpringBootTest"))
				&& samples.stream().noneMatch((sample) -> sample.code().contains("@SpringBootApplication"))) {
			compiler.compile(JavaSample.application(samples.get(0).packageName()));
		}
		String printed;
		try (URLClassLoader classLoader = compiler.classLoader()) {
			printed = run(classLoader, samples);
		}
		for (Fence fence : page.fences()) {
			if ("printed".equals(fence.directive())) {
				assertThat(printed.lines()).containsSubsequence(fence.code().lines().toList());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void applicationStartsWithTheYaml(String page, Fence fence) {
		Map<String, String> properties = new LinkedHashMap<>(PROPERTIES);
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ByteArrayResource(fence.code().getBytes(StandardCharsets.UTF_8)));
		yaml.getObject().forEach((name, value) -> properties.put((String) name, String.valueOf(value)));
		properties.put("spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID());
		try (ConfigurableApplicationContext context = start(getClass().getClassLoader(),
				List.of(Application.class, PiliSimulatorConfiguration.class), properties)) {
			assertThat(context.getBeansOfType(PiliHub.class).size() + context.getBeansOfType(LiveHub.class).size())
				.as(page)
				.isPositive();
		}
	}

	static Stream<Arguments> yaml() {
		return MarkdownPage.english()
			.stream()
			.flatMap((page) -> page.fences()
				.stream()
				.filter((fence) -> fence.language().equals("yaml") && fence.isRun())
				.map((fence) -> Arguments.of(page.name(), fence)));
	}

	static List<MarkdownPage> pages() {
		return MarkdownPage.english().stream().filter((page) -> !samples(page).isEmpty()).toList();
	}

	@Test
	void nearlyAllSamplesRun() {
		List<Fence> all = MarkdownPage.english()
			.stream()
			.flatMap((page) -> page.fences().stream())
			.filter((fence) -> fence.language().equals("java"))
			.toList();
		assertThat(all).hasSizeGreaterThan(30);
		assertThat(all.stream().filter((fence) -> !fence.isRun())).hasSizeLessThan(6)
			.allSatisfy((fence) -> assertThat(fence.directive()).hasSizeGreaterThan("not run: ".length() + 10));
	}

	// A type that was shown before begins a package of its own
	private static List<JavaSample> samples(MarkdownPage page) {
		List<JavaSample> samples = new ArrayList<>();
		Set<String> names = new HashSet<>();
		int packages = 0;
		for (Fence fence : page.fences()) {
			if (fence.language().equals("java") && fence.isRun()) {
				JavaSample sample = JavaSample.of(fence, packageName(page, packages), samples.size());
				if (!names.add(sample.className())) {
					packages++;
					sample = JavaSample.of(fence, packageName(page, packages), samples.size());
					names.add(sample.className());
				}
				samples.add(sample);
			}
		}
		return samples;
	}

	private static String packageName(MarkdownPage page, int number) {
		return "samples." + page.name().replaceAll(".*/|\\.md", "").replaceAll("[^A-Za-z]", "") + number;
	}

	private static String run(ClassLoader classLoader, List<JavaSample> samples) throws Exception {
		List<Class<?>> beans = new ArrayList<>(List.of(Application.class, PiliSimulatorConfiguration.class));
		List<Class<?>> tests = new ArrayList<>();
		List<Class<?>> statements = new ArrayList<>();
		for (JavaSample sample : samples) {
			Class<?> type = classLoader.loadClass(sample.className());
			if (sample.kind() == Kind.STATEMENTS) {
				statements.add(type);
			}
			else if (AnnotatedElementUtils.isAnnotated(type, SpringBootTest.class)) {
				tests.add(type);
			}
			else if (AnnotatedElementUtils.isAnnotated(type, Component.class)) {
				beans.add(type);
			}
		}
		PrintStream out = System.out;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(classLoader);
		try (ConfigurableApplicationContext context = start(classLoader, beans, PROPERTIES)) {
			publishEvents(context);
			for (Class<?> type : statements) {
				((SampleScope) context.getBeanFactory().createBean(type)).run();
			}
			for (Class<?> type : tests) {
				runTests(type);
			}
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
			System.setOut(out);
		}
		return printed.toString(StandardCharsets.UTF_8);
	}

	private static ConfigurableApplicationContext start(ClassLoader classLoader, List<Class<?>> beans,
			Map<String, String> properties) {
		return new SpringApplicationBuilder(new DefaultResourceLoader(classLoader), beans.toArray(Class<?>[]::new))
			.web(WebApplicationType.SERVLET)
			.run(properties.entrySet()
				.stream()
				.map((property) -> "--" + property.getKey() + "=" + property.getValue())
				.toArray(String[]::new));
	}

	// So that listeners run
	private static void publishEvents(ConfigurableApplicationContext context) {
		StreamSample stream = StreamSample.of("z1.my-hub.door", "door", StreamState.CONNECTED,
				StreamMeasurement.live().build(), java.time.Instant.now());
		context.publishEvent(new StreamConnectedEvent("piliHub", "my-hub", stream));
		context.publishEvent(new StreamFrozenEvent("piliHub", "my-hub", stream));
		context.publishEvent(new StreamResumedEvent("piliHub", "my-hub", stream));
		context.publishEvent(new StreamDisconnectedEvent("piliHub", "my-hub", stream));
	}

	private static void runTests(Class<?> type) {
		Launcher launcher = LauncherFactory.create();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		launcher.execute(
				LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(type)).build(),
				listener);
		listener.getSummary().getFailures().stream().findFirst().ifPresent((failure) -> {
			throw new AssertionError(type.getName(), failure.getException());
		});
		assertThat(listener.getSummary().getTestsSucceededCount()).as(type.getName()).isPositive();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
