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

package io.pilispring.autoconfigure.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.pilispring.autoconfigure.HubProperties;
import io.pilispring.autoconfigure.HubProperties.Retry;
import io.pilispring.autoconfigure.HubProperties.Retry.Budget;
import io.pilispring.autoconfigure.hubs.HubSettings;
import io.pilispring.autoconfigure.hubs.OptionalProperty;
import io.pilispring.transport.PiliTransportBuilder;
import io.pilispring.transport.RetryBudgetSettings;
import io.pilispring.transport.RetrySettings;

/**
 * The call timeout and the retry settings of hubs.
 */
final class CallSettings {

	private static final List<OptionalProperty<Retry, Object>> RETRY = List.of(Retry::getEnabled, Retry::getMaxRetries,
			Retry::getInitialInterval, Retry::getMultiplier, Retry::getMaxInterval, Retry::getJitter,
			budget(Budget::getEnabled), budget(Budget::getSize), budget(Budget::getRefill));

	private CallSettings() {
	}

	static void apply(HubSettings hub, PiliTransportBuilder builder) {
		hub.apply(HubProperties::getCallTimeout, "", builder::callTimeout);
		hub.apply(HubProperties::getSendDate, "", builder::sendDate);
		RetrySettings retry = RetrySettings.create();
		apply(hub, Retry::getEnabled, retry::enabled);
		apply(hub, Retry::getMaxRetries, retry::maxRetries);
		apply(hub, Retry::getInitialInterval, retry::initialInterval);
		apply(hub, Retry::getMultiplier, retry::multiplier);
		apply(hub, Retry::getMaxInterval, retry::maxInterval);
		apply(hub, Retry::getJitter, retry::jitter);
		RetryBudgetSettings budget = RetryBudgetSettings.create();
		applyToBudget(hub, Budget::getEnabled, budget::enabled);
		applyToBudget(hub, Budget::getSize, budget::size);
		applyToBudget(hub, Budget::getRefill, budget::refill);
		builder.retry(retry.budget(budget));
	}

	private static <T> void applyToBudget(HubSettings hub, OptionalProperty<Budget, T> property,
			Function<T, RetryBudgetSettings> setter) {
		hub.apply((properties) -> property.of(properties.getRetry().getBudget()), ".retry.budget", setter::apply);
	}

	private static OptionalProperty<Retry, Object> budget(OptionalProperty<Budget, Object> property) {
		return (retry) -> property.of(retry.getBudget());
	}

	private static <T> void apply(HubSettings hub, OptionalProperty<Retry, T> property,
			Function<T, RetrySettings> setter) {
		hub.apply((properties) -> property.of(properties.getRetry()), ".retry", setter::apply);
	}

	/**
	 * The values that apply to a hub, for comparing two hubs.
	 *
	 * @param callTimeout the call timeout
	 * @param sendDate whether the date is sent
	 * @param retry the retry settings
	 */
	record Values(@Nullable Duration callTimeout, @Nullable Boolean sendDate, List<Optional<Object>> retry) {

		static Values of(HubSettings hub) {
			return new Values(hub.get(HubProperties::getCallTimeout), hub.get(HubProperties::getSendDate),
					RETRY.stream().map((property) -> retry(hub, property)).toList());
		}

		private static Optional<Object> retry(HubSettings hub, OptionalProperty<Retry, Object> property) {
			return Optional.ofNullable(hub.get((properties) -> property.of(properties.getRetry())));
		}

	}

}
