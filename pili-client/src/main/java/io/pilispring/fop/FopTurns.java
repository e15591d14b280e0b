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

package io.pilispring.fop;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Ensures that each file operation is handled once, and limits how many are handled
 * concurrently. Never blocks.
 */
final class FopTurns {

	private final int maxRunning;

	private final int maxRemembered;

	private final Set<String> running = new HashSet<>();

	// The least recently used operation comes first
	private final Set<String> finished = new LinkedHashSet<>();

	FopTurns(int maxRunning, int maxRemembered) {
		this.maxRunning = maxRunning;
		this.maxRemembered = maxRemembered;
	}

	synchronized Turn take(String id) {
		if (this.finished.remove(id)) {
			this.finished.add(id);
			return Turn.OVER;
		}
		if (this.running.size() >= this.maxRunning || !this.running.add(id)) {
			return Turn.LATER;
		}
		return Turn.NOW;
	}

	synchronized void end(String id, boolean finished) {
		this.running.remove(id);
		if (finished) {
			this.finished.add(id);
			if (this.finished.size() > this.maxRemembered) {
				Iterator<String> oldestFirst = this.finished.iterator();
				oldestFirst.next();
				oldestFirst.remove();
			}
		}
	}

	/**
	 * Who may handle the operation.
	 */
	enum Turn {

		/**
		 * The caller, which must end the turn.
		 */
		NOW,

		/**
		 * Not the caller now: another is handling it, or too many are being handled.
		 */
		LATER,

		/**
		 * Nobody: it is finished.
		 */
		OVER

	}

}
