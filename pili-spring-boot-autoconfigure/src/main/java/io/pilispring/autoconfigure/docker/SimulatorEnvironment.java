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

package io.pilispring.autoconfigure.docker;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The keys and the hub of a simulator, from the environment variables of its container. A
 * simulator has the same defaults.
 */
class SimulatorEnvironment {

	private static final String PREFIX = "PILI_SIMULATOR_";

	private final int port;

	private final String hub;

	private final String accessKey;

	private final String secretKey;

	SimulatorEnvironment(Function<String, @Nullable String> variables) {
		this.port = Integer.parseInt(value(variables, PREFIX + "PORT", "8090"));
		String hubs = variables.apply(PREFIX + "HUBS");
		String[] first = ((StringUtils.hasText(hubs)) ? hubs : "test-hub").split(",", 2)[0].strip().split(":", 3);
		this.hub = first[0];
		if (first.length == 3) {
			this.accessKey = first[1];
			this.secretKey = first[2];
		}
		else {
			this.accessKey = value(variables, PREFIX + "ACCESS_KEY", "test-access-key");
			this.secretKey = value(variables, PREFIX + "SECRET_KEY", "test-secret-key");
		}
	}

	private static String value(Function<String, @Nullable String> variables, String name, String defaultValue) {
		String value = variables.apply(name);
		return (StringUtils.hasText(value)) ? value : defaultValue;
	}

	int port() {
		return this.port;
	}

	String hub() {
		return this.hub;
	}

	String accessKey() {
		return this.accessKey;
	}

	String secretKey() {
		return this.secretKey;
	}

	@Override
	public String toString() {
		return "SimulatorEnvironment[hub=" + this.hub + "]";
	}

}
