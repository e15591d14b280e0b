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

package io.pilispring.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

import io.pilispring.simulator.autoconfigure.PiliSimulatorConfiguration;

/**
 * Starts the sample on the simulator, with a camera that publishes. With the profile
 * {@code media} the camera sends a real picture, with {@code hubs} there are four hubs,
 * one of them of version 2.
 */
public final class DevelopmentSampleApplication {

	private DevelopmentSampleApplication() {
	}

	public static void main(String[] args) {
		SpringApplication.from(PiliSampleApplication::main)
			.with(SimulatorConfiguration.class)
			.withAdditionalProfiles("tour")
			.run(args);
	}

	@Import({ RealMediaConfiguration.class, PiliSimulatorConfiguration.class, PlainSimulatorConfiguration.class })
	static class SimulatorConfiguration {

	}

}
