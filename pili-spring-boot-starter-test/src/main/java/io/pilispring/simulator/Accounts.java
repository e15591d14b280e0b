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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * All accounts of a simulator, the default one first.
 */
final class Accounts {

	private final ConcurrentMap<String, AccountKeys> keys = new ConcurrentHashMap<>();

	private final List<AccountState> all;

	Accounts(SimulatorSettings settings, PushNotifier notifier) {
		List<AccountState> accounts = new ArrayList<>();
		for (AccountSettings account : settings.accounts()) {
			int number = accounts.size() + 1;
			accounts.add(new AccountState(account, () -> settings.hosts().apply(number, account.accessKey()), settings,
					this.keys, notifier));
		}
		this.all = List.copyOf(accounts);
	}

	AccountState first() {
		return this.all.get(0);
	}

	List<AccountState> all() {
		return this.all;
	}

	@Nullable AccountState find(String accessKey) {
		return this.all.stream()
			.filter((account) -> account.accessKey().equals(accessKey))
			.findFirst()
			.or(() -> this.all.stream().filter((account) -> account.keys().contains(accessKey)).findFirst())
			.orElse(null);
	}

	PublishDecision publish(PublishUrl url, @Nullable Push push) {
		List<AccountState> addressed = addressed(url);
		if (addressed.size() == 1) {
			return addressed.get(0).publish(url, push);
		}
		return new PublishDecision((addressed.isEmpty()) ? PublishVerdict.UNKNOWN_STREAM : PublishVerdict.AMBIGUOUS_HUB,
				null);
	}

	// At PILI a domain belongs to one hub. Where the host is none of the simulator's, the
	// name of the hub must be enough
	private List<AccountState> addressed(PublishUrl url) {
		List<AccountState> byHost = this.all.stream()
			.filter((account) -> url.isAt(account.hosts().publishRtmp()))
			.toList();
		return ((byHost.isEmpty()) ? this.all : byHost).stream()
			.filter((account) -> account.hubs().contains(url.hub()))
			.toList();
	}

	PlayDecision play(PlayUrl url, Instant now) {
		PlayDecision decision = new PlayDecision(PlayVerdict.UNKNOWN_DOMAIN, null);
		for (AccountState account : this.all) {
			for (HubState hub : account.store().hubs()) {
				HubDomain domain = hub.domainList().find(url.type(), url.host());
				PlayUrl.Target target = (domain != null) ? url.target(domain) : null;
				if (domain != null && target != null && target.hub().equals(hub.name())) {
					return hub.play(url, domain, target.key(), now);
				}
				if (domain != null) {
					decision = new PlayDecision(PlayVerdict.UNKNOWN_STREAM, null);
				}
			}
		}
		return decision;
	}

	void reset() {
		// An access key may have moved from one account to another
		this.all.forEach(AccountState::removeAddedKeys);
		this.all.forEach(AccountState::reset);
	}

}
