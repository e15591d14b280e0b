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

package io.pilispring.sample.console;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a push. What PILI did not say is {@code null}.
 *
 * @param since since when the stream is live
 * @param from the address of the publisher
 * @param place where that is
 * @param rate the bit rate
 * @param video video frames per second
 * @param audio audio frames per second
 * @param data data frames per second
 * @param gop the time between two keyframes
 * @param viewers how many people watch
 * @param viewerRate the bandwidth of all viewers together
 */
public record LiveFacts(@Nullable Instant since, @Nullable String from, @Nullable String place, String rate,
		@Nullable Double video, @Nullable Double audio, @Nullable Double data, @Nullable Duration gop,
		@Nullable Long viewers, @Nullable String viewerRate) {

	/**
	 * Return whether pictures or sound arrive.
	 * @return whether there are frames
	 */
	public boolean hasFrames() {
		return isPositive(this.video) || isPositive(this.audio);
	}

	private static boolean isPositive(@Nullable Double rate) {
		return rate != null && rate > 0;
	}

}
