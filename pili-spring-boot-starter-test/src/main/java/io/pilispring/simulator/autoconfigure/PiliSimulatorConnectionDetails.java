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

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedAccount;

/**
 * Connection details of a hub of a simulator.
 */
final class PiliSimulatorConnectionDetails implements PiliConnectionDetails {

	private final String apiHost;

	private final PiliCredentials credentials;

	private final String hub;

	private PiliSimulatorConnectionDetails(PiliSimulator simulator, SimulatedAccount account, String hub) {
		this.apiHost = simulator.apiHost();
		this.credentials = PiliCredentials.of(account.accessKey(), account.secretKey());
		this.hub = hub;
	}

	/**
	 * Create the details of the primary hub. A simulator of the user may lack that hub.
	 * @param simulator the simulator
	 * @param hubs the hubs of the application
	 * @return the details
	 */
	static PiliSimulatorConnectionDetails ofPrimary(PiliSimulator simulator, ApplicationHubs hubs) {
		String hub = hubs.primaryName();
		return new PiliSimulatorConnectionDetails(simulator, simulator.account(),
				(hub != null && simulator.hubs().contains(hub)) ? hub : simulator.hub());
	}

	/**
	 * Create the details of a further hub.
	 * @param simulator the simulator
	 * @param hubs the hubs of the application
	 * @param key the key of the hub
	 * @return the details
	 * @throws IllegalStateException if a simulator of the user lacks the account
	 */
	static PiliSimulatorConnectionDetails ofFurther(PiliSimulator simulator, ApplicationHubs hubs, String key) {
		ApplicationHub hub = hubs.further(key);
		return new PiliSimulatorConnectionDetails(simulator,
				(hub.account() == hubs.defaultAccount()) ? simulator.account() : account(simulator, hub, key),
				hub.name());
	}

	// Another account would mix up its hub with one of the same name
	private static SimulatedAccount account(PiliSimulator simulator, ApplicationHub hub, String key) {
		String accessKey = hub.account().accessKey();
		return simulator.accounts()
			.stream()
			.filter((account) -> account.accessKey().equals(accessKey))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(("The simulator has no account with the access key '%s', "
					+ "which the hub '%s' needs. Add it with PiliSimulatorBuilder.account(...), or build the "
					+ "simulator with the PiliSimulatorBuilder bean.")
				.formatted(accessKey, key)));
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
		return this.apiHost;
	}

	@Override
	public String getFopApiHost() {
		return this.apiHost;
	}

}
