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

package io.pilispring.autoconfigure.health;

import java.util.function.Predicate;
import java.util.function.Supplier;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.pilispring.PiliException;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StoreFailure;

/**
 * Indicates whether the last round of the monitor reached the hub.
 */
class HubHealthIndicator implements HealthIndicator {

	private final PiliMonitor monitor;

	private final Supplier<HubSnapshot> snapshot;

	private final Predicate<String> withoutRetries;

	HubHealthIndicator(PiliMonitor monitor, Supplier<HubSnapshot> snapshot, Predicate<String> withoutRetries) {
		this.monitor = monitor;
		this.snapshot = snapshot;
		this.withoutRetries = withoutRetries;
	}

	@Override
	public Health health() {
		HubSnapshot snapshot = this.snapshot.get();
		Health.Builder health = new Health.Builder().withDetail("hub", snapshot.hub())
			.withDetail("host", snapshot.apiHost());
		if (this.withoutRetries.test(snapshot.key())) {
			health.withDetail("retryBudgetExhausted", true);
		}
		StoreFailure storeFailure = this.monitor.storeFailure(snapshot.key());
		if (storeFailure != null) {
			health.withDetail("storeError", storeFailure.error()).withDetail("storeFailingSince", storeFailure.since());
		}
		Round round = snapshot.lastRound();
		if (round == null) {
			return health.unknown().withDetail("reason", "not checked yet").build();
		}
		health.withDetail("checkedAt", round.finishedAt())
			.withDetail("duration", round.duration())
			.withDetail("watchedStreams", snapshot.streams().size())
			.withDetail("connectedStreams", snapshot.connectedStreams());
		boolean stale = this.monitor.isStale(snapshot.key(), round.finishedAt());
		if (stale) {
			health.withDetail("stale", true);
		}
		// An ongoing failure may keep the next round from ending in time
		if (round.failure() != null) {
			addFailure(health, round.failure());
			return health.down().build();
		}
		return ((stale) ? health.unknown() : health.up()).build();
	}

	private void addFailure(Health.Builder health, RuntimeException failure) {
		health.withDetail("error", String.valueOf(failure.getMessage()));
		if (failure instanceof PiliException ex && ex.requestId() != null) {
			health.withDetail("requestId", ex.requestId());
		}
	}

}
