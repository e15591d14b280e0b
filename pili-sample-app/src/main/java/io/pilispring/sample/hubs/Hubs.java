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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;

/**
 * All hubs of the application, of both versions of the API. The first one is that which
 * is injected without a qualifier, if there is such a hub.
 */
@Component
public class Hubs {

	private final Map<String, Hub> hubs = new LinkedHashMap<>();

	Hubs(@Nullable Map<String, PiliHub> v1, @Nullable Map<String, LiveHub> v2, ObjectProvider<PiliHub> primaryV1,
			ObjectProvider<LiveHub> primaryV2, Environment environment) {
		boolean v2First = Binder.get(environment)
			.bind("pili.api-version", ApiVersion.class)
			.orElse(ApiVersion.V1) == ApiVersion.V2;
		List<Hub> all = new ArrayList<>();
		if (v1 != null) {
			v1.forEach((key, client) -> all.add(new V1Hub(key, client)));
		}
		if (v2 != null) {
			v2.forEach((key, client) -> all.add(new V2Hub(key, client)));
		}
		Object first = first(primaryV1, primaryV2, v2First, all);
		all.stream().filter((hub) -> client(hub) == first).forEach((hub) -> this.hubs.put(hub.key(), hub));
		all.forEach((hub) -> this.hubs.putIfAbsent(hub.key(), hub));
	}

	// The primary hub has the version that the other hubs have by default
	private static @Nullable Object first(ObjectProvider<PiliHub> v1, ObjectProvider<LiveHub> v2, boolean v2First,
			List<Hub> all) {
		if (all.isEmpty()) {
			// The exception is that of a missing hub
			return ((v2First) ? v2 : v1).getObject();
		}
		ApiVersion preferred = (v2First) ? ApiVersion.V2 : ApiVersion.V1;
		boolean hasPreferred = all.stream().anyMatch((hub) -> hub.version() == preferred);
		return ((v2First == hasPreferred) ? v2 : v1).getIfUnique();
	}

	private static Object client(Hub hub) {
		return (hub instanceof V1Hub v1) ? v1.client() : ((V2Hub) hub).client();
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
