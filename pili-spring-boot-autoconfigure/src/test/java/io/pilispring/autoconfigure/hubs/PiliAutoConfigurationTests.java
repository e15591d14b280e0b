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

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import io.pilispring.PiliConnectionException;
import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.PiliCredentialsProvider;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.PiliRestClientCustomizer;
import io.pilispring.autoconfigure.PiliTransportConfigurer;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.PiliRetryListener;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PiliAutoConfiguration} and {@link PiliHubAutoConfiguration}.
 */
class PiliAutoConfigurationTests {

	private static final String SECRET = "a-very-secret-key";

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(SslAutoConfiguration.class,
			HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
			RestClientAutoConfiguration.class, PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
			PiliHubAutoConfiguration.class);

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS);

	private final ApplicationContextRunner runner = this.emptyRunner.withPropertyValues("pili.access-key=ak",
			"pili.secret-key=" + SECRET, "pili.hub=my-hub");

	@Test
	void hubIsConfiguredFromThreeProperties() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(PiliHub.class);
			assertThat(context.getBean(PiliHub.class).name()).isEqualTo("my-hub");
			assertThat(context.getBean(PiliTransport.class).apiHost()).isEqualTo("pili.qiniuapi.com");
		});
	}

	@Test
	void nothingConfiguredBacksOff() {
		this.emptyRunner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(PiliHub.class)
			.doesNotHaveBean(PiliTransport.class)
			.doesNotHaveBean(PiliConnectionDetails.class));
	}

	@Test
	void blankPropertiesCountAsNotConfigured() {
		this.emptyRunner.withPropertyValues("pili.access-key=", "pili.secret-key= ", "pili.hub=")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PiliHub.class));
	}

	@Test
	void disabledBacksOff() {
		this.runner.withPropertyValues("pili.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(PiliHub.class)
				.doesNotHaveBean(PiliTransport.class));
	}

	@Test
	void missingSecretKeyFailsTheStart() {
		this.emptyRunner.withPropertyValues("pili.access-key=ak", "pili.hub=my-hub")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.secret-key' is not set")
				.hasMessageNotContaining("pili.hub"));
	}

	@Test
	void missingHubFailsTheStartWithoutTheSecret() {
		this.emptyRunner.withPropertyValues("pili.access-key=ak", "pili.secret-key=" + SECRET).run((context) -> {
			assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.hub' is not set");
			assertThat(context.getStartupFailure()).hasStackTraceContaining("pili.hub");
			assertThat(stackTrace(context.getStartupFailure())).doesNotContain(SECRET);
		});
	}

	@Test
	void hubAloneFailsTheStartAndNamesBothKeys() {
		this.emptyRunner.withPropertyValues("pili.hub=my-hub")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'pili.access-key', 'pili.secret-key' are not set"));
	}

	@Test
	void malformedApiHostFailsTheStart() {
		this.runner.withPropertyValues("pili.api-host=https://u:p4ssw0rd@example.com/path")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.api-host' must be a host")
				.hasMessageNotContaining("p4ssw0rd"));
	}

	@Test
	void malformedAccessKeyFailsTheStart() {
		this.runner.withPropertyValues("pili.access-key=a:k")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.access-key' must "));
	}

	@Test
	void connectionDetailsBeanWinsOverProperties() {
		this.runner.withBean(PiliConnectionDetails.class, TestConnectionDetails::new).run((context) -> {
			assertThat(context).hasSingleBean(PiliConnectionDetails.class);
			assertThat(context.getBean(PiliHub.class).name()).isEqualTo("bean-hub");
			assertThat(context.getBean(PiliTransport.class).apiHost()).isEqualTo("127.0.0.1:9");
			assertThat(context.getBean(PiliTransport.class).credentials().accessKey()).isEqualTo("bean-ak");
		});
	}

	@Test
	void connectionDetailsBeanNeedsNoProperties() {
		this.emptyRunner.withBean(PiliConnectionDetails.class, TestConnectionDetails::new)
			.run((context) -> assertThat(context).hasSingleBean(PiliHub.class));
	}

	@Test
	void transportBeanWins() {
		PiliTransport transport = mock(PiliTransport.class);
		this.runner.withBean(PiliTransport.class, () -> transport).run((context) -> {
			assertThat(context.getBean(PiliTransport.class)).isSameAs(transport);
			assertThat(context).hasSingleBean(PiliHub.class);
		});
	}

	@Test
	void hubBeansWinAndNeedNoHubProperty() {
		this.emptyRunner.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk")
			.withConfiguration(UserConfigurations.of(TwoHubsConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.getBeanNames(PiliHub.class)
				.containsOnly("one", "two"));
	}

	@Test
	void hubBeanNeedsNothingElse() {
		this.emptyRunner.withBean(PiliHub.class, () -> mock(PiliHub.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PiliHub.class));
	}

	@Test
	void timeoutsAreSafeByDefaultAndRedirectsAreNotFollowed() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory).run((context) -> {
			assertThat(factory.settings().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
			assertThat(factory.settings().readTimeout()).isEqualTo(Duration.ofSeconds(30));
			assertThat(factory.settings().redirects()).isEqualTo(HttpRedirects.DONT_FOLLOW);
			assertThat(factory.settings().sslBundle()).isNull();
		});
	}

	@Test
	void timeoutsOfTheApplicationApply() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withPropertyValues("spring.http.clients.connect-timeout=1s", "spring.http.clients.read-timeout=2s",
					"spring.http.clients.redirects=follow")
			.run((context) -> {
				assertThat(factory.settings().connectTimeout()).isEqualTo(Duration.ofSeconds(1));
				assertThat(factory.settings().readTimeout()).isEqualTo(Duration.ofSeconds(2));
				assertThat(factory.settings().redirects()).isEqualTo(HttpRedirects.DONT_FOLLOW);
			});
	}

	@Test
	void ownTimeoutsWinOverThoseOfTheApplication() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withPropertyValues("spring.http.clients.connect-timeout=1s", "spring.http.clients.read-timeout=2s",
					"pili.connect-timeout=3s", "pili.read-timeout=4s")
			.run((context) -> {
				assertThat(factory.settings().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
				assertThat(factory.settings().readTimeout()).isEqualTo(Duration.ofSeconds(4));
			});
	}

	@Test
	void sslBundleApplies() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withPropertyValues("spring.ssl.bundle.jks.private-ca.truststore.type=PKCS12",
					"spring.ssl.bundle.jks.private-ca.truststore.location=classpath:unused.p12",
					"pili.ssl.bundle=private-ca")
			.run((context) -> assertThat(factory.settings().sslBundle()).isNotNull());
	}

	@Test
	void unknownSslBundleFailsTheStart() {
		this.runner.withPropertyValues("pili.ssl.bundle=nope")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("nope"));
	}

	@Test
	void customizersApplyInOrderAndWhatTheyChangeIsSigned() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		List<String> order = new ArrayList<>();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withBean(RestClientCustomizer.class,
					() -> (builder) -> builder.requestInterceptor((request, body, execution) -> {
						order.add("application");
						assertThat(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION)).isNull();
						return execution.execute(request, body);
					}))
			.withBean(PiliRestClientCustomizer.class,
					() -> (builder) -> builder.requestInterceptor((request, body, execution) -> {
						order.add("pili");
						assertThat(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION)).isNull();
						request.getHeaders().set("X-Own", "1");
						return execution.execute(request, body);
					}))
			.run((context) -> {
				context.getBean(PiliTransport.class).send(ApiRequest.get("/v1/streams"));
				assertThat(order).containsExactly("application", "pili");
				HttpHeaders headers = factory.requests.get(0).getHeaders();
				assertThat(headers.getFirst("X-Own")).isEqualTo("1");
				assertThat(headers.getFirst(HttpHeaders.AUTHORIZATION)).startsWith("Qiniu ak:");
			});
	}

	@Test
	void credentialsOfConnectionDetailsMayChange() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		TestConnectionDetails details = new TestConnectionDetails();
		this.emptyRunner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withBean(PiliConnectionDetails.class, () -> details)
			.run((context) -> {
				PiliTransport transport = context.getBean(PiliTransport.class);
				transport.send(ApiRequest.get("/v1/streams"));
				details.credentials = PiliCredentials.of("other-ak", "other-sk");
				transport.send(ApiRequest.get("/v1/streams"));
				assertThat(factory.requests)
					.extracting((request) -> request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION).split(":")[0])
					.containsExactly("Qiniu bean-ak", "Qiniu other-ak");
			});
	}

	@Test
	void credentialsProviderNeedsOnlyTheHub() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		List<String> keys = new ArrayList<>(List.of("at-start", "first", "second"));
		this.emptyRunner.withPropertyValues("pili.hub=my-hub")
			.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withBean(PiliCredentialsProvider.class, () -> () -> PiliCredentials.of(keys.remove(0), SECRET))
			.run((context) -> {
				PiliTransport transport = context.getBean(PiliTransport.class);
				transport.send(ApiRequest.get("/v1/streams"));
				transport.send(ApiRequest.get("/v1/streams"));
				assertThat(factory.requests)
					.extracting((request) -> request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION).split(":")[0])
					.containsExactly("Qiniu first", "Qiniu second");
			});
	}

	@Test
	void credentialsProviderWinsOverTheKeys() {
		this.runner.withBean(PiliCredentialsProvider.class, () -> () -> PiliCredentials.of("provided", "other-secret"))
			.run((context) -> assertThat(context.getBean(PiliTransport.class).credentials().accessKey())
				.isEqualTo("provided"));
	}

	@Test
	void credentialsProviderWithoutHubFailsTheStartAndNamesTheHubAlone() {
		this.emptyRunner.withPropertyValues("pili.access-key=ignored")
			.withBean(PiliCredentialsProvider.class, () -> () -> PiliCredentials.of("provided", "other-secret"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("PILI is configured in part: 'pili.hub' is not set."));
	}

	@Test
	void callsAreTriedAgainAsThePropertiesSay() {
		FailingFactoryBuilder factory = new FailingFactoryBuilder();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withPropertyValues("pili.retry.max-retries=2", "pili.retry.initial-interval=2ms", "pili.retry.jitter=1ms",
					"pili.retry.multiplier=1.5", "pili.retry.max-interval=3ms")
			.run((context) -> {
				assertThatExceptionOfType(PiliConnectionException.class)
					.isThrownBy(() -> context.getBean(PiliTransport.class).send(ApiRequest.get("/v1/streams")));
				assertThat(factory.requests).hasValue(3);
			});
	}

	@Test
	void callsAreTriedOnceWhereRetryIsDisabled() {
		FailingFactoryBuilder factory = new FailingFactoryBuilder();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withPropertyValues("pili.retry.enabled=false")
			.run((context) -> {
				assertThatExceptionOfType(PiliConnectionException.class)
					.isThrownBy(() -> context.getBean(PiliTransport.class).send(ApiRequest.get("/v1/streams")));
				assertThat(factory.requests).hasValue(1);
			});
	}

	@Test
	void callTimeoutApplies() {
		FailingFactoryBuilder factory = new FailingFactoryBuilder();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.withPropertyValues("pili.call-timeout=20ms", "pili.retry.initial-interval=1h",
					"pili.retry.max-interval=1h")
			.run((context) -> {
				PiliTransport transport = context.getBean(PiliTransport.class);
				assertThatExceptionOfType(PiliConnectionException.class)
					.isThrownBy(() -> transport.send(ApiRequest.get("/v1/streams")));
				assertThat(factory.requests).hasValue(1);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "pili.call-timeout=0", "pili.call-timeout=2d", "pili.retry.multiplier=0.5",
			"pili.retry.initial-interval=-1s", "pili.retry.max-interval=0", "pili.retry.jitter=-1s",
			"pili.retry.max-retries=-1" })
	void retryThatCannotBeFailsTheStart(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'" + property.substring(0, property.indexOf('=')) + "' must "));
	}

	@Test
	void retryListenersAreTold() {
		List<String> told = new ArrayList<>();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, FailingFactoryBuilder::new)
			.withPropertyValues("pili.retry.max-retries=1", "pili.retry.initial-interval=1ms", "pili.retry.jitter=0")
			.withBean(PiliRetryListener.class,
					() -> (request, failure) -> told.add(request + " " + failure.getClass().getSimpleName()))
			.run((context) -> {
				assertThatExceptionOfType(PiliConnectionException.class)
					.isThrownBy(() -> context.getBean(PiliTransport.class).send(ApiRequest.get("/v1/streams")));
				assertThat(told).containsExactly("GET /v1/streams PiliConnectionException");
			});
	}

	@Test
	void httpClientIsClosedWithTheContext() {
		ClosableFactory factory = new ClosableFactory();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> (settings) -> factory)
			.run((context) -> assertThat(factory.closed).isFalse());
		assertThat(factory.closed).isTrue();
	}

	@Test
	void configurerBuildsTransportsForOtherAccounts() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		this.emptyRunner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory).run((context) -> {
			PiliTransport transport = context.getBean(PiliTransportConfigurer.class)
				.configure(PiliTransport.builder())
				.credentials(PiliCredentials.of("second-ak", "second-sk"))
				.build();
			transport.send(ApiRequest.get("/v1/streams"));
			assertThat(factory.requests.get(0).getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
				.startsWith("Qiniu second-ak:");
		});
	}

	@Test
	void nothingIsSentAtStart() {
		RecordingFactoryBuilder factory = new RecordingFactoryBuilder();
		this.runner.withBean(ClientHttpRequestFactoryBuilder.class, () -> factory)
			.run((context) -> assertThat(factory.requests).isEmpty());
	}

	@Test
	void startsWithoutActuatorAndMicrometerMetrics() {
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate",
					"org.springframework.boot.health", "io.micrometer.core", "org.springframework.boot.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PiliHub.class));
	}

	@Test
	void startsInAReactiveWebApplication() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PiliHub.class));
	}

	@Test
	void beansDoNotPrintTheSecretKey() {
		this.runner.run((context) -> {
			for (String name : context.getBeanDefinitionNames()) {
				assertThat(context.getBean(name).toString()).as(name).doesNotContain(SECRET);
			}
		});
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoHubsConfiguration {

		@Bean
		PiliHub one(PiliTransport transport) {
			return PiliHub.create("one", transport);
		}

		@Bean
		PiliHub two(PiliTransport transport) {
			return PiliHub.create("two", transport);
		}

	}

	static class TestConnectionDetails implements PiliConnectionDetails {

		private volatile PiliCredentials credentials = PiliCredentials.of("bean-ak", "bean-sk");

		@Override
		public PiliCredentials getCredentials() {
			return this.credentials;
		}

		@Override
		public String getHub() {
			return "bean-hub";
		}

		@Override
		public String getApiHost() {
			return "http://127.0.0.1:9";
		}

	}

	/**
	 * Fails every request as if nobody listened.
	 */
	static class FailingFactoryBuilder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

		private final AtomicInteger requests = new AtomicInteger();

		@Override
		public ClientHttpRequestFactory build(HttpClientSettings settings) {
			return (uri, method) -> {
				this.requests.incrementAndGet();
				throw new ConnectException("refused");
			};
		}

	}

	static class ClosableFactory implements ClientHttpRequestFactory, DisposableBean {

		private boolean closed;

		@Override
		public ClientHttpRequest createRequest(URI uri, HttpMethod httpMethod) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void destroy() {
			this.closed = true;
		}

	}

	/**
	 * Answers every request with an empty object and keeps what it was given.
	 */
	static class RecordingFactoryBuilder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

		private final List<ClientHttpRequest> requests = new ArrayList<>();

		private HttpClientSettings settings;

		@Override
		public ClientHttpRequestFactory build(HttpClientSettings settings) {
			this.settings = settings;
			return this::createRequest;
		}

		private ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
			MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
			request.setResponse(new MockClientHttpResponse("{}".getBytes(), HttpStatus.OK));
			this.requests.add(request);
			return request;
		}

		HttpClientSettings settings() {
			assertThat(this.settings).isNotNull();
			return this.settings;
		}

	}

}
