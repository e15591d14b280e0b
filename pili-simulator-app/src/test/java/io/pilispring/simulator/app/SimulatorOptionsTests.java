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

package io.pilispring.simulator.app;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link SimulatorOptions} and {@link HubSpecs}.
 */
class SimulatorOptionsTests {

	@Test
	void optionsAreShortFormsOfProperties() {
		assertThat(properties("--hubs=live,cams", "--port=0", "--control-port=9999", "--address=0.0.0.0",
				"--allowed-hosts=a.example.com", "--access-key=ak", "--secret-key=sk", "--zone=z2",
				"--pili.simulator.fop-duration=5s", "--spring.threads.virtual.enabled=true"))
			.containsOnly(entry("pili.simulator.hubs", "live,cams"), entry("pili.simulator.port", "0"),
					entry("server.port", "9999"), entry("pili.simulator.address", "0.0.0.0"),
					entry("pili.simulator.allowed-hosts", "a.example.com"), entry("pili.access-key", "ak"),
					entry("pili.secret-key", "sk"), entry("pili.simulator.zone", "z2"),
					entry("pili.simulator.fop-duration", "5s"), entry("spring.threads.virtual.enabled", "true"));
	}

	@Test
	void environmentVariablesAreOptionsThatArgumentsReplace() {
		assertThat(SimulatorOptions
			.parse(new String[] { "--port=1" },
					Map.of("PILI_SIMULATOR_PORT", "2", "PILI_SIMULATOR_CONTROL_PORT", "3", "PILI_SIMULATOR_HUBS",
							"a:b:c", "PATH", "/bin"))
			.properties()).containsOnly(entry("pili.simulator.port", "1"), entry("server.port", "3"),
					entry("pili.hub", "a"), entry("pili.access-key", "b"), entry("pili.secret-key", "c"));
	}

	@Test
	void hubsMayHaveKeysOfTheirOwn() {
		assertThat(properties("--hubs=live,cams:ak:s:k, cams:ak2:sk2")).containsOnly(
				entry("pili.simulator.hubs", "live"), entry("pili.hubs.cams.hub", "cams"),
				entry("pili.hubs.cams.access-key", "ak"), entry("pili.hubs.cams.secret-key", "s:k"),
				entry("pili.hubs.cams-2.hub", "cams"), entry("pili.hubs.cams-2.access-key", "ak2"),
				entry("pili.hubs.cams-2.secret-key", "sk2"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "--hub=x | Not an option: '--hub'.",
			"hubs=x | Not an option: 'hubs'.", "--port | Not an option: '--port'.",
			"--port= | --port must have a value.", "--port=abc | --port must be a number between 0 and 65535: 'abc'.",
			"--control-port=70000 | --control-port must be a number between 0 and 65535: '70000'.",
			"--hubs=a b | --hubs must be names", "--hubs=a, | --hubs must be names",
			"--hubs=a:ak | --hubs must have both keys or none", "--hubs=a:ak: | --hubs must have both keys or none",
			"--hubs=a:ak:s1,b:ak:s2 | --hubs must not have two secret keys for the access key 'ak'.",
			"--pili.simulator.prot=1 | No such property: 'pili.simulator.prot'.",
			"--pili.simulator.fop-duration=soon | 'pili.simulator.fop-duration' cannot have the value 'soon'." })
	void whatIsNotValidIsExplained(String arg, String message) {
		assertThatExceptionOfType(InvalidOptionException.class).isThrownBy(() -> properties(arg))
			.withMessageStartingWith(message);
	}

	@Test
	void noMessageHasASecret() {
		assertThatExceptionOfType(InvalidOptionException.class).isThrownBy(() -> properties("--secretkey=hidden"))
			.withMessageNotContaining("hidden");
		assertThatExceptionOfType(InvalidOptionException.class)
			.isThrownBy(() -> properties("--hubs=a:ak:hidden,b:ak:hidden2"))
			.withMessageNotContaining("hidden");
		assertThatExceptionOfType(InvalidOptionException.class)
			.isThrownBy(() -> properties("--hubs=a:ak:sk", "--secret-key=hidden"))
			.withMessageContaining("there are none")
			.withMessageNotContaining("hidden");
		assertThat(SimulatorOptions.parse(new String[] { "--secret-key=hidden" }, Map.of()).toString())
			.doesNotContain("hidden");
	}

	@Test
	void helpNamesEveryOption() {
		assertThat(SimulatorOptions.parse(new String[] { "--help" }, Map.of()).help()).isTrue();
		for (Option option : Option.values()) {
			assertThat(SimulatorOptions.usage()).contains("--" + option.label() + "=");
		}
	}

	private static Map<String, String> properties(String... args) {
		return SimulatorOptions.parse(args, Map.of()).properties();
	}

}
