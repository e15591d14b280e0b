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
 * A file operation of the simulator, in the hands of test code. It goes on by the clock
 * until test code finishes it by hand. Safe for use by many threads.
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
	 * Return how far it is.
	 * @return the code
	 */
	FopCode code();

	/**
	 * Complete it now.
	 */
	default void complete() {
		finish(FopCode.DONE);
	}

	/**
	 * Let it fail now.
	 * @param error the reason
	 */
	void fail(String error);

	/**
	 * Finish it now. With {@link FopCode#NOTIFICATION_FAILED} nobody is notified.
	 * @param code a final code
	 * @throws IllegalArgumentException if the code is not final
	 */
	void finish(FopCode code);

	/**
	 * Return how often it was tried to notify.
	 * @return the number of notifications that were sent
	 */
	int notifications();

}
