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

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a live stream is frozen.
 */
final class FreezeRule {

	private FreezeRule() {
	}

	// A stream that has just gone live has until the next sample to report its rates
	static StreamState state(StreamState before, StreamMeasurement measurement, MonitorSettings settings) {
		if (!measurement.connected()) {
			return StreamState.DISCONNECTED;
		}
		return (before != StreamState.DISCONNECTED && isTooLittle(measurement, settings)) ? StreamState.FROZEN
				: StreamState.CONNECTED;
	}

	private static boolean isTooLittle(StreamMeasurement measurement, MonitorSettings settings) {
		return isBelow(measurement.bytesPerSecond(), settings.minBytesPerSecond())
				|| isBelow(framesPerSecond(measurement), settings.minFramesPerSecond());
	}

	// A rate that is not known is never too low
	private static boolean isBelow(@Nullable Double rate, double minimum) {
		return rate != null && rate < minimum;
	}

	private static @Nullable Double framesPerSecond(StreamMeasurement measurement) {
		Double audio = measurement.audioFramesPerSecond();
		Double video = measurement.videoFramesPerSecond();
		if (audio == null || video == null) {
			return (audio != null) ? audio : video;
		}
		return audio + video;
	}

}
