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
class DevelopmentSampleApplication {

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
