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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file that the simulator has promised to make.
 *
 * @param stream the stream that it is made of
 * @param kind what is made
 * @param path the path of the file in the URL that was promised, without a leading slash
 * @param format the format, or {@code null} for a playlist
 * @param start the start of what it shows, or {@code null} for the beginning, and for
 * snapshots now
 * @param end the end of what it shows, or {@code null} for the end
 * @since 0.1.0
 */
public record FileOrder(SimulatedStream stream, Kind kind, String path, @Nullable String format,
		@Nullable Instant start, @Nullable Instant end) {

	/**
	 * What can be made.
	 */
	public enum Kind {

		/**
		 * An HLS playlist of what was recorded, which is there when the call is answered.
		 */
		PLAYLIST,

		/**
		 * What was recorded, in one file.
		 */
		RECORDING,

		/**
		 * A picture.
		 */
		SNAPSHOT

	}

}
