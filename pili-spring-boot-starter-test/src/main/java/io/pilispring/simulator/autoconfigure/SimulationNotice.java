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

import java.util.Arrays;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.env.Environment;

import io.pilispring.simulator.PiliSimulator;

/**
 * Says at the start of an application that PILI is simulated: a warning, unless only
 * profiles that are for development are active.
 */
final class SimulationNotice {

	private static final Log logger = LogFactory.getLog(PiliSimulatorConfiguration.class);

	private SimulationNotice() {
	}

	static void log(PiliSimulator simulator, Environment environment, List<String> developmentProfiles) {
		List<String> others = Arrays.stream(environment.getActiveProfiles())
			.filter((profile) -> developmentProfiles.stream().noneMatch(profile::equalsIgnoreCase))
			.toList();
		if (others.isEmpty()) {
			logger.info("PILI is simulated at " + simulator.apiHost());
		}
		else {
			logger
				.warn(("PILI is simulated at %s although the profiles %s are active: nothing that this application does "
						+ "reaches PILI. If they are for development, add them to 'pili.simulator.development-profiles'.")
					.formatted(simulator.apiHost(), others));
		}
	}

}
