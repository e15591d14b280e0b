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

package io.pilispring.sample.console.v2;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.PiliAccount;
import io.pilispring.v2.statistics.Granularity;
import io.pilispring.v2.statistics.StatisticsPoint;
import io.pilispring.v2.statistics.StatisticsSpec;
import io.pilispring.v2.statistics.Traffic;
import io.pilispring.v2.statistics.TrafficDimension;

/**
 * The traffic of a hub, which PILI counts by account.
 */
@Component
class HubTraffic {

	private final ObjectProvider<PiliAccount> account;

	private final Environment environment;

	HubTraffic(ObjectProvider<PiliAccount> account, Environment environment) {
		this.account = account;
		this.environment = environment;
	}

	// The statistics of other accounts are not at hand
	@Nullable PiliAccount account(V2Hub hub) {
		return (this.environment.containsProperty("pili.hubs." + hub.key() + ".access-key")) ? null
				: this.account.getIfAvailable();
	}

	List<StatisticsPoint<Traffic>> published(PiliAccount account, V2Hub hub, ViewerPeriod by, Instant end) {
		return account.statistics().upflow((spec) -> range(spec, hub, by, end));
	}

	List<StatisticsPoint<Traffic>> watched(PiliAccount account, V2Hub hub, ViewerPeriod by, Instant end) {
		return account.statistics().downflow((spec) -> range(spec, hub, by, end));
	}

	private static void range(StatisticsSpec<TrafficDimension> spec, V2Hub hub, ViewerPeriod by, Instant end) {
		spec.between(end.minus(by.length().multipliedBy(by.count())), end)
			.granularity((by == ViewerPeriod.HOUR) ? Granularity.HOUR : Granularity.DAY)
			.only(TrafficDimension.HUB, hub.name());
	}

}
