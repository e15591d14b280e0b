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

package io.pilispring.autoconfigure.actuate;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecretKeySanitizingFunction} and
 * {@link PiliActuatorAutoConfiguration}.
 */
class SecretKeySanitizingFunctionTests {

	private static final String SECRET = "do-not-show-me";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PiliActuatorAutoConfiguration.class, PiliAutoConfiguration.class,
				PiliHttpAutoConfiguration.class, ConfigurationPropertiesReportEndpointAutoConfiguration.class,
				EnvironmentEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoint.env.show-values=always",
				"management.endpoint.configprops.show-values=always", "management.endpoints.jmx.exposure.include=*",
				"management.endpoints.web.exposure.include=*");

	@ParameterizedTest
	@ValueSource(strings = { "pili.secret-key", "pili.secretKey", "pili.secret_key", "PILI_SECRET_KEY",
			"PILI_SECRETKEY", "my.pili.secret-key", "pili.publish-key", "pili.hubs.x.publish-key", "PILI_PUBLISHKEY",
			"pili.play-security.key", "PILI_HUBS_X_PLAYSECURITY_KEY" })
	void keyIsHiddenInEverySpelling(String key) {
		SanitizableData data = new SanitizableData(null, key, SECRET);
		assertThat(new SecretKeySanitizingFunction(Set::of).apply(data).getValue()).isEqualTo("******");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sun.java.command        | app.jar --pili.secret-key=do-not-show-me
			SPRING_APPLICATION_JSON | {"pili":{"access-key":"ak","secret-key":"do-not-show-me"}}
			""")
	void valueThatHoldsThePropertyIsHidden(String key, String value) {
		SanitizableData data = new SanitizableData(null, key, value);
		assertThat(new SecretKeySanitizingFunction(Set::of).apply(data).getValue()).isEqualTo("******");
	}

	@ParameterizedTest
	@CsvSource({ "pili.access-key,ak", "pili.hub,my-hub", "other.secret-key,x" })
	void otherPropertiesAreLeftAlone(String key, String value) {
		SanitizableData data = new SanitizableData(null, key, value);
		assertThat(new SecretKeySanitizingFunction(Set::of).apply(data).getValue()).isEqualTo(value);
	}

	@Test
	void actuatorDoesNotShowTheSecretKey() {
		this.runner
			.withInitializer(
					(context) -> context.getEnvironment()
						.getPropertySources()
						.addFirst(new MapPropertySource("secrets", Map.of("pili.secret-key", SECRET, "pili.access-key",
								"ak", "pili.hub", "my-hub", "PILI_SECRETKEY", SECRET))))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				String env = json(context.getBean(EnvironmentEndpoint.class).environment(null));
				String configprops = json(
						context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties());
				assertThat(env).contains("my-hub").doesNotContain(SECRET);
				assertThat(configprops).contains("my-hub").doesNotContain(SECRET);
			});
	}

	@Test
	void keysAreHiddenUnderTheNamesOfTheVariablesBehindPlaceholders() {
		this.runner
			.withPropertyValues("MY_SECRET_KEY=" + SECRET, "OTHER=another-secret-key", "SHORT=s3c",
					"COMMAND=run --key=" + SECRET, "HARMLESS=s3cret-less", "pili.secret-key=${MY_SECRET_KEY}",
					"pili.access-key=ak", "pili.hub=my-hub", "pili.hubs.partner.access-key=ak2",
					"pili.hubs.partner.secret-key=${OTHER}", "pili.hubs.short.access-key=ak3",
					"pili.hubs.short.secret-key=${SHORT}", "pili.hubs.open.secret-key=${NOT_THERE}")
			.run((context) -> {
				String env = json(context.getBean(EnvironmentEndpoint.class).environment(null));
				assertThat(env).contains("MY_SECRET_KEY")
					.contains("s3cret-less")
					.doesNotContain(SECRET)
					.doesNotContain("another-secret-key")
					.doesNotContain("\"s3c\"");
				assertThat(json(context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()))
					.contains("partner")
					.doesNotContain(SECRET, "another-secret-key");
			});
	}

	@Test
	void keysOfUrlsAreHidden() {
		this.runner
			.withPropertyValues("MY_KEY=" + SECRET, "OTHER=another-secret-key", "pili.access-key=ak",
					"pili.secret-key=sk", "pili.hub=my-hub", "pili.api-version=v2", "pili.publish-key=${MY_KEY}",
					"pili.hubs.partner.play-security.key=${OTHER}")
			.run((context) -> {
				assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null))).contains("MY_KEY")
					.doesNotContain(SECRET, "another-secret-key");
				assertThat(json(context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()))
					.contains("partner")
					.doesNotContain(SECRET, "another-secret-key");
			});
	}

	@Test
	void backsOffWithoutActuator() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PiliActuatorAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PiliActuatorAutoConfiguration.class));
	}

	private String json(Object value) {
		return JsonMapper.shared().writeValueAsString(value);
	}

}
