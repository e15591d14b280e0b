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

package io.pilispring.sample.hubs;

import io.pilispring.v1.PiliHub;

/**
 * A hub and the key that tells it apart in this application: hubs of two accounts may
 * have the same name. As a parameter of a controller it is the hub whose key is the path
 * variable {@code hub}, or the first one where the path has none.
 *
 * @param key the key
 * @param client the client of the hub
 */
public record Hub(String key, PiliHub client) {

	/**
	 * Return the name of the hub.
	 * @return the name
	 */
	public String name() {
		return this.client.name();
	}

}
