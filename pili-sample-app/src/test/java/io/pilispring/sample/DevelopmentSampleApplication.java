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
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import io.pilispring.sample.tour.PublishUrlReady;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.autoconfigure.PiliSimulatorConfiguration;

/**
 * Starts the sample on the simulator, with a camera that publishes.
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

	@Configuration(proxyBeanMethods = false)
	@Import({ PiliSimulatorConfiguration.class, SimulatedCamera.class })
	static class SimulatorConfiguration {

	}

	static class SimulatedCamera {

		private final PiliSimulator simulator;

		SimulatedCamera(PiliSimulator simulator) {
			this.simulator = simulator;
		}

		@EventListener
		void publish(PublishUrlReady ready) {
			this.simulator.publish(ready.url());
		}

	}

}
