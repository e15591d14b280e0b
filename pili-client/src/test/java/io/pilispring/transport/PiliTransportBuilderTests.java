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

package io.pilispring.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;
import io.pilispring.signing.PiliCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link PiliTransportBuilder}.
 */
class PiliTransportBuilderTests {

	private static final ApiRequest GET = ApiRequest.get("/v1/a");

	private static final PiliCredentials DELEGATED = PiliCredentials.of("IAM-ak", "sk");

	private final TestRequestFactory client = new TestRequestFactory();

	private final List<String> events = new ArrayList<>();

	@Test
	void defaultsAreAsDocumented() {
		PiliTransport transport = PiliTransport.builder().credentials(PiliCredentials.of("ak", "sk")).build();
		assertThat(transport.apiHost()).isEqualTo("pili.qiniuapi.com");
		assertThat(transport.retryBudget(ApiService.PILI))
			.hasToString("RetryBudget[host=pili.qiniuapi.com, available=700.0, size=700]");
		assertThat(transport.retryBudget(ApiService.FOP))
			.hasToString("RetryBudget[host=api.qiniu.com, available=700.0, size=700]");
		assertThat(PiliTransportBuilder.DEFAULT_CONNECT_TIMEOUT).isEqualTo(Duration.ofSeconds(5));
		assertThat(PiliTransportBuilder.DEFAULT_READ_TIMEOUT).isEqualTo(Duration.ofSeconds(30));
		assertThat(PiliTransportBuilder.DEFAULT_CALL_TIMEOUT).isEqualTo(Duration.ofSeconds(60));
	}

	static Stream<Arguments> setters() {
		Map<String, Consumer<PiliTransportBuilder>> setters = new LinkedHashMap<>();
		setters.put("requestFactory", (builder) -> builder.requestFactory(null));
		setters.put("retryListener", (builder) -> builder.retryListener(null));
		setters.put("customizer", (builder) -> builder.customize(null));
		Stream<Arguments> single = setters.entrySet()
			.stream()
			.map((setter) -> Arguments.of(setter.getKey(), setter.getValue()));
		Stream<Arguments> overloaded = Stream.of(
				setter("credentials", (builder) -> builder.credentials((PiliCredentials) null)),
				setter("credentials", (builder) -> builder.credentials((Supplier<PiliCredentials>) null)),
				setter("retry", (builder) -> builder.retry((RetrySettings) null)),
				setter("retry", (builder) -> builder.retry((BackOff) null)),
				setter("requestFactory", (builder) -> builder.lazyRequestFactory(null)),
				setter("requestFactory", (builder) -> builder.backgroundRequestFactory(null)));
		return Stream.concat(single, overloaded);
	}

	private static Arguments setter(String name, Consumer<PiliTransportBuilder> setter) {
		return Arguments.of(name, setter);
	}

	@ParameterizedTest
	@MethodSource("setters")
	void nullIsRefusedAtOnce(String name, Consumer<PiliTransportBuilder> setter) {
		assertThatIllegalArgumentException().isThrownBy(() -> setter.accept(PiliTransport.builder()))
			.withMessage("'" + name + "' must not be null");
	}

	@Test
	void credentialsAreRequired() {
		assertThatIllegalStateException().isThrownBy(() -> PiliTransport.builder().apiHost("h").build())
			.withMessage("'credentials' must be set");
	}

