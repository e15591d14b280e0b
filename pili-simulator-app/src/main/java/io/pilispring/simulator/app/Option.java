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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The options of the program. Each is a short form of a property.
 */
enum Option {

	/**
	 * The hubs.
	 */
	HUBS("pili.simulator.hubs", "live,cams:my-ak:my-sk",
			"Hubs, test-hub by default: names, each with the keys of its account if it has its own"),

	/**
	 * The port of the simulator.
	 */
	PORT("pili.simulator.port", "8090", "Port of the simulated API, 8090 by default, 0 for a free one"),

	/**
	 * The port of the control API.
	 */
	CONTROL_PORT("server.port", "8091", "Port of the control API and its page, 8091 by default, 0 for a free one"),

	/**
	 * The address to listen on.
	 */
	ADDRESS("pili.simulator.address", "0.0.0.0", "Address to listen on, 127.0.0.1 by default"),

	/**
	 * Further names of the simulator.
	 */
	ALLOWED_HOSTS("pili.simulator.allowed-hosts", "pili.example.com",
			"Names by which the simulator is called, beside those of this machine"),

	/**
	 * The access key of the default account.
	 */
	ACCESS_KEY("pili.access-key", "my-ak", "Access key of hubs without keys of their own"),

	/**
	 * The secret key of the default account.
	 */
	SECRET_KEY("pili.secret-key", "my-sk", "Secret key of hubs without keys of their own"),

	/**
	 * The zone.
	 */
	ZONE("pili.simulator.zone", "z1", "Zone, which is the first part of the ids of version 1");

	private final String property;

	private final String example;

	private final String description;

	Option(String property, String example, String description) {
		this.property = property;
		this.example = example;
		this.description = description;
	}

	static @Nullable Option find(String name) {
		for (Option option : values()) {
			if (option.label().equals(name)) {
				return option;
			}
		}
		return null;
	}

	String property() {
		return this.property;
	}

	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String variable() {
		return "PILI_SIMULATOR_" + name();
	}

	boolean isPort() {
		return this == PORT || this == CONTROL_PORT;
	}

	String usage() {
		return "  %-34s %s".formatted("--" + label() + "=" + this.example, this.description);
	}

}
