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
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A stream of the simulator, to be controlled by test code. Safe for use by multiple
 * threads.
 *
 * @since 0.1.0
 */
public interface SimulatedStream {

	/**
	 * Return the account that has the stream. Streams of different accounts may have the
	 * same id.
	 * @return the account
	 */
	SimulatedAccount account();

	/**
	 * Return the id: zone, hub and title.
	 * @return the id
	 */
	String id();

	/**
	 * Return the name of the hub.
	 * @return the hub
	 */
	String hub();

	/**
	 * Return the title, which version 2 calls the key.
	 * @return the title
	 */
	String title();

	/**
	 * Return the publish key: that of the stream, or else that of its hub.
	 * @return the publish key
	 */
	String publishKey();

	/**
	 * Return the publish security, as named in PILI's API: that of the stream, or else
	 * that of its hub.
	 * @return the publish security
	 */
	String publishSecurity();

	/**
	 * Return whether the stream is disabled right now.
	 * @return {@code true} if disabled
	 */
	boolean isDisabled();

	/**
	 * Return whether the stream is being published right now.
	 * @return {@code true} if live
	 */
	boolean isLive();

	/**
	 * Return the current push.
	 * @return the push, or {@code null} if the stream is not live
	 */
	@Nullable Push push();

	/**
	 * Make the stream go live, without a URL or key.
	 * @throws IllegalStateException if it is live already, disabled or deleted
	 */
	default void goLive() {
		goLive(Push.defaults());
	}

	/**
	 * Make the stream go live, without a URL or key.
	 * @param push the push
	 * @throws IllegalStateException if it is already live, disabled or deleted
	 */
	void goLive(Push push);

	/**
	 * Change the push while the stream is live.
	 * @param push the new push
	 * @throws IllegalStateException if the stream is not live
	 */
	void change(Push push);

	/**
	 * End the push, which creates a segment if it lasted at least a second, becomes part
	 * of the history, and sends the callback of the domain after its delay. Has no effect
	 * if the stream is not live.
	 */
	void goOffline();

	/**
	 * Return the number of viewers, which counts while the stream is live.
	 * @return the number of viewers
	 */
	int viewers();

	/**
	 * Set the number of viewers from now on. It counts while the stream is live: as
	 * players, and for the traffic that they cause.
	 * @param viewers the number of viewers
	 * @throws IllegalArgumentException if the number is negative
	 */
	void setViewers(int viewers);

	/**
	 * Add a segment as if the stream had been live at that time.
	 * @param start the start
	 * @param end the end
	 * @throws IllegalArgumentException if it would be shorter than a second
	 */
	default void record(Instant start, Instant end) {
		record(start, end, Push.defaults());
	}

	/**
	 * Add a segment as if the stream had been live at that time, which counts in all
	 * statistics.
	 * @param start the start
	 * @param end the end
	 * @param push the push
	 * @throws IllegalArgumentException if it would be shorter than a second
	 */
	void record(Instant start, Instant end, Push push);

	/**
	 * Return the recorded segments, up to now if the stream is live.
	 * @return the segments, oldest first
	 */
	List<Segment> segments();

}
