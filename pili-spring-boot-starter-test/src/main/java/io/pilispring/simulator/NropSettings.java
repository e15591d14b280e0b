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

import java.util.Objects;

/**
 * How the pictures of a hub are judged.
 *
 * @param enabled whether they are judged
 * @param interval how many seconds lie between two pictures
 * @param notifyUrl the URL to report to, or an empty text
 * @param notifyRate which scores are reported, from 0 to 100
 * @since 0.1.0
 */
public record NropSettings(boolean enabled, int interval, String notifyUrl, int notifyRate) {

	static final NropSettings OFF = new NropSettings(false, 5, "", 0);

	/**
	 * Create settings.
	 * @param enabled whether they are judged
	 * @param interval how many seconds lie between two pictures
	 * @param notifyUrl the URL to report to, or an empty text
	 * @param notifyRate which scores are reported, from 0 to 100
	 * @throws IllegalArgumentException if the interval is not positive, or the rate is
	 * out of its range
	 */
	public NropSettings {
		Objects.requireNonNull(notifyUrl, "'notifyUrl' must not be null");
		if (interval < 1) {
			throw new IllegalArgumentException("'interval' must be positive: " + interval);
		}
		if (notifyRate < 0 || notifyRate > 100) {
			throw new IllegalArgumentException("'notifyRate' must be from 0 to 100: " + notifyRate);
		}
	}

}
