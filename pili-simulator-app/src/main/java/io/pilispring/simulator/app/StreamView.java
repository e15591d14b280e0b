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

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;

/**
 * A stream, as JSON.
 *
 * @param account the access key of its account
 * @param hub the name of its hub
 * @param key the key, which version 1 calls the title
 * @param id the id of version 1
 * @param state {@code live}, {@code frozen} or {@code offline}
 * @param disabled whether it is disabled
 * @param viewers the number of viewers
 * @param push what is received, or {@code null} if the stream is offline
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreamView(String account, String hub, String key, String id, String state, boolean disabled, int viewers,
		@Nullable PushView push) {

	static StreamView of(SimulatedStream stream) {
		Push push = stream.push();
		return new StreamView(stream.account().accessKey(), stream.hub(), stream.title(), stream.id(),
				StreamCondition.of(push).name().toLowerCase(Locale.ROOT), stream.isDisabled(), stream.viewers(),
				(push != null) ? PushView.of(push) : null);
	}

	/**
	 * What is received, as JSON.
	 *
	 * @param bytesPerSecond the bytes per second
	 * @param audioFramesPerSecond the audio frames per second
	 * @param videoFramesPerSecond the video frames per second
	 */
	record PushView(double bytesPerSecond, double audioFramesPerSecond, double videoFramesPerSecond) {

		static PushView of(Push push) {
			return new PushView(push.bytesPerSecond(), push.audioFramesPerSecond(), push.videoFramesPerSecond());
		}

	}

}
