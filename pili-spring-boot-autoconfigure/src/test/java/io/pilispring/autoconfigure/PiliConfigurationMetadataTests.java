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

package io.pilispring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.monitor.MonitorSettings;
import io.pilispring.transport.RetryBudgetSettings;
import io.pilispring.transport.RetrySettings;
import io.pilispring.v2.PlaySecurity;
import io.pilispring.v2.UrlSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for the metadata that editors show.
 */
class PiliConfigurationMetadataTests {

	private final JsonNode metadata = read();

	@Test
	void everyPropertyHasADescription() {
		assertThat(this.metadata.path("properties")).isNotEmpty().allSatisfy((property) -> {
			String name = property.path("name").stringValue();
			assertThat(name).matches("(management\\.(health|endpoint)\\.)?pili\\..*");
			assertThat(property.path("description").stringValue(null)).as(name)
				.isNotBlank()
				.doesNotContain("- ")
				.endsWith(".")
				.doesNotStartWith("The ");
		});
	}

	@Test
	void propertiesAreThoseOfTheDocumentation() {
		assertThat(this.metadata.path("properties")).extracting((property) -> property.path("name").stringValue())
			.contains("pili.enabled", "pili.access-key", "pili.secret-key", "pili.hub", "pili.api-host",
					"pili.fop-api-host", "pili.connect-timeout", "pili.read-timeout", "pili.ssl.bundle",
					"pili.notifications.enabled", "pili.notifications.path", "pili.notifications.base-url",
					"pili.notifications.max-size");
	}

	@Test
	void defaultsAreShown() {
		assertThat(this.metadata.path("properties")).filteredOn((property) -> property.has("defaultValue"))
			.extracting((property) -> property.path("name").stringValue(),
					(property) -> property.path("defaultValue").asString())
			.contains(tuple("pili.api-host", "pili.qiniuapi.com"), tuple("pili.fop-api-host", "api.qiniu.com"),
					tuple("pili.connect-timeout", "5s"), tuple("pili.read-timeout", "30s"),
					tuple("pili.notifications.enabled", "false"),
					tuple("pili.notifications.path", "/pili/notifications"),
					tuple("pili.notifications.max-size", "64KB"));
	}

	@ParameterizedTest
	@CsvSource({ "enabled, enabled", "max-retries, maxRetries", "initial-interval, initialInterval",
			"multiplier, multiplier", "max-interval, maxInterval", "jitter, jitter" })
	void defaultsOfRetriesAreThoseOfTheClient(String property, String field) {
		assertDefault("pili.retry." + property, ReflectionTestUtils.getField(RetrySettings.create(), field));
	}

	@ParameterizedTest
	@CsvSource({ "type, type", "rule, rule", "timestamp-parameter, timestampParameter", "timestamp-base, timestampBase",
			"signature-parameter, signatureParameter" })
	void defaultsOfPlaySecurityAreThoseOfTheClient(String property, String field) {
		assertDefault("pili.play-security." + property, ReflectionTestUtils.getField(PlaySecurity.of("key"), field));
	}

	@ParameterizedTest
	@CsvSource({ "publish-security, publishSecurity", "domains.https, https" })
	void defaultsOfUrlsAreThoseOfTheClient(String property, String field) {
		assertDefault("pili." + property, ReflectionTestUtils.getField(UrlSettings.builder().build(), field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "enabled", "size", "refill" })
	void defaultsOfTheRetryBudgetAreThoseOfTheClient(String property) {
		assertDefault("pili.retry.budget." + property,
				ReflectionTestUtils.getField(RetryBudgetSettings.create(), property));
	}

	@ParameterizedTest
	@CsvSource({ "streams-required, streamsRequired", "connected, connected", "max-connected, maxConnected",
			"interval, interval", "timeout, timeout", "min-bytes-per-second, minBytesPerSecond",
			"min-frames-per-second, minFramesPerSecond", "concurrency, concurrency" })
	void defaultsOfMonitorAreThoseOfTheClient(String property, String method) {
		assertDefault("pili.monitor." + property,
				ReflectionTestUtils.invokeMethod(MonitorSettings.builder().build(), method));
	}

	private void assertDefault(String property, @Nullable Object expected) {
		assertThat(expected).isNotNull();
		assertThat(this.metadata.path("properties"))
			.filteredOn((candidate) -> property.equals(candidate.path("name").stringValue()))
			.singleElement()
			.extracting((found) -> ApplicationConversionService.getSharedInstance()
				.convert(found.path("defaultValue").asString(), expected.getClass()))
			.isEqualTo(expected);
	}

	private static JsonNode read() {
		try (InputStream resource = PiliProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return JsonMapper.shared().readTree(resource);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
