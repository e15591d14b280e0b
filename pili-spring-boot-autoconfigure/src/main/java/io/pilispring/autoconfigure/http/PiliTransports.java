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

package io.pilispring.autoconfigure.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.hubs.HubConnection;
import io.pilispring.transport.ApiService;
import io.pilispring.transport.PiliTransport;
import io.pilispring.transport.PiliTransportBuilder;
import io.pilispring.transport.RetryBudget;

/**
 * The transports of the application: one for each account and host, shared by all hubs
 * that have the same settings. They are not beans, so that none of them is injected by
 * accident.
 *
 * @since 0.1.0
 */
public final class PiliTransports implements AutoCloseable {

	private final DefaultPiliTransportConfigurer configurer;

	private final List<RetryBudgetListener> budgetListeners;

	private final Map<String, PiliTransport> byKey = new HashMap<>();

	private final Map<Shared, PiliTransport> transports = new HashMap<>();

	PiliTransports(DefaultPiliTransportConfigurer configurer, List<RetryBudgetListener> budgetListeners) {
		this.configurer = configurer;
		this.budgetListeners = budgetListeners;
	}

	/**
	 * Return the transport of a hub.
	 * @param connection the connection of the hub
	 * @return the transport
	 */
	public synchronized PiliTransport of(HubConnection connection) {
		PiliConnectionDetails details = connection.details();
		Shared shared = new Shared(connection.account(), details.getApiHost(), details.getFopApiHost(),
				this.configurer.sharedSettings(connection.settings()));
		PiliTransport transport = this.transports.get(shared);
		if (transport == null) {
			transport = create(connection);
			this.transports.put(shared, transport);
		}
		if (this.byKey.put(connection.key(), transport) != transport) {
			publishBudgets(connection.key(), transport);
		}
		return transport;
	}

	private void publishBudgets(String key, PiliTransport transport) {
		for (ApiService service : ApiService.values()) {
			RetryBudget budget = transport.retryBudget(service);
			if (budget != null && budget.isLimited()) {
				this.budgetListeners.forEach((listener) -> listener.onRetryBudget(key, service, budget));
			}
		}
	}

	/**
	 * Return the retries that calls to PILI share with each other.
	 * @param key the key of a hub
	 * @return the retry budget, or {@code null} if retries are not limited or there is no
	 * such hub
	 */
	public synchronized @Nullable RetryBudget retryBudget(String key) {
		PiliTransport transport = this.byKey.get(key);
		RetryBudget budget = (transport != null) ? transport.retryBudget(ApiService.PILI) : null;
		return (budget != null && budget.isLimited()) ? budget : null;
	}

	private PiliTransport create(HubConnection connection) {
		// Requested now, so that missing credentials fail the startup instead of the
		// first call
		connection.details().getCredentials();
		PiliTransportBuilder builder = this.configurer.configure(PiliTransport.builder(), connection.settings())
			.credentials(connection.account()::getCredentials);
		ApiHosts.apply(connection, builder);
		return builder.build();
	}

	@Override
	public synchronized void close() {
		this.transports.values().forEach(PiliTransport::close);
	}

	private record Shared(PiliConnectionDetails account, String apiHost, String fopApiHost, Object settings) {

		// The methods of a record are linked at the first use, which makes every start
		// slower by some milliseconds
		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Shared that && this.account.equals(that.account)
					&& this.apiHost.equals(that.apiHost) && this.fopApiHost.equals(that.fopApiHost)
					&& this.settings.equals(that.settings);
		}

		@Override
		public int hashCode() {
			return this.account.hashCode();
		}

	}

}
