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

package io.pilispring.autoconfigure.docker;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.signing.PiliCredentials;

/**
 * Connects the primary hub to a {@code pili-simulator} service of Docker Compose. The
 * first hub of the service is used.
 */
class PiliSimulatorDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<PiliConnectionDetails> {

	private static final String NAME = "pili-simulator";

	private static final String LABEL = "org.springframework.boot.service-connection";

	PiliSimulatorDockerComposeConnectionDetailsFactory() {
		super((source) -> isSimulator(source.getRunningService()));
	}

	// Whatever registry the image is from
	private static boolean isSimulator(RunningService service) {
		String name = service.labels().get(LABEL);
		return (name != null) ? name.equals(NAME)
				: service.image().getName().substring(service.image().getName().lastIndexOf('/') + 1).equals(NAME);
	}

	@Override
	protected PiliConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new SimulatorConnectionDetails(source.getRunningService());
	}

	/**
	 * Connection details of a service.
	 */
	private static final class SimulatorConnectionDetails extends DockerComposeConnectionDetails
			implements PiliConnectionDetails {

		private final SimulatorEnvironment environment;

		private final String apiHost;

		private SimulatorConnectionDetails(RunningService service) {
			super(service);
			this.environment = new SimulatorEnvironment(service.env()::get);
			this.apiHost = "http://" + service.host() + ":" + service.ports().get(this.environment.port());
		}

		@Override
		public PiliCredentials getCredentials() {
			return PiliCredentials.of(this.environment.accessKey(), this.environment.secretKey());
		}

		@Override
		public String getHub() {
			return this.environment.hub();
		}

		@Override
		public String getApiHost() {
			return this.apiHost;
		}

		@Override
		public String getFopApiHost() {
			return this.apiHost;
		}

	}

}
