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
 * What is known of streams beside the last snapshot.
 */
interface KnownStates {

	/**
	 * Return the last known state of a stream that may not be watched.
	 * @param id the id of the stream
	 * @return the state, or {@code null} if it is not known
	 */
	@Nullable StreamState state(String id);

	/**
	 * Return whether a stream was reported after a request was sent, so that the response
	 * may not know of it.
	 * @param id the id of the stream
	 * @param requestedAt when the request was sent, by {@link System#nanoTime()}
	 * @return whether a report is newer
	 */
	boolean isNewer(String id, long requestedAt);

}
