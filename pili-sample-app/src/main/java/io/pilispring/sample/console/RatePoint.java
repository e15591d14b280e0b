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

import io.pilispring.monitor.StreamSample;

/**
 * How much of a stream arrived at one moment.
 *
 * @param at the moment, in milliseconds since 1970
 * @param bytes bytes a second
 * @param video video frames a second
 * @param audio audio frames a second
 */
record RatePoint(long at, double bytes, double video, double audio) {

	static RatePoint of(StreamSample sample) {
		Instant at = sample.sampledAt();
		return new RatePoint(at.toEpochMilli(), known(sample.measurement().bytesPerSecond()),
				known(sample.measurement().videoFramesPerSecond()), known(sample.measurement().audioFramesPerSecond()));
	}

	private static double known(@Nullable Double rate) {
		return (rate != null) ? rate : 0;
	}

}
