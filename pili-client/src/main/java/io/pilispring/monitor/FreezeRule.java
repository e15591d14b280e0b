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

/**
 * Decides whether a stream that is live is frozen.
 */
final class FreezeRule {

	private FreezeRule() {
	}

	// A stream that has just gone live gets until the next sample to show its rates
	static StreamState state(StreamState before, StreamMeasurement measurement, MonitorSettings settings) {
		if (!measurement.connected()) {
			return StreamState.DISCONNECTED;
		}
		return (before != StreamState.DISCONNECTED && isTooLittle(measurement, settings)) ? StreamState.FROZEN
				: StreamState.CONNECTED;
	}

	// A rate that PILI does not say is NaN, which is never too little
	private static boolean isTooLittle(StreamMeasurement measurement, MonitorSettings settings) {
		return measurement.bytesPerSecond() < settings.minBytesPerSecond()
				|| framesPerSecond(measurement) < settings.minFramesPerSecond();
	}

	private static double framesPerSecond(StreamMeasurement measurement) {
		double audio = measurement.audioFramesPerSecond();
		double video = measurement.videoFramesPerSecond();
		if (Double.isNaN(audio)) {
			return video;
		}
		return (Double.isNaN(video)) ? audio : audio + video;
	}

}
