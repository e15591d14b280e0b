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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class PlainHttpWarningTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
				PiliHubAutoConfiguration.class))
		.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub");

	@ParameterizedTest
	@ValueSource(strings = { "http://pili.example.com", " HTTP://pili.example.com:8080/ ", "http://10.0.0.1",
			"http://128.0.0.1", "http://[2001:db8::1]:80", "http://127.example.com", "http://localhost.example.com",
			"http://host.docker.internal", "http://0.0.0.0" })
	void hostWithoutTlsIsWarnedOfOnce(String host, CapturedOutput output) {
		this.runner.withPropertyValues("pili.api-host=" + host).run((context) -> {
			assertThat(context).hasSingleBean(PiliTransport.class);
			assertThat(output).containsOnlyOnce(" WARN ")
				.containsOnlyOnce("'pili.api-host' is '" + host.strip().toLowerCase() + "': without TLS");
		});
	}

	@Test
	void hostOfFileOperationsIsWarnedOfToo(CapturedOutput output) {
		this.runner.withPropertyValues("pili.fop-api-host=http://fop.example.com")
			.run((context) -> assertThat(output).containsOnlyOnce(" WARN ")
				.containsOnlyOnce("'pili.fop-api-host' is 'http://fop.example.com': without TLS"));
	}

	@Test
	void hostOfConnectionDetailsIsWarnedOfToo(CapturedOutput output) {
		this.runner.withBean(PiliConnectionDetails.class, PlainConnectionDetails::new)
			.run((context) -> assertThat(output).containsOnlyOnce("'pili.api-host' is 'http://details.example.com'"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost", "http://LOCALHOST:8080", "http://pili.localhost", "http://127.0.0.1:1",
			"http://127.255.255.254", "http://[::1]:8080/", "http://[0:0:0:0:0:0:0:1]", "https://pili.example.com",
			"pili.example.com", "pili.example.com:80" })
	void otherHostsAreNotWarnedOf(String host, CapturedOutput output) {
		this.runner.withPropertyValues("pili.api-host=" + host, "pili.fop-api-host=" + host).run((context) -> {
			assertThat(context).hasSingleBean(PiliTransport.class);
			assertThat(output).doesNotContain(" WARN ");
		});
	}

	static class PlainConnectionDetails implements PiliConnectionDetails {

		@Override
		public PiliCredentials getCredentials() {
			return PiliCredentials.of("ak", "sk");
		}

		@Override
		public String getHub() {
			return "my-hub";
		}

		@Override
		public String getApiHost() {
			return "http://details.example.com";
		}

	}

}
