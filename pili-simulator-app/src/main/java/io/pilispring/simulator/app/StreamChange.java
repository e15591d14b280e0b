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

package io.pilispring.simulator.app;

import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.SimulatedStream;

/**
 * What a stream is to be, from JSON.
 *
 * @param state {@code live}, {@code frozen} or {@code offline}
 * @param bytesPerSecond the bytes per second of a live stream, or {@code null} to leave
 * it
 * @param audioFramesPerSecond the audio frames per second, likewise
 * @param videoFramesPerSecond the video frames per second, likewise
 * @param viewers the number of viewers, or {@code null} to leave it
 */
record StreamChange(@Nullable String state, @Nullable Double bytesPerSecond, @Nullable Double audioFramesPerSecond,
		@Nullable Double videoFramesPerSecond, @Nullable Integer viewers) {

	/**
	 * Apply the change to a stream, which is created if there is none.
	 * @param hub the hub
	 * @param key the key of the stream
	 * @return the stream
	 */
	SimulatedStream apply(SimulatedHub hub, String key) {
		StreamCondition condition = StreamCondition.parse(this.state);
		if (condition != StreamCondition.LIVE && hasRates()) {
			throw new IllegalArgumentException("Only a stream that is 'live' has rates");
		}
		if (this.viewers != null && this.viewers < 0) {
			throw new IllegalArgumentException("'viewers' must not be negative: " + this.viewers);
		}
		SimulatedStream stream = (hub.hasStream(key)) ? hub.stream(key) : null;
		Push current = (stream != null) ? stream.push() : null;
		SimulatedStream changed = switch (condition) {
			case LIVE -> push(hub, key, stream, live(current));
			case FROZEN -> push(hub, key, stream,
					((current != null) ? current : Push.defaults()).withBytesPerSecond(0).withFramesPerSecond(0, 0, 0));
			case OFFLINE -> offline(hub, key, stream);
		};
		if (this.viewers != null) {
			changed.setViewers(this.viewers);
		}
		return changed;
	}

	private boolean hasRates() {
		return this.bytesPerSecond != null || this.audioFramesPerSecond != null || this.videoFramesPerSecond != null;
	}

	private Push live(@Nullable Push current) {
		Push push = (current != null && StreamCondition.of(current) == StreamCondition.LIVE) ? current
				: Push.defaults();
		return push.withBytesPerSecond((this.bytesPerSecond != null) ? this.bytesPerSecond : push.bytesPerSecond())
			.withFramesPerSecond(
					(this.audioFramesPerSecond != null) ? this.audioFramesPerSecond : push.audioFramesPerSecond(),
					(this.videoFramesPerSecond != null) ? this.videoFramesPerSecond : push.videoFramesPerSecond(),
					push.dataFramesPerSecond());
	}

	private static SimulatedStream push(SimulatedHub hub, String key, @Nullable SimulatedStream stream, Push push) {
		if (stream == null || !stream.isLive()) {
			return hub.goLive(key, push);
		}
		stream.change(push);
		return stream;
	}

	private static SimulatedStream offline(SimulatedHub hub, String key, @Nullable SimulatedStream stream) {
		if (stream == null) {
			return hub.createStream(key);
		}
		stream.goOffline();
		return stream;
	}

}
