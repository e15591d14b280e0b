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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for what a user reads when the application does not start.
 */
@ExtendWith(OutputCaptureExtension.class)
class PiliFailureAnalysisTests {

	@Test
	void nothingConfiguredNamesThePropertiesAndHowToSetThem(CapturedOutput output) {
		run();
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(
					"There is no PiliHub to inject, because 'pili.access-key', 'pili.secret-key', 'pili.hub' are not set")
			.contains("pili.access-key  (PILI_ACCESSKEY)")
			.contains("pili.secret-key  (PILI_SECRETKEY)")
			.contains("pili.hub  (PILI_HUB)")
			.contains("pili-spring-boot-starter-test");
	}

	@Test
	void disabledSaysSo(CapturedOutput output) {
		run("--pili.enabled=false", "--pili.access-key=ak", "--pili.secret-key=sk-123456", "--pili.hub=h");
		assertThat(output).contains("because 'pili.enabled' is false").doesNotContain("sk-123456");
	}

	@Test
	void halfConfiguredNamesWhatIsMissing(CapturedOutput output) {
		run("--pili.secret-key=sk-123456", "--pili.hub=h");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("PILI is configured in part: 'pili.access-key' is not set")
			.contains("pili.access-key  (PILI_ACCESSKEY)")
			.doesNotContain("pili.hub  (")
			.doesNotContain("sk-123456");
	}

	@Test
	void malformedHostIsExplained(CapturedOutput output) {
		run("--pili.access-key=ak", "--pili.secret-key=sk-123456", "--pili.hub=h", "--pili.api-host=a b");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'pili.api-host' must be a host")
			.contains("'a b'")
			.doesNotContain("sk-123456");
	}

	@Test
	void qualifierOfNoHubIsExplained(CapturedOutput output) {
		assertThatException().isThrownBy(() -> SpringApplication.run(NeedsAnotherHub.class, "--pili.access-key=ak",
				"--pili.secret-key=sk-123456", "--pili.hub=h", "--pili.hubs.archive.hub=archive-hub"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("No PiliHub has the qualifier or the name that is required")
			.contains("Qualifier(\"archiv\")")
			.contains("'piliHub', 'archive'")
			.doesNotContain("sk-123456");
	}

	@Test
	void qualifierOfNoHubIsExplainedWithoutAPrimaryHub(CapturedOutput output) {
		assertThatException().isThrownBy(() -> SpringApplication.run(NeedsAnotherHub.class, "--pili.access-key=ak",
				"--pili.secret-key=sk-123456", "--pili.hubs.partner.hub=partner-hub"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("as the qualifier: 'partner'")
			.doesNotContain("sk-123456");
	}

	@Test
	void hubOfTheOtherVersionNamesThePropertyThatDecides(CapturedOutput output) {
		run("--pili.access-key=ak", "--pili.secret-key=sk-123456", "--pili.hub=h", "--pili.api-version=v2",
				"--pili.hubs.archive.hub=a");
		assertThat(output).contains("There is no PiliHub to inject, because no hub has version 'v1' of the API.")
			.contains("Set 'pili.api-version' or 'pili.hubs.archive.api-version' to 'v1'")
			.contains("inject the hub as the type of version 'v2'")
			.doesNotContain("sk-123456");
	}

	@Test
	void hubOfVersionTwoNamesThePropertyThatDecides(CapturedOutput output) {
		assertThatException().isThrownBy(() -> SpringApplication.run(NeedsALiveHub.class, "--pili.access-key=ak",
				"--pili.secret-key=sk-123456", "--pili.hub=h"));
		assertThat(output).contains("There is no LiveHub to inject, because no hub has version 'v2' of the API.")
			.contains("Set 'pili.api-version' to 'v2'")
			.doesNotContain("sk-123456");
	}

	@Test
	void versionThatIsNoneIsExplained(CapturedOutput output) {
		run("--pili.access-key=ak", "--pili.secret-key=sk-123456", "--pili.hub=h", "--pili.api-version=v3");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("pili.api-version")
			.contains("v3")
			.doesNotContain("sk-123456");
	}

	private void run(String... arguments) {
		assertThatException().isThrownBy(() -> SpringApplication.run(Application.class, arguments));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class NeedsAnotherHub {

		@Bean
		String needsAnotherHub(@Qualifier("archiv") PiliHub hub) {
			return hub.name();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class NeedsALiveHub {

		@Bean
		String needsALiveHub(LiveHub hub) {
			return hub.name();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		String needsAHub(PiliHub hub) {
			return hub.name();
		}

	}

}
