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

package io.pilispring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.ClassUtils;

import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.MonitoredPiliHub;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the client works on a class path without Spring Boot, such as this.
 */
class WithoutSpringBootTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.SpringApplication",
			"org.springframework.boot.autoconfigure.AutoConfiguration",
			"org.springframework.boot.http.client.HttpClientSettings" })
	void thereIsNoSpringBoot(String className) {
		assertThat(ClassUtils.isPresent(className, null)).isFalse();
	}

	@Test
	void clientAndMonitorWork() {
		this.pili.answer(200, "{\"items\":[{\"id\":\"z1.my-hub.cam1\"}]}");
		PiliTransport transport = PiliTransport.builder()
			.credentials(PiliCredentials.of("ak", "sk"))
			.apiHost(this.pili.host())
			.build();
		PiliHub hub = PiliHub.create("my-hub", transport);
		assertThat(hub.listStreams().items()).hasSize(1);
		assertThat(this.pili.onlyRequest().getHeader("Authorization")).startsWith("Qiniu ak:");
		PiliMonitor monitor = PiliMonitor.builder()
			.hub("my-hub", new MonitoredPiliHub(hub), MonitorSettings.builder().build())
			.build();
		monitor.start();
		assertThat(monitor.isRunning()).isTrue();
		monitor.stop();
		transport.close();
	}

}
