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

package io.pilispring.simulator.autoconfigure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SimulationNotice}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SimulationNoticeTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(PiliSimulatorConfiguration.class);

	@Test
	void startSaysThatPiliIsSimulated(CapturedOutput output) {
		this.runner.run((context) -> assertThat(output).contains("INFO", "PILI is simulated at http://127.0.0.1:")
			.doesNotContain("although"));
	}

	@Test
	void profileThatIsNotForDevelopmentIsAWarning(CapturedOutput output) {
		profiles("local", "production").run((context) -> assertThat(output).contains("WARN",
				"PILI is simulated at http://127.0.0.1:", "although the profiles [production] are active"));
	}

	@Test
	void profilesForDevelopmentAreAProperty(CapturedOutput output) {
		profiles("Demo").withPropertyValues("pili.simulator.development-profiles=demo,local")
			.run((context) -> assertThat(output).contains("PILI is simulated").doesNotContain("although"));
	}

	private ApplicationContextRunner profiles(String... profiles) {
		return this.runner.withInitializer((context) -> context.getEnvironment().setActiveProfiles(profiles));
	}

	@Test
	void namesAreThoseThatAreCommon() {
		assertThat(new PiliSimulatorProperties().getDevelopmentProfiles())
			.isEqualTo(List.of("dev", "develop", "development", "local", "test"));
	}

}
