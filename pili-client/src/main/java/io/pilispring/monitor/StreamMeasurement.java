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

package io.pilispring.monitor;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What PILI says of a stream at one moment. A rate that it does not say is {@code NaN}.
 *
 * @param connected whether the stream is live
 * @param address the address that publishes, or {@code null}
 * @param since since when the stream is live, or {@code null}
 * @param bytesPerSecond bytes a second
 * @param audioFramesPerSecond audio frames a second
 * @param videoFramesPerSecond video frames a second
 * @param dataFramesPerSecond data frames a second
 * @since 0.1.0
 */
public record StreamMeasurement(boolean connected, @Nullable String address, @Nullable Instant since,
		double bytesPerSecond, double audioFramesPerSecond, double videoFramesPerSecond, double dataFramesPerSecond) {

	/**
	 * A stream that is not live.
	 */
	public static final StreamMeasurement DISCONNECTED = new StreamMeasurement(false, null, null, 0, 0, 0, 0);

}
