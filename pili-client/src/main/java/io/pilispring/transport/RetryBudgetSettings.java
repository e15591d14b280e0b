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

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Settings for the {@link RetryBudget}, which limits the retries of all calls together.
 *
 * @since 0.1.0
 */
public final class RetryBudgetSettings {

	private boolean enabled = true;

	private int size = 700;

	private double refill = 0.1;

	private RetryBudgetSettings() {
	}

	/**
	 * Create settings with the defaults: 700 retries, and one more for each ten calls
	 * that succeed.
	 * @return the settings
	 */
	public static RetryBudgetSettings create() {
		return new RetryBudgetSettings();
	}

	/**
	 * Set whether to limit the retries of all calls together. The default is
	 * {@code true}.
	 * @param enabled whether to limit retries, or {@code null} to leave it unchanged
	 * @return these settings
	 */
	public RetryBudgetSettings enabled(@Nullable Boolean enabled) {
		this.enabled = (enabled != null) ? enabled : this.enabled;
		return this;
	}

	/**
	 * Set the number of retries that may be made while no call succeeds. The default is
	 * 700, which is enough for an outage of a second at 200 calls per second.
	 * @param size the number of retries, from 0 to 1,000,000, or {@code null} to leave it
	 * unchanged
	 * @return these settings
	 * @throws IllegalArgumentException if it is not within these limits
	 */
	public RetryBudgetSettings size(@Nullable Integer size) {
		Assert.isTrue(size == null || (size >= 0 && size <= 1_000_000),
				() -> "'size' must be from 0 to 1000000, but is " + size);
		this.size = (size != null) ? size : this.size;
		return this;
	}

	/**
	 * Set how many retries each call that succeeds adds, up to the size. The default is
	 * 0.1.
	 * @param refill the number of retries, from 0 to 100, or {@code null} to leave it
	 * unchanged
	 * @return these settings
	 * @throws IllegalArgumentException if it is not within these limits
	 */
	public RetryBudgetSettings refill(@Nullable Double refill) {
		Assert.isTrue(refill == null || (refill >= 0 && refill <= 100),
				() -> "'refill' must be from 0 to 100, but is " + refill);
		this.refill = (refill != null) ? refill : this.refill;
		return this;
	}

	boolean isEnabled() {
		return this.enabled;
	}

	int size() {
		return this.size;
	}

	double refill() {
		return this.refill;
	}

}
