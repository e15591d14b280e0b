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

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.testcontainers.PiliSimulatorContainer;

/**
 * Connects the primary hub to a {@link PiliSimulatorContainer}.
 */
class PiliSimulatorContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<PiliSimulatorContainer, PiliConnectionDetails> {

	@Override
	protected PiliConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<PiliSimulatorContainer> source) {
		return new SimulatorContainerConnectionDetails(source);
	}

	/**
	 * Connection details of a container, which has an address only when it runs.
	 */
	private static final class SimulatorContainerConnectionDetails
			extends ContainerConnectionDetails<PiliSimulatorContainer> implements PiliConnectionDetails {

		private SimulatorContainerConnectionDetails(ContainerConnectionSource<PiliSimulatorContainer> source) {
			super(source);
		}

		@Override
		public PiliCredentials getCredentials() {
			return PiliCredentials.of(getContainer().getAccessKey(), getContainer().getSecretKey());
		}

		@Override
		public String getHub() {
			return getContainer().getHub();
		}

		@Override
		public String getApiHost() {
			return getContainer().getApiHost();
		}

		@Override
		public String getFopApiHost() {
			return getContainer().getApiHost();
		}

	}

}
