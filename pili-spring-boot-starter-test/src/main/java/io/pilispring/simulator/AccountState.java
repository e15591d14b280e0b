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

package io.pilispring.simulator;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * An account with its keys, hubs and streams.
 */
final class AccountState implements SimulatedAccount {

	private final AccountSettings settings;

	private final AccountKeys keys;

	private final StreamStore store;

	private final Supplier<StreamHosts> hosts;

	private final PublishRules publishRules;

	AccountState(AccountSettings account, Supplier<StreamHosts> hosts, SimulatorSettings settings,
			ConcurrentMap<String, AccountKeys> keysOfAll, PushNotifier notifier) {
		this.settings = account;
		this.keys = new AccountKeys(account.accessKey(), account.secretKey(), keysOfAll);
		this.store = new StreamStore(this, settings, notifier);
		this.hosts = hosts;
		this.publishRules = new PublishRules(this.keys);
	}

	AccountKeys keys() {
		return this.keys;
	}

	StreamStore store() {
		return this.store;
	}

	PublishDecision publish(PublishUrl url, @Nullable Push push) {
		HubState hub = this.store.findHub(url.hub());
		return (hub != null) ? hub.publish(url, push) : new PublishDecision(PublishVerdict.UNKNOWN_STREAM, null);
	}

	PublishRules publishRules() {
		return this.publishRules;
	}

	void removeAddedKeys() {
		this.keys.removeOthers(accessKey());
	}

	void reset() {
		this.keys.add(accessKey(), secretKey());
		this.store.clear();
	}

	@Override
	public String accessKey() {
		return this.settings.accessKey();
	}

	@Override
	public String secretKey() {
		return this.settings.secretKey();
	}

	@Override
	public void addKeys(String accessKey, String secretKey) {
		this.keys.add(accessKey, secretKey);
	}

	@Override
	public void removeKeys(String accessKey) {
		this.keys.remove(accessKey);
	}

	@Override
	public String hub() {
		return hubs().get(0);
	}

	@Override
	public List<String> hubs() {
		return this.settings.hubs();
	}

	@Override
	public SimulatedHub hub(String name) {
		SimulatedHub hub = this.store.findHub(name);
		if (hub == null) {
			throw new NoSuchElementException("No hub '%s'".formatted(name));
		}
		return hub;
	}

	@Override
	public StreamHosts hosts() {
		return this.hosts.get();
	}

	@Override
	public List<SimulatedStream> streams() {
		return List.copyOf(this.store.all());
	}

	@Override
	public SimulatedStream stream(String idOrTitle) {
		SimulatedStream stream = this.store.findAny(idOrTitle);
		if (stream == null) {
			throw new NoSuchElementException("No stream with id or title '%s'".formatted(idOrTitle));
		}
		return stream;
	}

	@Override
	public SimulatedStream createStream(StreamSpec spec) {
		try {
			return this.store.hub((spec.hub() != null) ? spec.hub() : hub())
				.createV1(spec.title(), spec.publishKey(), spec.publishSecurity());
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException("%s: %s".formatted(ex.getMessage(), spec), ex);
		}
	}

	@Override
	public String toString() {
		return "SimulatedAccount[accessKey=" + accessKey() + ", hubs=" + hubs() + "]";
	}

}
