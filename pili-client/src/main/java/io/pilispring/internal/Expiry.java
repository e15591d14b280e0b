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

package io.pilispring.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.util.Assert;

/**
 * Times of expiry, which PILI accepts in whole seconds. They are rounded up, so that
 * nothing expires earlier than requested.
 *
 * @since 0.1.0
 */
public final class Expiry {

	private static final Duration LONGEST = Duration.ofDays(36_500);

	private Expiry() {
	}

	/**
	 * Return a time in whole seconds.
	 * @param time the time
	 * @return unix seconds, not before the time
	 */
	public static long seconds(Instant time) {
		return (time.getNano() > 0) ? time.getEpochSecond() + 1 : time.getEpochSecond();
	}

	/**
	 * Return the time after a duration from now.
	 * @param name the name of the argument
	 * @param validity the duration, from a second to a hundred years
	 * @param clock the clock
	 * @return the time
	 * @throws IllegalArgumentException if the duration is not within these limits
	 */
	public static Instant after(String name, Duration validity, InstantSource clock) {
		Assert.isTrue(validity != null && validity.getSeconds() > 0 && validity.compareTo(LONGEST) <= 0,
				() -> "'%s' must be at least a second and at most %s, but is %s".formatted(name, LONGEST, validity));
		return clock.instant().plus(validity);
	}

}
