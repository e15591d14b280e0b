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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.simulator.PiliSimulatorBuilder;
import io.pilispring.simulator.autoconfigure.ApplicationAccount.HubSource;

/**
 * The hubs that the application's own properties configure, and the accounts that a
 * simulator needs for them. Hubs with keys of their own, or a provider of keys, have an
 * account of their own; hubs that inherit their keys share one.
 */
final class ApplicationHubs {

	static final String SIMULATOR_HUBS = "pili.simulator.hubs";

	private final HubValues primaryValues;

	private final List<ApplicationAccount> accounts = new ArrayList<>();

	private final Map<String, ApplicationHub> further = new LinkedHashMap<>();

	private final @Nullable String primaryName;

	private ApplicationHubs(HubValues primary, boolean hasPrimary, List<String> simulatorHubs) {
		this.primaryValues = primary;
		this.accounts.add(new ApplicationAccount(HubValues.PREFIX,
				Objects.requireNonNullElse(HubValues.usable(primary.accessKey()),
						PiliSimulatorBuilder.DEFAULT_ACCESS_KEY),
				HubValues.usable(primary.secretKey()), PiliSimulatorBuilder.DEFAULT_SECRET_KEY));
		this.primaryName = HubValues.usable(primary.hub());
		Map<String, HubSource> hubs = defaultAccount().hubs();
		if (hasPrimary) {
			String name = (this.primaryName != null) ? this.primaryName
					: (simulatorHubs.isEmpty()) ? PiliSimulatorBuilder.DEFAULT_HUB : simulatorHubs.get(0);
			hubs.put(name, HubSource.of((this.primaryName != null) ? "pili.hub" : SIMULATOR_HUBS, apiHost(primary),
					version(primary)));
		}
		simulatorHubs.forEach((hub) -> hubs.putIfAbsent(hub, HubSource.ofSimulator(SIMULATOR_HUBS)));
	}

	static ApplicationHubs of(Environment environment, ConfigurableListableBeanFactory beanFactory) {
		List<String> simulatorHubs = Binder.get(environment)
			.bind(SIMULATOR_HUBS, Bindable.listOf(String.class))
			.orElseGet(List::of);
		ApplicationHubs hubs = new ApplicationHubs(HubValues.ofPrimary(environment), HubValues.havePrimary(environment),
				simulatorHubs);
		BeansOfHubs providers = BeansOfHubs.credentialsProviders(beanFactory);
		HubValues.ofFurther(environment).forEach((key, values) -> hubs.add(key, values, providers.haveFurther(key)));
		return hubs;
	}

	private void add(String key, HubValues values, boolean hasProvider) {
		String name = name(key, values);
		ApplicationAccount account = (hasProvider) ? addAccount(key, null, null) : account(key, values);
		HubSource other = account.hubs().get(name);
		if (other == null || other.apiHost() == null) {
			account.hubs().put(name, source(key, values));
		}
		// With the same keys, PILI at another host is still another PILI
		else if (!other.apiHost().equals(apiHost(values))) {
			account = addAccount(key, null, null);
			account.hubs().put(name, source(key, values));
		}
		// An application may have a hub in both versions of the API
		else if (!other.versions().add(version(values))) {
			throw invalid(key, "hub", "it is that of '%s' too".formatted(other.property()));
		}
		this.further.put(key, new ApplicationHub(name, account));
	}

	private HubSource source(String key, HubValues values) {
		return HubSource.of(HubValues.prefix(key) + ".hub", apiHost(values), version(values));
	}

	private String name(String key, HubValues values) {
		String name = HubValues.usable((values.hub() != null) ? values.hub() : this.primaryName);
		return (name != null) ? name : PiliSimulatorBuilder.DEFAULT_HUB + "-" + key;
	}

	private ApplicationAccount account(String key, HubValues values) {
		if (!values.haveKeys()) {
			return defaultAccount();
		}
		String accessKey = HubValues.usable(values.accessKey());
		String secretKey = HubValues.usable(values.secretKey());
		ApplicationAccount same = this.accounts.stream()
			.filter((account) -> account.accessKey().equals(accessKey))
			.findFirst()
			.orElse(null);
		if (same == null) {
			return addAccount(key, accessKey, secretKey);
		}
		if (same.hasOtherSecretKey(secretKey)) {
			throw invalid(key, "secret-key",
					"it is not that of '%s', which has the same access key".formatted(same.prefix()));
		}
		return same;
	}

	private ApplicationAccount addAccount(String key, @Nullable String accessKey, @Nullable String secretKey) {
		ApplicationAccount account = new ApplicationAccount(HubValues.prefix(key),
				(accessKey != null) ? accessKey : PiliSimulatorBuilder.DEFAULT_ACCESS_KEY + "-" + key, secretKey,
				PiliSimulatorBuilder.DEFAULT_SECRET_KEY + "-" + key);
		this.accounts.add(account);
		return account;
	}

	private String apiHost(HubValues values) {
		String apiHost = (values.apiHost() != null) ? values.apiHost() : this.primaryValues.apiHost();
		return ((apiHost != null) ? apiHost : PiliConnectionDetails.DEFAULT_API_HOST).toLowerCase(Locale.ROOT);
	}

	private ApiVersion version(HubValues values) {
		ApiVersion version = (values.apiVersion() != null) ? values.apiVersion() : this.primaryValues.apiVersion();
		return Objects.requireNonNullElse(version, ApiVersion.V1);
	}

	private static InvalidSimulatorPropertyException invalid(String key, String property, String reason) {
		return new InvalidSimulatorPropertyException(HubValues.prefix(key) + "." + property,
				new IllegalArgumentException(reason));
	}

	/**
	 * Return the name of the primary hub.
	 * @return the name, or {@code null} if none can be used
	 */
	@Nullable String primaryName() {
		return this.primaryName;
	}

	/**
	 * Return a further hub.
	 * @param key the key of the hub
	 * @return the hub
	 */
	ApplicationHub further(String key) {
		return Objects.requireNonNull(this.further.get(key));
	}

	ApplicationAccount defaultAccount() {
		return this.accounts.get(0);
	}

	List<ApplicationAccount> furtherAccounts() {
		return this.accounts.subList(1, this.accounts.size());
	}

}
