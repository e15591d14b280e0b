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

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import io.pilispring.sample.publish.Camera;
import io.pilispring.sample.tour.PublishUrlReady;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PublishDecision;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.media.MediaServer;

/**
 * The simulator as it is, without pictures. No configuration that is found by itself: it
 * is imported after the one with real media.
 */
@ConditionalOnMissingBean(MediaServer.class)
@Import(PlainSimulatorConfiguration.SimulatedCamera.class)
public class PlainSimulatorConfiguration {

	static class SimulatedCamera implements Camera {

		private final PiliSimulator simulator;

		SimulatedCamera(PiliSimulator simulator) {
			this.simulator = simulator;
		}

		@EventListener
		void publish(PublishUrlReady ready) {
			publish(ready.url());
		}

		@Override
		public Push publish(String url) {
			PublishDecision decision = this.simulator.publish(url);
			SimulatedStream stream = decision.stream();
			return (decision.accepted() && stream != null) ? Push.accepted(stream::goOffline)
					: Push.refused(decision.verdict().name());
		}

	}

}
