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

/**
 * A file operation of the simulator, to be controlled by test code. It progresses by
 * itself, unless test code finishes it. Safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public interface SimulatedFop {

	/**
	 * Return the id, which clients call the persistent id.
	 * @return the id
	 */
	String id();

	/**
	 * Return the progress.
	 * @return the code
	 */
	FopCode code();

	/**
	 * Complete the operation now.
	 */
	default void complete() {
		finish(FopCode.DONE);
	}

	/**
	 * Make the operation fail now.
	 * @param error the reason
	 */
	void fail(String error);

	/**
	 * Finish the operation now. With {@link FopCode#NOTIFICATION_FAILED}, no notification
	 * is sent.
	 * @param code a final code
	 * @throws IllegalArgumentException if the code is not final
	 */
	void finish(FopCode code);

	/**
	 * Return how often a notification was sent.
	 * @return the number of notifications that were sent
	 */
	int notifications();

}
