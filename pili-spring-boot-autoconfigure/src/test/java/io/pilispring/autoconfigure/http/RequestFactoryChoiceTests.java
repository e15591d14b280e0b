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

package io.pilispring.autoconfigure.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Answers;
import org.mockito.ArgumentCaptor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.test.util.ReflectionTestUtils;

import io.pilispring.HostileServer;
import io.pilispring.HostileServer.Behaviour;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.PiliTransportConfigurer;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.PiliTransport;
import io.pilispring.transport.PiliTransportBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atMostOnce;
import static org.mockito.Mockito.mock;

/**
 * Tests for which HTTP client is used, and how it is set up.
 */
class RequestFactoryChoiceTests {

	private static final FilteredClassLoader NO_LIBRARY = new FilteredClassLoader("org.apache.hc", "org.eclipse.jetty",
			"reactor.netty");

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
				PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class, PiliHubAutoConfiguration.class));

	@Test
	void clientOfApacheIsBuiltWithTheFirstCallAndHasAPoolForOneHost() {
		AtomicInteger built = new AtomicInteger();
		this.runner.withBean(ClientHttpRequestFactoryBuilderCustomizer.class, () -> counting(built)).run((context) -> {
			ClientHttpRequestFactory factory = requestFactory(context);
			assertThat(built).hasValue(0);
			createRequest(factory);
			createRequest(factory);
			assertThat(built).hasValue(1);
			assertThat((Integer) ReflectionTestUtils.invokeMethod(pool(factory), "getDefaultMaxPerRoute"))
				.isEqualTo(64);
		});
	}

	@Test
	void poolOfTheApplicationWins() {
		ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> small = new SmallPool();
		this.runner.withBean(ClientHttpRequestFactoryBuilderCustomizer.class, () -> small)
			.run((context) -> assertThat(
					(Integer) ReflectionTestUtils.invokeMethod(pool(requestFactory(context)), "getDefaultMaxPerRoute"))
				.isEqualTo(3));
	}

	@Test
	void waitForAConnectionOfThePoolIsLimited() {
		ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> small = new SmallPool();
		this.runner.withBean(ClientHttpRequestFactoryBuilderCustomizer.class, () -> small)
			.withPropertyValues("pili.connect-timeout=100ms", "pili.retry.enabled=false", "pili.access-key=ak",
					"pili.secret-key=sk", "pili.hub=hub")
			.run((context) -> {
				try (HostileServer server = HostileServer.that(Behaviour.SAYS_NOTHING)) {
					PiliTransport transport = context.getBean(PiliTransportConfigurer.class)
						.configure(PiliServer.transportBuilder(server.host()))
						.callTimeout(Duration.ofSeconds(8))
						.build();
					for (int i = 0; i < 3; i++) {
						new Thread(() -> catchThrowable(() -> transport.send(ApiRequest.get("/v1/a")))).start();
					}
					Awaitility.await().until(() -> server.openConnections() == 3);
					assertThatExceptionOfType(PiliTimeoutException.class)
						.isThrownBy(() -> transport.send(ApiRequest.post("/v1/a").body("x")))
						.withMessageContaining("ConnectionRequestTimeoutException")
						.satisfies((ex) -> assertThat(ex.notSent()).isTrue());
				}
			});
	}

	@Test
	void builderOfTheApplicationWinsAndIsNotSetUp() {
		this.runner
			.withBean("clientHttpRequestFactoryBuilder", ClientHttpRequestFactoryBuilder.class,
					ClientHttpRequestFactoryBuilder::httpComponents)
			.run((context) -> assertThat(
					(Integer) ReflectionTestUtils.invokeMethod(pool(requestFactory(context)), "getDefaultMaxPerRoute"))
				.isEqualTo(5));
	}

	@Test
	void namedClientWins() {
		this.runner.withPropertyValues("spring.http.clients.imperative.factory=jdk")
			.run((context) -> assertThat(createRequest(requestFactory(context)).getClass().getSimpleName())
				.startsWith("Jdk"));
	}

	@Test
	void namedClientWinsWhereNoLibraryIsThere() {
		this.runner.withClassLoader(NO_LIBRARY)
			.withPropertyValues("spring.http.clients.imperative.factory=jdk")
			.run((context) -> assertThat(createRequest(requestFactory(context)).getClass().getSimpleName())
				.startsWith("Jdk"));
	}

	@ParameterizedTest
	@CsvSource({ "http-components,HttpComponents", "jetty,Jetty", "reactor,Reactor", "jdk,Jdk", "simple,Simple" })
	void clientForPiliIsNotThatOfTheApplication(String name, String request) {
		this.runner
			.withPropertyValues("pili.http-client=" + name,
					"spring.http.clients.imperative.factory=" + (name.equals("jdk") ? "simple" : "jdk"))
			.run((context) -> {
				assertThat(createRequest(requestFactory(context)).getClass().getSimpleName()).startsWith(request);
				assertThat(context.getBean(ClientHttpRequestFactoryBuilder.class).build().getClass().getSimpleName())
					.doesNotStartWith(request);
			});
	}

	@Test
	void clientForPiliIsNotTheBuilderOfTheApplicationAndHasAPoolForOneHost() {
		this.runner
			.withBean("clientHttpRequestFactoryBuilder", ClientHttpRequestFactoryBuilder.class,
					ClientHttpRequestFactoryBuilder::jdk)
			.withPropertyValues("pili.http-client=http-components")
			.run((context) -> assertThat(
					(Integer) ReflectionTestUtils.invokeMethod(pool(requestFactory(context)), "getDefaultMaxPerRoute"))
				.isEqualTo(64));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor" })
	void clientForPiliWhoseLibraryIsMissingFailsTheStart(String name) {
		this.runner.withClassLoader(NO_LIBRARY)
			.withPropertyValues("pili.http-client=" + name, "pili.access-key=ak", "pili.secret-key=sk", "pili.hub=hub")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining(
						"'pili.http-client' must name a client on the class path, but is '" + name + "'"));
	}

	@Test
	void clientForPiliOfTheJdkNeedsNoLibrary() {
		this.runner.withClassLoader(NO_LIBRARY)
			.withPropertyValues("pili.http-client=jdk")
			.run((context) -> assertThat(createRequest(requestFactory(context)).getClass().getSimpleName())
				.startsWith("Jdk"));
	}

	@Test
	void clientOfTheJdkIsNoFallback() {
		this.runner.withClassLoader(NO_LIBRARY)
			.run((context) -> assertThat(requestFactory(context)).isInstanceOf(SimpleClientHttpRequestFactory.class));
	}

	@Test
	void customizersApplyToTheFallback() {
		List<Object> customized = new ArrayList<>();
		this.runner.withClassLoader(NO_LIBRARY)
			.withBean(ClientHttpRequestFactoryBuilderCustomizer.class, () -> (builder) -> {
				customized.add(builder);
				return builder;
			})
			.run((context) -> {
				requestFactory(context);
				assertThat(customized).last().isInstanceOf(ClientHttpRequestFactoryBuilder.simple().getClass());
			});
	}

	@Test
	void clientWithAnSslBundleIsBuiltAtOnceSoThatItsMistakesEndTheStart() {
		this.runner
			.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=hub",
					"spring.ssl.bundle.pem.ca.truststore.certificate=classpath:missing.pem", "pili.ssl.bundle=ca")
			.run((context) -> {
				assertThat(context).getFailure().rootCause().hasMessageContaining("missing.pem");
				assertThat(context).getFailure()
					.hasStackTraceContaining(
							"PILI cannot be configured: the SSL bundle of 'pili.ssl.bundle' cannot be used")
					.hasStackTraceContaining(PiliPropertiesException.class.getName());
			});
	}

	@Test
	void sslBundleOfAHubIsNamed() {
		this.runner
			.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=hub", "pili.hubs.x.hub=x-hub",
					"spring.ssl.bundle.pem.ca.truststore.certificate=classpath:missing.pem",
					"pili.hubs.x.ssl.bundle=ca")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("the SSL bundle of 'pili.hubs.x.ssl.bundle' cannot be used"));
	}

	private static ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> counting(
			AtomicInteger built) {
		return new ClientHttpRequestFactoryBuilderCustomizer<>() {

			@Override
			public HttpComponentsClientHttpRequestFactoryBuilder customize(
					HttpComponentsClientHttpRequestFactoryBuilder builder) {
				return builder.withHttpClientCustomizer((client) -> built.incrementAndGet());
			}

		};
	}

	@SuppressWarnings("unchecked")
	private static ClientHttpRequestFactory requestFactory(ApplicationContext context) {
		PiliTransportBuilder builder = mock(PiliTransportBuilder.class, Answers.RETURNS_SELF);
		context.getBean(PiliTransportConfigurer.class).configure(builder);
		ArgumentCaptor<ClientHttpRequestFactory> built = ArgumentCaptor.forClass(ClientHttpRequestFactory.class);
		ArgumentCaptor<Supplier<ClientHttpRequestFactory>> lazy = ArgumentCaptor.forClass(Supplier.class);
		then(builder).should(atMostOnce()).requestFactory(built.capture());
		then(builder).should(atMostOnce()).lazyRequestFactory(lazy.capture());
		return (lazy.getAllValues().isEmpty()) ? built.getValue()
				: (uri, method) -> lazy.getValue().get().createRequest(uri, method);
	}

	private static ClientHttpRequest createRequest(ClientHttpRequestFactory factory) throws Exception {
		return factory.createRequest(URI.create("http://127.0.0.1:9/"), HttpMethod.GET);
	}

	private static Object pool(ClientHttpRequestFactory factory) throws Exception {
		Object client = ReflectionTestUtils.getField(createRequest(factory), "httpClient");
		return ReflectionTestUtils.getField(client, "connManager");
	}

	static class SmallPool
			implements ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> {

		@Override
		public HttpComponentsClientHttpRequestFactoryBuilder customize(
				HttpComponentsClientHttpRequestFactoryBuilder builder) {
			return builder.withConnectionManagerCustomizer((pool) -> pool.setMaxConnPerRoute(3));
		}

	}

}
