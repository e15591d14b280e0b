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

package io.pilispring.autoconfigure.hubs;

import io.pilispring.autoconfigure.HubProperties;
import io.pilispring.autoconfigure.PiliConnectionDetails;

/**
 * The address, the credentials and the settings of a hub.
 *
 * @param key the key of the hub, which is the name of its bean
 * @param details the address and the credentials
 * @param account the details that the credentials come from; hubs with the same account
 * details share an account
 * @param settings the properties of the hub
 * @since 0.1.0
 */
public record HubConnection(String key, PiliConnectionDetails details, PiliConnectionDetails account,
		HubSettings settings) {

	/**
	 * Return the prefix of the property that names a detail.
	 * @param property the property
	 * @return the prefix of the hub, or that of {@code pili} if it inherits the detail
	 */
	public String prefixOf(OptionalProperty<HubProperties, String> property) {
		return (this.details instanceof InheritingPiliConnectionDetails) ? this.settings.prefixOf(property)
				: this.settings.prefix();
	}

}
