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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;

/**
 * How much of a stream arrived at one moment. What PILI did not say is {@code null}.
 *
 * @param at the moment, in milliseconds since 1970
 * @param bytes bytes a second
 * @param video video frames a second
 * @param audio audio frames a second
 */
record RatePoint(long at, @Nullable Double bytes, @Nullable Double video, @Nullable Double audio) {

	static RatePoint of(StreamSample sample) {
		return of(sample.sampledAt(), sample.measurement());
	}

	static RatePoint notLive(Instant at) {
		return of(at, StreamMeasurement.DISCONNECTED);
	}

	private static RatePoint of(Instant at, StreamMeasurement measurement) {
		return new RatePoint(at.toEpochMilli(), measurement.bytesPerSecond(), measurement.videoFramesPerSecond(),
				measurement.audioFramesPerSecond());
	}

}
