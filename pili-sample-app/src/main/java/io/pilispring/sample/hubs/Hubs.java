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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.pilispring.v1.PiliHub;

/**
 * All hubs of the application. The first one is that which is injected without a
 * qualifier, if there is such a hub.
 */
@Component
public class Hubs {

	private final Map<String, Hub> hubs = new LinkedHashMap<>();

	Hubs(Map<String, PiliHub> clients, ObjectProvider<PiliHub> primary) {
		// Where there is no hub, the exception is that of a missing hub
		PiliHub first = (clients.isEmpty()) ? primary.getObject() : primary.getIfUnique();
		clients.forEach((key, client) -> {
			if (client == first) {
				this.hubs.put(key, new Hub(key, client));
			}
		});
		clients.forEach((key, client) -> this.hubs.putIfAbsent(key, new Hub(key, client)));
	}

	/**
	 * Return all hubs.
	 * @return the hubs
	 */
	public List<Hub> all() {
		return List.copyOf(this.hubs.values());
	}

	/**
	 * Return the first hub.
	 * @return the hub
	 */
	public Hub first() {
		return this.hubs.values().iterator().next();
	}

	/**
	 * Return a hub, if there is one.
	 * @param key the key, or {@code null}
	 * @return the hub, or {@code null}
	 */
	public @Nullable Hub find(@Nullable String key) {
		return (key != null) ? this.hubs.get(key) : null;
	}

	/**
	 * Return a hub.
	 * @param key the key
	 * @return the hub
	 * @throws UnknownHubException if there is none of that key
	 */
	public Hub get(String key) {
		Hub hub = find(key);
		if (hub == null) {
			throw new UnknownHubException(key);
		}
		return hub;
	}

}
