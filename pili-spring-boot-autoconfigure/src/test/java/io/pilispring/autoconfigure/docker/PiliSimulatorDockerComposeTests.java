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

package io.pilispring.autoconfigure.docker;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.signing.SigningKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PiliSimulatorDockerComposeConnectionDetailsFactory}, without Docker.
 */
class PiliSimulatorDockerComposeTests {

	@Test
	void serviceHasTheDefaultsOfTheSimulator() {
		PiliConnectionDetails details = details("registry.example.com/tools/pili-simulator:0.1.0", Map.of(), Map.of());
		assertThat(details).isNotNull();
		assertThat(details.getApiHost()).isEqualTo("http://127.0.0.1:32100");
		assertThat(details.getFopApiHost()).isEqualTo("http://127.0.0.1:32100");
		assertThat(details.getHub()).isEqualTo("test-hub");
		assertThat(details.getCredentials().accessKey()).isEqualTo("test-access-key");
		assertThat(details.getCredentials().secretKey().sign("text"))
			.isEqualTo(SigningKey.signOnce("test-secret-key", "text"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "PILI_SIMULATOR_HUBS | live,cams | live | test-access-key",
					"PILI_SIMULATOR_HUBS | cams:my-ak:my-sk,live | cams | my-ak",
					"PILI_SIMULATOR_ACCESS_KEY | my-ak | test-hub | my-ak",
					"PILI_SIMULATOR_PORT | 8090 | test-hub | test-access-key" })
	void variablesOfTheServiceApply(String name, String value, String hub, String accessKey) {
		PiliConnectionDetails details = details("pili-simulator", Map.of(name, value), Map.of());
		assertThat(details).isNotNull();
		assertThat(details.getHub()).isEqualTo(hub);
		assertThat(details.getCredentials().accessKey()).isEqualTo(accessKey);
	}

	@Test
	void labelNamesAServiceWhoseImageIsNamedOtherwise() {
		assertThat(details("acme/live", Map.of(), Map.of())).isNull();
		assertThat(
				details("acme/live", Map.of(), Map.of("org.springframework.boot.service-connection", "pili-simulator")))
			.isNotNull();
	}

	private static PiliConnectionDetails details(String image, Map<String, String> variables,
			Map<String, String> labels) {
		ConnectionPorts ports = mock(ConnectionPorts.class);
		given(ports.get(8090)).willReturn(32100);
		RunningService service = mock(RunningService.class);
		given(service.image()).willReturn(ImageReference.of(image));
		given(service.host()).willReturn("127.0.0.1");
		given(service.ports()).willReturn(ports);
		given(service.env()).willReturn(variables);
		given(service.labels()).willReturn(labels);
		return (PiliConnectionDetails) new ConnectionDetailsFactories(null).getConnectionDetails(source(service), false)
			.get(PiliConnectionDetails.class);
	}

	// Only Spring Boot makes them
	private static DockerComposeConnectionSource source(RunningService service) {
		try {
			return BeanUtils.instantiateClass(
					DockerComposeConnectionSource.class.getDeclaredConstructor(RunningService.class, Environment.class),
					service, new MockEnvironment());
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
