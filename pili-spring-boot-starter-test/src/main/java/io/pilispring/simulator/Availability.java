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

import org.jspecify.annotations.Nullable;

/**
 * Whether a stream may be published, now and later.
 *
 * @param disabled whether it was disabled
 * @param disabledTill when it is enabled again, or {@code null} for never
 */
record Availability(boolean disabled, @Nullable Instant disabledTill) {

	static final Availability ENABLED = new Availability(false, null);

	static final Availability DISABLED = new Availability(true, null);

	static Availability disabledTill(Instant till) {
		return new Availability(true, till);
	}

	Availability at(Instant now) {
		boolean over = this.disabledTill != null && !now.isBefore(this.disabledTill);
		return (over) ? ENABLED : this;
	}

}
