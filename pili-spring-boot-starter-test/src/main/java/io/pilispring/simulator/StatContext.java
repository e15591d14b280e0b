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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What statistics depend on besides pushes.
 *
 * @param store the hubs
 * @param now the time until which pushes in progress last
 */
record StatContext(StreamStore store, Instant now) {

	private static final List<DomainType> PLAYED = List.of(DomainType.LIVE_HLS, DomainType.LIVE_HDL,
			DomainType.LIVE_RTMP);

	long bytes(PushSession session, Instant from, Instant to, ToIntFunction<PushPhase> times) {
		return Math.round(session.phases(this.now)
			.stream()
			.mapToDouble((phase) -> phase.bytesWithin(from, to) * times.applyAsInt(phase))
			.sum());
	}

	Duration duration(PushSession session, Instant from, Instant to) {
		return session.phases(this.now)
			.stream()
			.map((phase) -> phase.within(from, to))
			.reduce(Duration.ZERO, Duration::plus);
	}

	// Viewers are only a number, so all are counted at one domain
	String playDomain(String hub) {
		Stream<HubDomain> domains = PLAYED.stream().map(this.store.hub(hub)::domainOf).filter(Objects::nonNull);
		return domains.findFirst().map(HubDomain::domain).map(Domains::withoutPort).orElse("");
	}

	long nropInterval(String hub) {
		return this.store.hub(hub).nrop().interval();
	}

}
