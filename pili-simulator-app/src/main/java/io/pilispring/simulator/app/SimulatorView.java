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

package io.pilispring.simulator.app;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;
import io.pilispring.simulator.SimulatedAccount;

/**
 * What the simulator has, as JSON.
 *
 * @param apiHost the address of the simulated API
 * @param accounts the accounts
 */
record SimulatorView(String apiHost, List<AccountView> accounts) {

	static SimulatorView of(PiliSimulator simulator) {
		return new SimulatorView(simulator.apiHost(), simulator.accounts().stream().map(AccountView::of).toList());
	}

	/**
	 * An account, as JSON.
	 *
	 * @param accessKey the access key
	 * @param secretKey the secret key if the simulator made it up, or {@code null}
	 * @param publishHost the host of publish URLs
	 * @param hubs the hubs
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AccountView(String accessKey, @Nullable String secretKey, String publishHost, List<HubView> hubs) {

		static AccountView of(SimulatedAccount account) {
			return new AccountView(account.accessKey(), (isMadeUp(account.secretKey())) ? account.secretKey() : null,
					account.hosts().publishRtmp(),
					account.hubs().stream().map((hub) -> HubView.of(account, hub)).toList());
		}

		// A key that a user has set may be a real one
		private static boolean isMadeUp(String secretKey) {
			return secretKey.equals(PiliSimulatorBuilder.DEFAULT_SECRET_KEY)
					|| secretKey.startsWith(PiliSimulatorBuilder.DEFAULT_SECRET_KEY + "-");
		}

		String describe() {
			return "access key " + this.accessKey + ", "
					+ ((this.secretKey != null) ? "secret key " + this.secretKey : "the secret key that you set")
					+ ", hubs " + String.join(", ", this.hubs.stream().map(HubView::name).toList());
		}

		@Override
		public String toString() {
			return "AccountView[accessKey=" + this.accessKey + "]";
		}

	}

	/**
	 * A hub, as JSON.
	 *
	 * @param name the name
	 * @param streams the streams
	 */
	record HubView(String name, List<StreamView> streams) {

		static HubView of(SimulatedAccount account, String name) {
			return new HubView(name, account.hub(name).streams().stream().map(StreamView::of).toList());
		}

	}

}
