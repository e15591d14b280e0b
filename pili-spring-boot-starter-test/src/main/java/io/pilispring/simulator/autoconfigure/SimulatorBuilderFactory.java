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

package io.pilispring.simulator.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;

/**
 * Creates simulator builders from properties.
 */
final class SimulatorBuilderFactory {

	private static final String PREFIX = "pili.simulator.";

	static final String PORT = PREFIX + "port";

	private final PiliSimulatorProperties properties;

	private final ApplicationAccount account;

	SimulatorBuilderFactory(PiliSimulatorProperties properties, ApplicationAccount account) {
		this.properties = properties;
		this.account = account;
	}

	PiliSimulatorBuilder create() {
		PiliSimulatorBuilder builder = PiliSimulator.builder();
		setCredentials(builder);
		setHubs(builder);
		set(PREFIX + "zone", this.properties.getZone(), builder::zone);
		set(PORT, this.properties.getPort(), builder::port);
		set(PREFIX + "publish-security", this.properties.getPublishSecurity(), builder::publishSecurity);
		set(PREFIX + "hosts-generation", this.properties.getHostsGeneration(), builder::hostsGeneration);
		set(PREFIX + "profiles", this.properties.getProfiles(),
				(profiles) -> builder.profiles(profiles.toArray(String[]::new)));
		set(PREFIX + "fop-duration", this.properties.getFopDuration(), builder::fopDuration);
		set(PREFIX + "batch-call", this.properties.isBatchCall(), builder::batchCall);
		return builder;
	}

	private void setCredentials(PiliSimulatorBuilder builder) {
		String accessKey = Objects.requireNonNullElse(this.account.accessKey(),
				PiliSimulatorBuilder.DEFAULT_ACCESS_KEY);
		String secretKey = Objects.requireNonNullElse(this.account.secretKey(),
				PiliSimulatorBuilder.DEFAULT_SECRET_KEY);
		set(ApplicationAccount.ACCESS_KEY, accessKey,
				(key) -> setCredentials(builder, key, PiliSimulatorBuilder.DEFAULT_SECRET_KEY));
		set(ApplicationAccount.SECRET_KEY, secretKey, (key) -> setCredentials(builder, accessKey, key));
	}

	// The client may refuse what the simulator takes
	private static void setCredentials(PiliSimulatorBuilder builder, String accessKey, String secretKey) {
		PiliCredentials.of(accessKey, secretKey);
		builder.credentials(accessKey, secretKey);
	}

	private void setHubs(PiliSimulatorBuilder builder) {
		Set<String> hubs = new LinkedHashSet<>();
		if (this.account.hub() != null) {
			set(ApplicationAccount.HUB, this.account.hub(), builder::hubs);
			hubs.add(this.account.hub());
		}
		if (!this.properties.getHubs().isEmpty()) {
			hubs.addAll(this.properties.getHubs());
			set(PREFIX + "hubs", hubs, (names) -> builder.hubs(names.toArray(String[]::new)));
		}
	}

	private static <T> void set(String name, T value, Consumer<T> setter) {
		try {
			setter.accept(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidSimulatorPropertyException(name, ex);
		}
	}

}
