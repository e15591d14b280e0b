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

import java.util.Collection;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;
import io.pilispring.simulator.V2Responses;

/**
 * Creates simulator builders from properties.
 */
final class SimulatorBuilderFactory {

	private static final String PREFIX = "pili.simulator.";

	private static final String V2 = PREFIX + "v2.";

	static final String PORT = PREFIX + "port";

	private final PiliSimulatorProperties properties;

	private final ApplicationHubs hubs;

	SimulatorBuilderFactory(PiliSimulatorProperties properties, ApplicationHubs hubs) {
		this.properties = properties;
		this.hubs = hubs;
	}

	PiliSimulatorBuilder create() {
		PiliSimulatorBuilder builder = PiliSimulator.builder();
		setDefaultAccount(builder);
		this.hubs.furtherAccounts().forEach((account) -> addAccount(builder, account));
		set(PREFIX + "zone", this.properties.getZone(), builder::zone);
		set(PREFIX + "address", this.properties.getAddress(), builder::address);
		set(PREFIX + "allowed-hosts", this.properties.getAllowedHosts(),
				(names) -> builder.allowedHosts(names.toArray(String[]::new)));
		set(PORT, this.properties.getPort(), builder::port);
		set(PREFIX + "publish-security", this.properties.getPublishSecurity(), builder::publishSecurity);
		set(PREFIX + "hosts-generation", this.properties.getHostsGeneration(), builder::hostsGeneration);
		set(PREFIX + "profiles", this.properties.getProfiles(),
				(profiles) -> builder.profiles(profiles.toArray(String[]::new)));
		set(PREFIX + "fop-duration", this.properties.getFopDuration(), builder::fopDuration);
		setV2(builder, this.properties.getV2());
		set(PREFIX + "batch-call", this.properties.isBatchCall(), builder::batchCall);
		return builder;
	}

	private static void setV2(PiliSimulatorBuilder builder, PiliSimulatorV2Properties v2) {
		set(V2 + "publish-security", v2.getPublishSecurity(), (security) -> builder.hubSecurity(security, null));
		set(V2 + "publish-key", v2.getPublishKey(), (key) -> builder.hubSecurity(v2.getPublishSecurity(), key));
		set(V2 + "pipelines", v2.getPipelines(), (names) -> builder.pipelines(names.toArray(String[]::new)));
		V2Responses responses = V2Responses.defaults()
			.withZerosWhenNotLive(v2.isZerosWhenNotLive())
			.withEmptyBodies(v2.isEmptyBodies())
			.withNullItems(v2.isNullItems());
		set(V2 + "unknown-stream-status", v2.getUnknownStreamStatus(),
				(status) -> builder.v2Responses(responses.withUnknownStreamStatus(status)));
	}

	private void setDefaultAccount(PiliSimulatorBuilder builder) {
		ApplicationAccount account = this.hubs.defaultAccount();
		check(account);
		builder.credentials(account.accessKey(), account.secretKey());
		if (!account.hubs().isEmpty()) {
			builder.hubs(names(account));
		}
	}

	private static void addAccount(PiliSimulatorBuilder builder, ApplicationAccount account) {
		check(account);
		builder.account(account.accessKey(), account.secretKey(), names(account));
	}

	private static String[] names(ApplicationAccount account) {
		Collection<String> names = account.hubs().keySet();
		return names.toArray(String[]::new);
	}

	// One by one, so that the exception names the property
	private static void check(ApplicationAccount account) {
		set(account.prefix() + ".access-key", account.accessKey(),
				(accessKey) -> checkKeys(accessKey, PiliSimulatorBuilder.DEFAULT_SECRET_KEY));
		set(account.prefix() + ".secret-key", account.secretKey(),
				(secretKey) -> checkKeys(account.accessKey(), secretKey));
		account.hubs()
			.forEach((hub, source) -> set(source.property(), hub, (name) -> PiliSimulator.builder().hubs(name)));
	}

	// The client may reject keys that the simulator accepts
	private static void checkKeys(String accessKey, String secretKey) {
		PiliCredentials.of(accessKey, secretKey);
		PiliSimulator.builder().credentials(accessKey, secretKey);
	}

	private static <T extends @Nullable Object> void set(String name, T value, Consumer<T> setter) {
		try {
			setter.accept(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidSimulatorPropertyException(name, ex);
		}
	}

}
