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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import io.pilispring.PiliServerException;
import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.PiliCredentialsProvider;
import io.pilispring.autoconfigure.PiliProperties;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.health.PiliHealthContributorAutoConfiguration;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.http.PiliTransports;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubMonitorAutoConfiguration;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.NonceSource;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for several hubs by property.
 */
class HubsByPropertyTests {

	private final Recorder recorder = new Recorder();

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class, PiliAutoConfiguration.class,
				PiliHttpAutoConfiguration.class, PiliHubAutoConfiguration.class, PiliHubMonitorAutoConfiguration.class,
				PiliMonitorAutoConfiguration.class, PiliHealthContributorAutoConfiguration.class))
		.withPropertyValues("pili.monitor.auto-startup=false")
		.withBean(ClientHttpRequestFactoryBuilder.class, () -> this.recorder);

	private final ApplicationContextRunner runner = this.emptyRunner.withPropertyValues("pili.access-key=main-ak",
			"pili.secret-key=main-sk", "pili.hub=main-hub", "pili.api-host=main.example.com");

	@Test
	void furtherHubInheritsWhatItDoesNotSet() {
		this.runner.withPropertyValues("pili.hubs.archive.hub=archive-hub").run((context) -> {
			assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("piliHub", "archive");
			assertThat(call(context, "archive")).isEqualTo("main-ak@main.example.com/archive-hub");
			assertThat(call(context, "piliHub")).isEqualTo("main-ak@main.example.com/main-hub");
		});
	}

	@Test
	void furtherHubMayHaveAnAccountOfItsOwn() {
		this.runner
			.withPropertyValues("pili.hubs.partner.access-key=partner-ak", "pili.hubs.partner.secret-key=partner-sk",
					"pili.hubs.partner.api-host=partner.example.com")
			.run((context) -> {
				assertThat(call(context, "partner")).isEqualTo("partner-ak@partner.example.com/main-hub");
				assertThat(call(context, "piliHub")).isEqualTo("main-ak@main.example.com/main-hub");
			});
	}

	@Test
	void primaryHubIsInjectedUnlessAnotherIsAskedFor() {
		this.runner.withPropertyValues("pili.hubs.archive.hub=archive-hub", "pili.hubs.partner.hub=partner-hub")
			.withConfiguration(UserConfigurations.of(Injected.class))
			.run((context) -> {
				Injected injected = context.getBean(Injected.class);
				assertThat(injected.primary.name()).isEqualTo("main-hub");
				assertThat(injected.archive.name()).isEqualTo("archive-hub");
				assertThat(injected.all).containsOnlyKeys("piliHub", "archive", "partner");
			});
	}

	@Test
	void onlyHubIsInjectedWithoutAName() {
		this.emptyRunner.withPropertyValues(hub("only", "only")).run((context) -> {
			assertThat(context.getBean(PiliHub.class).name()).isEqualTo("only-hub");
			assertThat(context).doesNotHaveBean("piliHub");
		});
	}

	@Test
	void severalHubsWithoutAPrimaryOneNeedANameToBeInjected() {
		this.emptyRunner.withPropertyValues(hub("one", "one"))
			.withPropertyValues(hub("two", "two"))
			.run((context) -> assertThatExceptionOfType(NoUniqueBeanDefinitionException.class)
				.isThrownBy(() -> context.getBean(PiliHub.class)));
	}

	@Test
	void keysAloneAreWhatHubsInherit() {
		this.emptyRunner
			.withPropertyValues("pili.access-key=main-ak", "pili.secret-key=main-sk", "pili.hubs.one.hub=one-hub")
			.run((context) -> {
				assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("one");
				assertThat(call(context, "one")).isEqualTo("main-ak@pili.qiniuapi.com/one-hub");
			});
	}

	@Test
	void hubOfTheApplicationJoinsInAndReplacesThePrimaryOne() {
		this.runner.withPropertyValues("pili.hubs.archive.hub=archive-hub")
			.withConfiguration(UserConfigurations.of(OwnHub.class))
			.run((context) -> {
				assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("own", "archive");
				assertThat(context.getBean(PiliHub.class).name()).isEqualTo("own-hub");
				assertThat(context.getBean(PiliMonitor.class).snapshots()).containsOnlyKeys("own", "archive");
			});
	}

	@Test
	void hubsOfOneAccountShareATransportAndAllAnHttpClient() {
		this.runner
			.withPropertyValues("pili.hubs.same.hub=same-hub", "pili.hubs.also.hub=also-hub",
					"pili.hubs.also.api-host=main.example.com")
			.withPropertyValues(hub("other", "other"))
			.run((context) -> {
				assertThat(this.recorder.built).hasSize(1);
				assertThat(context.getBeansOfType(PiliTransport.class)).hasSize(1);
			});
	}

	@Test
	void hubWithSettingsOfItsOwnHasAnHttpClientOfItsOwn() {
		this.runner
			.withPropertyValues("pili.read-timeout=20s", "pili.hubs.slow.hub=slow-hub",
					"pili.hubs.slow.read-timeout=40s", "pili.hubs.same.hub=same-hub")
			.run((context) -> assertThat(this.recorder.built).extracting(HttpClientSettings::readTimeout)
				.containsExactlyInAnyOrder(Duration.ofSeconds(20), Duration.ofSeconds(40)));
	}

	@Test
	void retriesOfAHubAreItsOwn() {
		this.recorder.status = HttpStatus.SERVICE_UNAVAILABLE;
		this.runner
			.withPropertyValues("pili.retry.max-retries=1", "pili.retry.initial-interval=1ms", "pili.retry.jitter=0",
					"pili.hubs.eager.hub=eager-hub", "pili.hubs.eager.retry.max-retries=3",
					"pili.hubs.lazy.hub=lazy-hub", "pili.hubs.lazy.retry.enabled=false")
			.run((context) -> {
				assertThat(requests(context, "piliHub")).isEqualTo(2);
				assertThat(requests(context, "eager")).isEqualTo(4);
				assertThat(requests(context, "lazy")).isEqualTo(1);
			});
	}

	@Test
	void retryBudgetOfAHubIsItsOwn() {
		this.recorder.status = HttpStatus.SERVICE_UNAVAILABLE;
		this.runner
			.withPropertyValues("pili.retry.max-retries=3", "pili.retry.initial-interval=1ms", "pili.retry.jitter=0",
					"pili.retry.budget.size=2", "pili.hubs.same.hub=same-hub", "pili.hubs.eager.hub=eager-hub",
					"pili.hubs.eager.retry.budget.enabled=false", "pili.hubs.none.hub=none-hub",
					"pili.hubs.none.retry.budget.size=0", "pili.hubs.filled.hub=filled-hub",
					"pili.hubs.filled.retry.budget.refill=2")
			.run((context) -> {
				assertThat(requests(context, "piliHub")).isEqualTo(3);
				assertThat(requests(context, "same")).as("of the same account").isEqualTo(1);
				assertThat(requests(context, "eager")).isEqualTo(4);
				assertThat(requests(context, "eager")).isEqualTo(4);
				assertThat(requests(context, "none")).isEqualTo(1);
				assertThat(requests(context, "filled")).isEqualTo(3);
				assertThat(requests(context, "filled")).isEqualTo(1);
				PiliTransports transports = context.getBean(PiliTransports.class);
				assertThat(transports.retryBudget("same")).isSameAs(transports.retryBudget("piliHub"))
					.satisfies((budget) -> assertThat(budget.isExhausted()).isTrue());
				assertThat(transports.retryBudget("eager")).isNull();
				assertThat(transports.retryBudget("nope")).isNull();
				this.recorder.status = HttpStatus.OK;
				requests(context, "filled");
				this.recorder.status = HttpStatus.SERVICE_UNAVAILABLE;
				assertThat(requests(context, "filled")).isEqualTo(3);
			});
	}

	@Test
	void credentialsAreAskedForOfEachHub() {
		List<String> keys = new ArrayList<>(List.of("unused"));
		this.runner.withPropertyValues("pili.hubs.rotated.hub=rotated-hub", "pili.hubs.archive.hub=archive-hub")
			.withBean("rotating", PiliCredentialsProvider.class,
					() -> () -> PiliCredentials.of(keys.get(keys.size() - 1), "sk"),
					(definition) -> qualify(definition, "rotated"))
			.run((context) -> {
				for (String key : List.of("first", "second")) {
					keys.add(key);
					assertThat(call(context, "rotated")).isEqualTo(key + "@main.example.com/rotated-hub");
				}
				assertThat(call(context, "archive")).startsWith("main-ak@");
				assertThat(call(context, "piliHub")).startsWith("main-ak@");
			});
	}

	@Test
	void connectionDetailsOfAHubAreTheBeanThatIsQualifiedWithItsKey() {
		this.runner.withPropertyValues("pili.hubs.partner.hub=ignored")
			.withBean("details", PiliConnectionDetails.class, () -> new Details("partner"),
					(definition) -> qualify(definition, "partner"))
			.run((context) -> {
				assertThat(call(context, "partner")).isEqualTo("partner-ak@partner.example.com/partner-hub");
				assertThat(call(context, "piliHub")).isEqualTo("main-ak@main.example.com/main-hub");
			});
	}

	@Test
	void furtherHubInheritsFromTheConnectionDetailsOfThePrimaryOne() {
		this.emptyRunner.withPropertyValues("pili.access-key=${NOT_SET}", "pili.hubs.archive.hub=archive-hub")
			.withBean(PiliConnectionDetails.class, () -> new Details("bean"))
			.run((context) -> {
				assertThat(call(context, "piliHub")).isEqualTo("bean-ak@bean.example.com/bean-hub");
				assertThat(call(context, "archive")).isEqualTo("bean-ak@bean.example.com/archive-hub");
			});
	}

	@Test
	void severalConnectionDetailsOfOneHubEndTheStart() {
		this.runner.withBean("one", PiliConnectionDetails.class, () -> new Details("one"))
			.withBean("two", PiliConnectionDetails.class, () -> new Details("two"))
			.run((context) -> failure(context)
				.hasMessageContaining("several beans of type PiliConnectionDetails: one, two"));
		this.runner.withBean("one", PiliConnectionDetails.class, () -> new Details("one"))
			.withBean("two", PiliConnectionDetails.class, () -> new Details("two"),
					(definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(call(context, "piliHub")).startsWith("two-ak@"));
	}

	@Test
	void secondTransportMovesNoHub() {
		this.runner
			.withBean("secondTransport", PiliTransport.class,
					() -> PiliTransport.builder()
						.credentials(PiliCredentials.of("second-ak", "second-sk"))
						.apiHost("second.example.com")
						.build())
			.run((context) -> {
				assertThat(call(context, "piliHub")).isEqualTo("main-ak@main.example.com/main-hub");
				assertThat(context.getBean(PiliTransport.class).apiHost()).isEqualTo("second.example.com");
			});
	}

	@Test
	void keysFollowARefreshOfTheProperties() {
		Map<String, Object> refreshed = new HashMap<>();
		this.runner.withPropertyValues("pili.hubs.archive.hub=archive-hub")
			.withPropertyValues(hub("partner", "partner"))
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("refreshed", refreshed)))
			.run((context) -> {
				assertThat(call(context, "piliHub")).startsWith("main-ak@");
				refreshed.putAll(Map.of("pili.access-key", "new-ak", "pili.secret-key", "new-sk",
						"pili.hubs.partner.access-key", "new-partner-ak"));
				rebind(context);
				assertThat(call(context, "piliHub")).startsWith("new-ak@");
				assertThat(call(context, "archive")).startsWith("new-ak@");
				assertThat(call(context, "partner")).startsWith("new-partner-ak@");
			});
	}

	// As Spring Cloud does
	private static void rebind(ApplicationContext context) {
		PiliProperties properties = context.getBean(PiliProperties.class);
		Binder.get((ConfigurableEnvironment) context.getEnvironment()).bind("pili", Bindable.ofInstance(properties));
	}

	@ParameterizedTest
	@ValueSource(strings = { "pili.hubs.x.access-key=xk | 'pili.hubs.x.secret-key' is not set",
			"pili.hubs.x.secret-key=xs | 'pili.hubs.x.access-key' is not set",
			"pili.hubs.x.hub=a/b | 'pili.hubs.x.hub' must", "pili.hubs.x.api-host=a b | 'pili.hubs.x.api-host' must",
			"pili.hubs.x.fop-api-host=a b | 'pili.hubs.x.fop-api-host' must",
			"pili.hubs.x.connect-timeout=-1s | 'pili.hubs.x.connect-timeout' must",
			"pili.hubs.x.read-timeout=0 | 'pili.hubs.x.read-timeout' must",
			"pili.hubs.x.call-timeout=2d | 'pili.hubs.x.call-timeout' must",
			"pili.hubs.x.retry.max-retries=-1 | 'pili.hubs.x.retry.max-retries' must",
			"pili.hubs.x.retry.budget.size=-1 | 'pili.hubs.x.retry.budget.size' must",
			"pili.hubs.x.retry.budget.sise=1 | there is no such property as 'pili.hubs.x.retry.budget.sise'",
			"pili.hubs.x.ssl.bundle=nope | 'pili.hubs.x.ssl.bundle' must",
			"pili.hubs.x.monitor.interval=0s | 'pili.hubs.x.monitor.interval' must",
			"pili.hubs.x.monitor.streams=z1.main-hub.cam1 | 'pili.hubs.x.monitor.streams' has 'z1.main-hub.cam1', which is",
			"pili.hubs.x.monitor.streams=a/b | 'pili.hubs.x.monitor.streams' has 'a/b'",
			"pili.hubs.x.monitor.streams=cam | 'pili.hubs.x.monitor.streams' has 'cam'",
			"pili.hubs.y=text | 'pili.hubs.y' must not have a value of its own",
			"pili.hubs.port=tcp://10.0.0.1:80 | 'pili.hubs.port' must not have a value of its own",
			"pili.hubs.x.hbu=typo | there is no such property as 'pili.hubs.x.hbu'",
			"pili.hubs.x.monitor.enabled=false | there is no such property as 'pili.hubs.x.monitor.enabled'",
			"pili.hubs.x.hub=main-hub | 'pili' and 'pili.hubs.x' are the same hub 'main-hub'",
			"pili.hubs.piliHub.hub=h | 'pili.hubs' must have keys", "pili.hubs[a b].hub=h | 'pili.hubs' must have keys",
			"pili.hubs.x.access-key=${NOT_SET} | The placeholder '${NOT_SET}' of 'pili.hubs.x.access-key' cannot be resolved" })
	void invalidPropertyOfAHubEndsTheStartAndIsNamed(String propertyAndMessage) {
		String property = propertyAndMessage.split(" \\| ")[0];
		String message = propertyAndMessage.split(" \\| ")[1];
		this.runner.withPropertyValues("pili.hubs.x.hub=x-hub", property)
			.run((context) -> failure(context).hasMessageContaining(message));
	}

	@ParameterizedTest
	@ValueSource(strings = { "pili.hub=a/b | 'pili.hub' must",
			"pili.hub=${NOT_SET} | 'pili.hub' is not set. The placeholder '${NOT_SET}' of 'pili.hub' cannot be resolved.",
			"pili.secret-key=${NOT_SET} | The placeholder '${NOT_SET}' of 'pili.secret-key' cannot be resolved.",
			"pili.api-host=${NOT_SET} | 'pili.api-host' must", "pili.connect-timeout=0 | 'pili.connect-timeout' must",
			"pili.read-timeout=-1s | 'pili.read-timeout' must", "pili.read-timeout=2d | 'pili.read-timeout' must",
			"pili.retry.multiplier=NaN | 'pili.retry.multiplier' must",
			"pili.retry.max-retries=101 | 'pili.retry.max-retries' must",
			"pili.retry.budget.size=1000001 | 'pili.retry.budget.size' must",
			"pili.retry.budget.refill=-1 | 'pili.retry.budget.refill' must",
			"pili.ssl.bundle=nope | 'pili.ssl.bundle' must be the name of an SSL bundle, but is 'nope'",
			"pili.access-key=\"main-ak\" | 'pili.access-key' must" })
	void invalidPropertyEndsTheStartAndIsNamed(String propertyAndMessage) {
		String property = propertyAndMessage.split(" \\| ")[0];
		String message = propertyAndMessage.split(" \\| ")[1];
		this.runner.withPropertyValues(property).run((context) -> failure(context).hasMessageContaining(message));
	}

	@ParameterizedTest
	@ValueSource(strings = { "main-sk ", "\"main-sk\"", "main\u00A0sk", "\uFEFFmain-sk", "main-sk\n" })
	void secretKeyWithACharacterThatNoKeyHasEndsTheStartAndIsNotShown(String secretKey) {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("secret", Map.of("pili.secret-key", secretKey))))
			.run((context) -> {
				failure(context).hasMessageContaining("'pili.secret-key' must ");
				StringWriter trace = new StringWriter();
				context.getStartupFailure().printStackTrace(new PrintWriter(trace));
				assertThat(trace.toString()).doesNotContain("main-sk").doesNotContain(secretKey);
			});
	}

	@Test
	void emptyValueThatHidesTheRestOfAHubIsNamed() {
		// Spring Boot 4.0 does not let it hide anything
		assumeThat(SpringBootVersion.getVersion()).doesNotStartWith("4.0.");
		this.runner.withPropertyValues("pili.hubs.x.hub=x-hub", "pili.hubs.x=")
			.run((context) -> failure(context).hasMessageContaining("'pili.hubs.x' must not have a value of its own"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "read-timeout", "retry.max-retries", "monitor.interval" })
	void valueOfAnotherTypeIsThatOfItsPropertyAndNotOfTheHub(String property) {
		this.runner.withPropertyValues("pili.hubs.x.hub=x-hub", "pili.hubs.x." + property + "=abc")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("'pili.hubs.x." + property + "'")
				.hasMessageNotContaining("a value of its own"));
	}

	@Test
	void valueOfAMisspelledPropertyIsNotShown() {
		this.runner.withPropertyValues("pili.hubs.x.secret-kye=hush-hush").run((context) -> {
			failure(context).hasMessageContaining("'pili.hubs.x.secret-kye'");
			StringWriter trace = new StringWriter();
			context.getStartupFailure().printStackTrace(new PrintWriter(trace));
			assertThat(trace.toString()).doesNotContain("hush-hush");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "taken", "environment", "systemProperties", "messageSource", "lifecycleProcessor",
			"applicationEventMulticaster", "conversionService", "piliMonitor", "piliHealthContributor" })
	void keyThatIsTheNameOfAnotherBeanEndsTheStart(String key) {
		this.runner.withBean("taken", String.class, () -> "taken")
			.withPropertyValues("pili.hubs." + key + ".hub=h")
			.run((context) -> failure(context).hasMessageContaining("the key '" + key + "'"));
	}

	@ParameterizedTest
	@CsvSource({ "my-archive, PILI_HUBS_MYARCHIVE", "myArchive, PILI_HUBS_MYARCHIVE", "ARCHIVE, PILI_HUBS_ARCHIVE",
			"my_archive, PILI_HUBS_MYARCHIVE" })
	void environmentVariablesAreForTheHubWhateverTheSpellingOfItsKey(String key, String variable) {
		this.runner.withPropertyValues("pili.hubs." + key + ".hub=archive-hub", "pili.hubs." + key + ".access-key=ak")
			.withInitializer(
					(context) -> context.getEnvironment()
						.getPropertySources()
						.addFirst(new SystemEnvironmentPropertySource(
								StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
								Map.of(variable + "_SECRETKEY", "sk", variable + "_HUB", "other-hub"))))
			.run((context) -> {
				assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("piliHub", key);
				assertThat(call(context, key)).isEqualTo("ak@main.example.com/other-hub");
			});
	}

	@Test
	void environmentVariableThatIsNamedForAMissingPropertyIsTheOneThatSetsIt() {
		this.runner.withPropertyValues("pili.hubs.my_archive.access-key=ak").run((context) -> {
			failure(context).hasMessageContaining("'pili.hubs.my_archive.secret-key' is not set");
			assertThat(
					((PiliPropertiesException) NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
						.getAction())
				.contains("(PILI_HUBS_MYARCHIVE_SECRETKEY)");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://main.example.com", "main.example.com:443", "MAIN.example.com",
			"https://main.example.com:443" })
	void sameHubIsRefusedHoweverItsHostIsWritten(String apiHost) {
		this.runner.withPropertyValues("pili.hubs.x.api-host=" + apiHost)
			.run((context) -> failure(context).hasMessageContaining("are the same hub 'main-hub'"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://main.example.com", "main.example.com:8443", "other.example.com" })
	void hubOfOneNameAtAnotherHostIsAnother(String apiHost) {
		this.runner.withPropertyValues("pili.hubs.x.api-host=" + apiHost)
			.run((context) -> assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("piliHub", "x"));
	}

	@Test
	void invalidHostOfConnectionDetailsIsThatOfTheirHub() {
		this.runner.withPropertyValues("pili.hubs.x.hub=x-hub")
			.withBean("details", PiliConnectionDetails.class, () -> new PiliConnectionDetails() {

				@Override
				public PiliCredentials getCredentials() {
					return PiliCredentials.of("ak", "sk");
				}

				@Override
				public String getHub() {
					return "x-hub";
				}

				@Override
				public String getApiHost() {
					return "a b";
				}

			}, (definition) -> qualify(definition, "x"))
			.run((context) -> failure(context).hasMessageContaining("'pili.hubs.x.api-host' must"));
	}

	@Test
	void timeoutOfTheApplicationThatIsNoLimitIsNotTaken() {
		this.runner.withPropertyValues("spring.http.clients.read-timeout=0", "spring.http.clients.connect-timeout=0")
			.run((context) -> assertThat(this.recorder.built).singleElement().satisfies((settings) -> {
				assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(30));
				assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
			}));
	}

	@Test
	void unresolvedPlaceholdersDoNotMatterWhereADetailsBeanIs() {
		this.emptyRunner
			.withPropertyValues("pili.access-key=${NOT_SET}", "pili.secret-key=${NOT_SET}", "pili.hub=${NOT_SET}")
			.withBean(PiliConnectionDetails.class, () -> new Details("bean"))
			.run((context) -> assertThat(call(context, "piliHub")).isEqualTo("bean-ak@bean.example.com/bean-hub"));
	}

	@Test
	void conditionsOfTheApplicationSeeTheHubs() {
		this.runner.withPropertyValues("pili.hubs.archive.hub=archive-hub")
			.withConfiguration(AutoConfigurations.of(NeedsHubAutoConfiguration.class))
			.run((context) -> assertThat(context).hasBean("needsHub"));
	}

	@Test
	void nonceSourceOfTheApplicationIsUsed() {
		this.recorder.body = """
				{"id":"z1.main-hub.cam1","publishKey":"pk","publishSecurity":"dynamic",
				"hosts":{"publish":{"rtmp":"pub.example.com"}}}""";
		this.runner.withBean(NonceSource.class, () -> (streamId) -> 4711)
			.run((context) -> assertThat(
					context.getBean(PiliHub.class).stream("z1.main-hub.cam1").get().rtmpPublishUrl())
				.contains("nonce=4711&"));
	}

	@Test
	void disabledPiliHasNoHubs() {
		this.runner.withPropertyValues("pili.enabled=false", "pili.hubs.archive.hub=archive-hub")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PiliHub.class));
	}

	@Test
	void eachHubHasItsOwnWatchListAndInheritsTheRest() {
		this.runner
			.withPropertyValues("pili.monitor.streams=cam1", "pili.monitor.interval=10s",
					"pili.monitor.streams-required=true", "pili.hubs.archive.hub=archive-hub",
					"pili.hubs.archive.monitor.streams=cam2,z1.archive-hub.cam3",
					"pili.hubs.archive.monitor.streams-required=false", "pili.hubs.archive.monitor.connected=true")
			.run((context) -> {
				PiliMonitor monitor = context.getBean(PiliMonitor.class);
				assertThat(monitor.settings("piliHub").streams()).containsExactly("cam1");
				assertThat(monitor.settings("piliHub").streamsRequired()).isTrue();
				assertThat(monitor.settings("archive").streams()).containsExactly("cam2", "z1.archive-hub.cam3");
				assertThat(monitor.settings("archive").streamsRequired()).isFalse();
				assertThat(monitor.settings("archive").connected()).isTrue();
				assertThat(monitor.settings("archive").interval()).isEqualTo(Duration.ofSeconds(10));
			});
	}

	@Test
	void fiftyHubsNeedNoThreads() {
		String[] properties = IntStream.range(0, 50)
			.mapToObj((i) -> "pili.hubs.hub-" + i + ".hub=hub-" + i)
			.toArray(String[]::new);
		int before = Thread.activeCount();
		this.runner.withPropertyValues(properties).run((context) -> {
			assertThat(context.getBeansOfType(PiliHub.class)).hasSize(51);
			assertThat(this.recorder.built).hasSize(1);
			assertThat(Thread.activeCount() - before).isLessThan(10);
		});
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> failure(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		return assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
			.isInstanceOf(PiliPropertiesException.class);
	}

	private String call(ApplicationContext context, String key) {
		context.getBean(key, PiliHub.class).listStreams();
		ClientHttpRequest request = this.recorder.requests.get(this.recorder.requests.size() - 1);
		String authorization = String.valueOf(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
		return authorization.replaceAll("Qiniu (.*):.*", "$1") + "@" + request.getURI().getHost() + "/"
				+ request.getURI().getQuery().replace("hub=", "");
	}

	private int requests(ApplicationContext context, String key) {
		int before = this.recorder.requests.size();
		try {
			context.getBean(key, PiliHub.class).listStreams();
		}
		catch (PiliServerException ex) {
			assertThat(ex.status()).isEqualTo(503);
		}
		return this.recorder.requests.size() - before;
	}

	private static String[] hub(String key, String name) {
		return new String[] { "pili.hubs." + key + ".access-key=" + name + "-ak",
				"pili.hubs." + key + ".secret-key=" + name + "-sk", "pili.hubs." + key + ".hub=" + name + "-hub" };
	}

	private static void qualify(BeanDefinition definition, String key) {
		((AbstractBeanDefinition) definition).addQualifier(new AutowireCandidateQualifier(Qualifier.class, key));
	}

	/**
	 * Answers every request with an empty page and keeps what it was given.
	 */
	static class Recorder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

		private final List<HttpClientSettings> built = new ArrayList<>();

		private final List<ClientHttpRequest> requests = new ArrayList<>();

		private HttpStatus status = HttpStatus.OK;

		private String body = "{}";

		@Override
		public ClientHttpRequestFactory build(HttpClientSettings settings) {
			this.built.add(settings);
			return this::createRequest;
		}

		private ClientHttpRequest createRequest(URI uri, HttpMethod method) {
			MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
			request.setResponse(new MockClientHttpResponse(this.body.getBytes(), this.status));
			this.requests.add(request);
			return request;
		}

	}

	static class Details implements PiliConnectionDetails {

		private final String name;

		Details(String name) {
			this.name = name;
		}

		@Override
		public PiliCredentials getCredentials() {
			return PiliCredentials.of(this.name + "-ak", this.name + "-sk");
		}

		@Override
		public String getHub() {
			return this.name + "-hub";
		}

		@Override
		public String getApiHost() {
			return this.name + ".example.com";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		@Autowired
		private PiliHub primary;

		@Autowired
		@Qualifier("archive")
		private PiliHub archive;

		@Autowired
		private Map<String, PiliHub> all;

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnHub {

		@Bean
		PiliHub own(PiliTransport transport) {
			return PiliHub.create("own-hub", transport);
		}

	}

	@AutoConfiguration(after = PiliHubAutoConfiguration.class)
	static class NeedsHubAutoConfiguration {

		@Bean
		@ConditionalOnBean(name = "archive", value = PiliHub.class)
		String needsHub() {
			return "there";
		}

	}

}
