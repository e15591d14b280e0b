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

package io.pilispring.v2;

import java.util.List;

import io.pilispring.PiliException;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v2.statistics.Statistics;

/**
 * What stands above a hub: the hubs of an account, and its statistics. Safe for use by
 * multiple threads.
 * <p>
 * Every call throws a {@link PiliException} if PILI cannot be reached or responds with an
 * error.
 *
 * @since 0.1.0
 */
public interface PiliAccount {

	/**
	 * Create a client of an account.
	 * @param transport the transport, which has the credentials of the account
	 * @return the client
	 */
	static PiliAccount create(PiliTransport transport) {
		return new DefaultPiliAccount(transport);
	}

	/**
	 * List the hubs of the account: {@code GET /v2/hubs}.
	 * @return the names of the hubs
	 */
	List<String> hubs();

	/**
	 * Return a client of a hub, which requests the domains of its URLs when they are
	 * needed. Does not call PILI.
	 * @param name the name of the hub
	 * @return the client, whether or not there is such a hub
	 * @throws IllegalArgumentException if the name is not valid
	 */
	LiveHub hub(String name);

	/**
	 * Return the statistics of the account. Does not call PILI.
	 * @return the statistics
	 */
	Statistics statistics();

}
