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

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.simulator.PiliSimulator;

/**
 * Auto-configuration that makes the client talk to a {@link PiliSimulator} bean.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliSimulatorConfiguration.class,
		beforeName = "io.pilispring.autoconfigure.hubs.PiliAutoConfiguration")
@ConditionalOnSingleCandidate(PiliSimulator.class)
public final class PiliSimulatorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PiliConnectionDetails piliSimulatorConnectionDetails(PiliSimulator simulator, Environment environment) {
		return new PiliSimulatorConnectionDetails(simulator, ApplicationAccount.of(environment).hub());
	}

}
