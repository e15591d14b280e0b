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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Translates the options into properties, which configure hubs as those of an application
 * do.
 */
class HubSpecs {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

	private final Map<Option, String> options;

	private final List<String> plain = new ArrayList<>();

	private final List<HubSpec> withKeys = new ArrayList<>();

	private final Map<String, String> secretKeys = new LinkedHashMap<>();

	HubSpecs(Map<Option, String> options) {
		this.options = options;
		String hubs = options.get(Option.HUBS);
		if (hubs != null) {
			for (String hub : hubs.split(",", -1)) {
				add(hub.strip());
			}
		}
	}

	private void add(String hub) {
		String[] parts = hub.split(":", 3);
		if (!NAME.matcher(parts[0]).matches()) {
			throw new InvalidOptionException(
					"--hubs must be names made of letters, digits, '_' and '-', separated by commas: '%s'."
						.formatted(parts[0]));
		}
		if (parts.length == 1) {
			this.plain.add(parts[0]);
			return;
		}
		if (parts.length == 2 || parts[1].isBlank() || parts[2].isBlank()) {
			throw new InvalidOptionException(
					"--hubs must have both keys or none, as in name:accessKey:secretKey: '%s'.".formatted(parts[0]));
		}
		String other = this.secretKeys.putIfAbsent(parts[1], parts[2]);
		if (other != null && !other.equals(parts[2])) {
			throw new InvalidOptionException(
					"--hubs must not have two secret keys for the access key '%s'.".formatted(parts[1]));
		}
		this.withKeys.add(new HubSpec(parts[0], parts[1], parts[2]));
	}

	/**
	 * Return the properties that the options stand for.
	 * @return the properties
	 */
	Map<String, String> properties() {
		Map<String, String> properties = new LinkedHashMap<>();
		this.options.forEach((option, value) -> properties.put(option.property(), value));
		if (!this.withKeys.isEmpty()) {
			properties.remove(Option.HUBS.property());
			addAccounts(properties);
		}
		return properties;
	}

	private void addAccounts(Map<String, String> properties) {
		List<HubSpec> further = new ArrayList<>(this.withKeys);
		if (!this.plain.isEmpty()) {
			properties.put(Option.HUBS.property(), String.join(",", this.plain));
		}
		else {
			if (this.options.containsKey(Option.ACCESS_KEY) || this.options.containsKey(Option.SECRET_KEY)) {
				throw new InvalidOptionException(
						"--access-key and --secret-key are for hubs without keys of their own, and there are none.");
			}
			HubSpec first = further.remove(0);
			properties.put("pili.hub", first.name());
			properties.put(Option.ACCESS_KEY.property(), first.accessKey());
			properties.put(Option.SECRET_KEY.property(), first.secretKey());
		}
		Set<String> keys = new LinkedHashSet<>();
		for (HubSpec hub : further) {
			String prefix = "pili.hubs." + uniqueKey(hub.name(), keys);
			properties.put(prefix + ".hub", hub.name());
			properties.put(prefix + ".access-key", hub.accessKey());
			properties.put(prefix + ".secret-key", hub.secretKey());
		}
	}

	// Two accounts may have hubs of one name
	private static String uniqueKey(String name, Set<String> keys) {
		String key = name;
		for (int i = 2; !keys.add(key); i++) {
			key = name + "-" + i;
		}
		return key;
	}

	/**
	 * A hub with keys of its own.
	 *
	 * @param name the name
	 * @param accessKey the access key of its account
	 * @param secretKey the secret key of its account
	 */
	private record HubSpec(String name, String accessKey, String secretKey) {

		@Override
		public String toString() {
			return "HubSpec[name=" + this.name + "]";
		}

	}

}
