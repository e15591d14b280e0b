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

package io.pilispring.v2.callback;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Recognizes callbacks that come twice, or after a newer one of the same stream.
 */
final class CallbackOrder {

	static final int MAX_REMEMBERED = 10_000;

	// The least recently used stream comes first
	private final Map<String, Position> last = new LinkedHashMap<>();

	/**
	 * Return whether a callback is newer than all that were taken for its stream. One
	 * without a time always is.
	 * @param callback the callback
	 * @return whether it is newer
	 */
	synchronized boolean isNewer(PushCallback callback) {
		Position before = this.last.get(id(callback));
		Position position = Position.of(callback);
		return before == null || position == null || position.isAfter(before);
	}

	/**
	 * Remember a callback that was taken.
	 * @param callback the callback
	 */
	synchronized void take(PushCallback callback) {
		Position position = Position.of(callback);
		if (position != null) {
			this.last.remove(id(callback));
			this.last.put(id(callback), position);
			if (this.last.size() > MAX_REMEMBERED) {
				this.last.remove(this.last.keySet().iterator().next());
			}
		}
	}

	/**
	 * Return a number by which the callbacks of a stream are ordered.
	 * @param callback the callback
	 * @return the position, or {@code null} if the callback has no time
	 */
	static @Nullable Long position(PushCallback callback) {
		Position position = Position.of(callback);
		return (position != null) ? Math.addExact(Math.multiplyExact(position.time().toEpochMilli(), 2L),
				(position.connected()) ? 0L : 1L) : null;
	}

	private static String id(PushCallback callback) {
		return callback.hubKey() + " " + callback.key();
	}

	/**
	 * The start of a push comes before its end.
	 *
	 * @param time the time
	 * @param connected whether it is the start
	 */
	private record Position(Instant time, boolean connected) {

		static @Nullable Position of(PushCallback callback) {
			Instant time = callback.order();
			return (time != null) ? new Position(time, callback.connected()) : null;
		}

		boolean isAfter(Position other) {
			int order = this.time.compareTo(other.time);
			return order > 0 || (order == 0 && other.connected && !this.connected);
		}

	}

}