	static Stream<@Nullable Duration> noCallTimeouts() {
		return Stream.of(null, Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1),
				Duration.ofSeconds(Long.MAX_VALUE));
	}

	@ParameterizedTest
	@MethodSource("noCallTimeouts")
	void callTimeoutHasLimits(@Nullable Duration callTimeout) {
		assertThatIllegalArgumentException().isThrownBy(() -> builder().callTimeout(callTimeout))
			.withMessage("'callTimeout' must be positive and at most a day, but is " + callTimeout);
	}

	@Test
	void callTimeoutMayBeADay() {
		assertThatCode(() -> builder().callTimeout(Duration.ofNanos(1))).doesNotThrowAnyException();
		assertThat(builder().callTimeout(Duration.ofDays(1)).build().send(GET).body()).isEqualTo("{}");
	}

	@ParameterizedTest
	@CsvSource({ "ak,pili.qiniuapi.com", "IAM-ak,pili-iam.qiniuapi.com", "iam-ak,pili.qiniuapi.com",
			"IAM,pili.qiniuapi.com", "a-IAM-k,pili.qiniuapi.com", ",pili.qiniuapi.com" })
	void defaultHostIsThatOfTheKindOfKey(@Nullable String accessKey, String host) {
		assertThat(PiliTransportBuilder.defaultApiHost(accessKey)).isEqualTo(host);
		if (accessKey != null) {
			assertThat(PiliTransport.builder().credentials(PiliCredentials.of(accessKey, "sk")).build().apiHost())
				.isEqualTo(host);
		}
	}

	@Test
	void lastCredentialsDecideTheDefaultHost() {
		assertThat(PiliTransport.builder().credentials(DELEGATED).credentials(() -> DELEGATED).build().apiHost())
			.isEqualTo("pili.qiniuapi.com");
		assertThat(PiliTransport.builder().credentials(() -> DELEGATED).credentials(DELEGATED).build().apiHost())
			.isEqualTo("pili-iam.qiniuapi.com");
		assertThat(PiliTransport.builder().apiHost("h:81").credentials(DELEGATED).build().apiHost()).isEqualTo("h:81");
	}

	@Test
	void customizersRunOnceEachInTheirOrder() {
		PiliTransport transport = builder().customize((rest) -> {
			this.events.add("first");
			rest.defaultHeader("X-First", "1");
		}).customize((rest) -> {
			this.events.add("second");
			rest.defaultHeader("X-Second", "2");
		}).build();
		assertThat(this.events).containsExactly("first", "second");
		transport.send(GET);
		transport.send(ApiRequest.get("/status").service(ApiService.FOP));
		assertThat(this.events).hasSize(2);
		assertThat(this.client.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.getHeaders().headerNames()).contains("X-First", "X-Second"));
	}

	@Test
	void headersOfACustomizerAreSigned() {
		builder().customize((rest) -> rest.defaultHeader("X-Qiniu-Test", "1")).build().send(GET);
		String customized = this.client.headers().getFirst("Authorization");
		builder().build().send(GET);
		assertThat(this.client.headers().getFirst("Authorization")).isNotNull().isNotEqualTo(customized);
	}

	@Test
	void dateIsSentIfItIsWanted() {
		builder().build().send(GET);
		assertThat(this.client.headers().headerNames()).doesNotContain("X-Qiniu-Date");
		builder().sendDate(true).build().send(GET);
		assertThat(this.client.headers().getFirst("X-Qiniu-Date")).matches("\\d{8}T\\d{6}Z");
	}

	@Test
	void clientIsBuiltByTheFirstCallAndOnce() {
		AtomicInteger built = new AtomicInteger();
		PiliTransport transport = builder().lazyRequestFactory(() -> {
			built.incrementAndGet();
			return this.client;
		}).build();
		assertThat(built).hasValue(0);
		transport.send(GET);
		transport.send(GET);
		assertThat(built).hasValue(1);
		transport.close();
		assertThat(this.client.timesClosed()).isEqualTo(1);
		assertThatIllegalStateException().isThrownBy(() -> {
			PiliTransport unused = builder().lazyRequestFactory(() -> this.client).build();
			unused.close();
			BackgroundCalls.run(() -> {
			}, () -> unused.send(GET));
		}).withMessage("The HTTP client is closed");
	}

	@Test
	void lastClientIsUsed() {
		Supplier<ClientHttpRequestFactory> never = () -> {
			throw new AssertionError("replaced");
		};
		builder().lazyRequestFactory(never).requestFactory(this.client).build().send(GET);
		builder().requestFactory(new TestRequestFactory()).lazyRequestFactory(() -> this.client).build().send(GET);
		assertThat(this.client.requests()).hasSize(2);
	}

	@Test
	void clientOfBackgroundCallsIsBuiltByTheFirstOfThem() {
		TestRequestFactory background = new TestRequestFactory();
		AtomicInteger built = new AtomicInteger();
		PiliTransport transport = builder().backgroundRequestFactory(() -> {
			built.incrementAndGet();
			return background;
		}).build();
		transport.send(GET);
		assertThat(built).hasValue(0);
		for (int i = 0; i < 2; i++) {
			BackgroundCalls.run(() -> {
			}, () -> transport.send(GET));
		}
		assertThat(built).hasValue(1);
		assertThat(background.requests()).hasSize(2);
		assertThat(this.client.requests()).hasSize(1);
	}

	@Test
	void retriesAreThoseThatWereSetLast() {
		RetrySettings settings = RetrySettings.create()
			.maxRetries(3)
			.initialInterval(Duration.ofMillis(1))
			.maxInterval(Duration.ofMillis(1))
			.jitter(Duration.ZERO)
			.budget(RetryBudgetSettings.create().size(50));
		assertThat(requestsUntilFailure((builder) -> builder.retry(settings))).isEqualTo(4);
		assertThat(requestsUntilFailure((builder) -> builder.retry(settings).withoutRetry())).isEqualTo(1);
		assertThat(requestsUntilFailure((builder) -> builder.retry(settings).retry(new FixedBackOff(1, 2))))
			.isEqualTo(3);
		assertThat(builder().retry(settings).build().retryBudget(ApiService.PILI).size()).isEqualTo(50);
		assertThat(builder().retry(settings).retry(new FixedBackOff(1, 2)).build().retryBudget(ApiService.PILI).size())
			.isEqualTo(50);
	}

	private int requestsUntilFailure(Consumer<PiliTransportBuilder> customizer) {
		TestRequestFactory broken = new TestRequestFactory(() -> TestRequestFactory.response(503, ""));
		PiliTransportBuilder builder = builder().requestFactory(broken);
		customizer.accept(builder);
		PiliTransport transport = builder.build();
		assertThatExceptionOfType(PiliServerException.class).isThrownBy(() -> transport.send(GET));
		return broken.requests().size();
	}

	private PiliTransportBuilder builder() {
		return PiliServer.transportBuilder("http://pili.example.com").requestFactory(this.client);
	}

}
