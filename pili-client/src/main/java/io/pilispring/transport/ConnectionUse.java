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

package io.pilispring.transport;

/**
 * What is known of the connection that one attempt uses.
 */
final class ConnectionUse {

	private final boolean freshWanted;

	private final boolean patient;

	private volatile Phase phase = Phase.UNKNOWN;

	ConnectionUse(boolean freshWanted, boolean patient) {
		this.freshWanted = freshWanted;
		this.patient = patient;
	}

	boolean isFreshWanted() {
		return this.freshWanted;
	}

	/**
	 * Return whether to wait for a connection of the pool until the call times out. A
	 * retry would only lose the place in the queue.
	 * @return {@code false} if the HTTP client's own limit applies
	 */
	boolean isPatient() {
		return this.patient;
	}

	void waits() {
		this.phase = Phase.WAITING;
	}

	// The first report counts
	void has(Phase phase) {
		if (this.phase == Phase.WAITING) {
			this.phase = phase;
		}
	}

	/**
	 * Return whether nothing was sent yet.
	 * @return {@code false} also if the HTTP client does not tell
	 */
	boolean isWithoutConnection() {
		return this.phase == Phase.WAITING;
	}

	/**
	 * Return whether the connection was kept alive after an earlier exchange.
	 * @return {@code true} also if the HTTP client does not tell
	 */
	boolean mayBeKeptAlive() {
		return this.phase != Phase.WAITING && this.phase != Phase.ON_NEW_CONNECTION;
	}

	boolean isKeptAlive() {
		return this.phase == Phase.ON_KEPT_CONNECTION;
	}

	/**
	 * How far an attempt has got.
	 */
	enum Phase {

		/**
		 * The HTTP client does not tell.
		 */
		UNKNOWN,

		/**
		 * Waits for a connection, from the pool or to be opened.
		 */
		WAITING,

		/**
		 * Has a connection, kept alive or new.
		 */
		ON_CONNECTION,

		/**
		 * Has a connection that was kept alive.
		 */
		ON_KEPT_CONNECTION,

		/**
		 * Has a connection that was opened for it.
		 */
		ON_NEW_CONNECTION

	}

}
