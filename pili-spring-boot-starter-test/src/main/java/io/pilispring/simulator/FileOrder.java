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
 * A file to make, by a call of version 1, which returns its URL, or of version 2, which
 * returns its name.
 *
 * @param stream the stream that it is made from
 * @param kind the kind of file
 * @param path the path of the file in its URL, without a leading slash
 * @param format the format, or {@code null} for a playlist
 * @param start the start of the range, or {@code null} for the beginning, or for now in
 * case of a snapshot
 * @param end the end of the range, or {@code null} for the end of the recording
 * @since 0.1.0
 */
public record FileOrder(SimulatedStream stream, Kind kind, String path, @Nullable String format,
		@Nullable Instant start, @Nullable Instant end) {

	/**
	 * The kinds of files.
	 */
	public enum Kind {

		/**
		 * An HLS playlist of the recording, which is available when the response is sent.
		 */
		PLAYLIST,

		/**
		 * The recording, in one file.
		 */
		RECORDING,

		/**
		 * A picture.
		 */
		SNAPSHOT

	}

}
