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

import org.jspecify.annotations.Nullable;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;

/**
 * Points at a simulator.
 */
final class PiliSimulatorConnectionDetails implements PiliConnectionDetails {

	private final PiliSimulator simulator;

	private final PiliCredentials credentials;

	private final String hub;

	/**
	 * Create the details.
	 * @param simulator the simulator
	 * @param hub the hub of the application, or {@code null} if it names none; a
	 * simulator of the user may lack it
	 */
	PiliSimulatorConnectionDetails(PiliSimulator simulator, @Nullable String hub) {
		this.simulator = simulator;
		this.hub = (hub != null && simulator.hubs().contains(hub)) ? hub : simulator.hub();
		this.credentials = PiliCredentials.of(simulator.accessKey(), simulator.secretKey());
	}

	@Override
	public PiliCredentials getCredentials() {
		return this.credentials;
	}

	@Override
	public String getHub() {
		return this.hub;
	}

	@Override
	public String getApiHost() {
		return this.simulator.apiHost();
	}

	@Override
	public String getFopApiHost() {
		return this.simulator.apiHost();
	}

}
