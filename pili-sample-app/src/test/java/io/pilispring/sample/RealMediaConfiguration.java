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

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;

import io.pilispring.sample.publish.Camera;
import io.pilispring.sample.tour.PublishUrlReady;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;
import io.pilispring.simulator.PublishDecision;
import io.pilispring.simulator.media.MediaServer;

/**
 * The simulator with real media, if the programs for it are installed.
 */
@Profile("media")
@Conditional(OnMediaProgramsCondition.class)
class RealMediaConfiguration {

	@Bean
	MediaServer mediaServer(PiliSimulatorBuilder builder) {
		return MediaServer.start(builder);
	}

	// The media server closes it
	@Bean(destroyMethod = "")
	PiliSimulator piliSimulator(MediaServer media) {
		return media.simulator();
	}

	@Bean
	PictureCamera camera(MediaServer media) {
		return new PictureCamera(media);
	}

	static class PictureCamera implements Camera {

		private final MediaServer media;

		PictureCamera(MediaServer media) {
			this.media = media;
		}

		@EventListener
		void publish(PublishUrlReady ready) {
			publish(ready.url());
		}

		@Override
		public Push publish(String url) {
			PublishDecision decision = this.media.simulator().checkPublish(url);
			if (!decision.accepted()) {
				return Push.refused(decision.verdict().name());
			}
			return Push.accepted(this.media.publishTestPicture(url)::close);
		}

	}

}
