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

package io.pilispring.transport;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Settings for retries: how often to retry a call, and the pauses in between.
 *
 * @since 0.1.0
 */
public final class RetrySettings {

	private static final Duration LONGEST = Duration.ofDays(1);

	private boolean enabled = true;

	private int maxRetries = 4;

	private Duration initialInterval = Duration.ofMillis(100);

	private double multiplier = 3;

	private Duration maxInterval = Duration.ofSeconds(2);

	private Duration jitter = Duration.ofMillis(50);

	private RetryBudgetSettings budget = RetryBudgetSettings.create();

	private RetrySettings() {
	}

	/**
	 * Create settings with the defaults: four retries after 0.1, 0.3, 0.9 and 2 seconds,
	 * each plus or minus up to half of it. Together they take at least 1.6 seconds, so
	 * that a restart of the service that takes a second does not make calls fail.
	 * @return the settings
	 */
	public static RetrySettings create() {
		return new RetrySettings();
	}

	/**
	 * Set whether to retry at all. The default is {@code true}.
	 * @param enabled whether to retry, or {@code null} to leave it unchanged
	 * @return these settings
	 */
	public RetrySettings enabled(@Nullable Boolean enabled) {
		this.enabled = (enabled != null) ? enabled : this.enabled;
		return this;
	}

	/**
	 * Set the maximum number of retries. The default is 4.
	 * @param maxRetries the number of retries, from 0 to 100, or {@code null} to leave it
	 * unchanged
	 * @return these settings
	 * @throws IllegalArgumentException if it is not within these limits
	 */
	public RetrySettings maxRetries(@Nullable Integer maxRetries) {
		Assert.isTrue(maxRetries == null || (maxRetries >= 0 && maxRetries <= 100),
				() -> "'maxRetries' must be from 0 to 100, but is " + maxRetries);
		this.maxRetries = (maxRetries != null) ? maxRetries : this.maxRetries;
		return this;
	}

	/**
	 * Set the pause before the first retry. The default is 100 milliseconds.
	 * @param initialInterval the pause, positive and at most a day, or {@code null} to
	 * leave it unchanged
	 * @return these settings
	 * @throws IllegalArgumentException if it is not within these limits
	 */
	public RetrySettings initialInterval(@Nullable Duration initialInterval) {
		this.initialInterval = pause("initialInterval", initialInterval, this.initialInterval);
		return this;
	}

	/**
	 * Set the factor by which each pause is longer than the previous one. The default is
	 * 3.
	 * @param multiplier the factor, from 1 to 1000, or {@code null} to leave it unchanged
	 * @return these settings
	 * @throws IllegalArgumentException if it is not within these limits
	 */
	public RetrySettings multiplier(@Nullable Double multiplier) {
		Assert.isTrue(multiplier == null || (multiplier >= 1 && multiplier <= 1000),
				() -> "'multiplier' must be from 1 to 1000, but is " + multiplier);
		this.multiplier = (multiplier != null) ? multiplier : this.multiplier;
		return this;
	}

	/**
	 * Set the longest pause. The default is 2 seconds.
	 * @param maxInterval the pause, positive and at most a day, or {@code null} to leave
	 * it unchanged
	 * @return these settings
	 * @throws IllegalArgumentException if it is not within these limits
	 */
	public RetrySettings maxInterval(@Nullable Duration maxInterval) {
		this.maxInterval = pause("maxInterval", maxInterval, this.maxInterval);
		return this;
	}

	/**
	 * Set the random time by which the first pause is longer or shorter. It grows in
	 * proportion to the pauses. The default is 50 milliseconds.
	 * @param jitter the time, not negative and at most a day, or {@code null} to leave it
	 * unchanged
	 * @return these settings
	 * @throws IllegalArgumentException if it is not within these limits
	 */
	public RetrySettings jitter(@Nullable Duration jitter) {
		Assert.isTrue(jitter == null || (!jitter.isNegative() && jitter.compareTo(LONGEST) <= 0),
				() -> "'jitter' must not be negative and at most a day, but is " + jitter);
		this.jitter = (jitter != null) ? jitter : this.jitter;
		return this;
	}

	/**
	 * Set the limit of the retries of all calls together.
	 * @param budget the settings of the limit
	 * @return these settings
	 */
	public RetrySettings budget(RetryBudgetSettings budget) {
		Assert.notNull(budget, "'budget' must not be null");
		this.budget = budget;
		return this;
	}

	RetryBudgetSettings budget() {
		return this.budget;
	}

	private static Duration pause(String name, @Nullable Duration pause, Duration current) {
		Assert.isTrue(pause == null || (!pause.isNegative() && !pause.isZero() && pause.compareTo(LONGEST) <= 0),
				() -> "'" + name + "' must be positive and at most a day, but is " + pause);
		return (pause != null) ? pause : current;
	}

	BackOff toBackOff() {
		if (!this.enabled) {
			return () -> () -> BackOffExecution.STOP;
		}
		ExponentialBackOff backOff = new ExponentialBackOff(this.initialInterval.toMillis(), this.multiplier);
		backOff.setMaxInterval(this.maxInterval.toMillis());
		backOff.setMaxAttempts(this.maxRetries);
		backOff.setJitter(this.jitter.toMillis());
		return backOff;
	}

}
