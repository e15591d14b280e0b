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

package io.pilispring.simulator;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AllowedHosts} and the address of a simulator.
 */
class AllowedHostsTests {

	private final AllowedHosts local = AllowedHosts.of(List.of("Simulator.example.com"), false);

	private final AllowedHosts network = AllowedHosts.of(List.of(), true);

	@ParameterizedTest
	@ValueSource(strings = { "simulator:8090", "pili_simulator:8090", "pili-simulator", "192.0.2.1:8090",
			"[2001:db8::1]:1" })
	void namesOfContainersAndAddressesAreAllowedInANetworkAlone(String host) {
		assertThat(this.network.allowsHost(host)).isTrue();
		assertThat(this.local.allowsHost(host)).isFalse();
		assertThat(this.network.allowsOrigin("http://" + host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example.com", "evil.example.com:8090", "127.0.0.1.evil.example.com", "", "a b", "@",
			"localhost@evil.example.com" })
	void otherDomainsAreNeverAllowed(String host) {
		assertThat(this.network.allowsHost(host)).isFalse();
		assertThat(this.local.allowsHost(host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "simulator.example.com:1", "SIMULATOR.example.com", "localhost:1", "[::1]:2", "127.0.0.1" })
	void namesThatAreSetAndThoseOfThisMachineAreAllowed(String host) {
		assertThat(this.local.allowsHost(host)).isTrue();
		assertThat(this.local.allowsOrigin("https://" + host)).isTrue();
	}

	@Test
	void simulatorListensToTheAddress() {
		try (PiliSimulator simulator = PiliSimulator.builder().address("0.0.0.0").start()) {
			assertThat(URI.create(simulator.apiHost()).getHost()).isEqualTo("127.0.0.1");
			assertThat(simulator.isAllowedHost("pili-simulator:80")).isTrue();
			assertThat(new TestClient(simulator).get("/v2/hubs/test-hub/streams").status()).isEqualTo(200);
		}
		try (PiliSimulator simulator = PiliSimulator.builder().allowedHosts("a.example.com").start()) {
			assertThat(simulator.isAllowedHost("a.example.com")).isTrue();
			assertThat(simulator.isAllowedHost("pili-simulator:80")).isFalse();
		}
	}

	@Test
	void addressOfAnotherMachineIsReported() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> PiliSimulator.builder().address("192.0.2.1").start())
			.withMessage("the simulator cannot listen to 192.0.2.1:0");
	}

	@Test
	void whatIsNoAddressIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> PiliSimulator.builder().address("example.com"))
			.withMessageContaining("'address'");
		assertThatIllegalArgumentException().isThrownBy(() -> PiliSimulator.builder().allowedHosts("a:80"))
			.withMessageContaining("'allowedHosts'");
	}

}
