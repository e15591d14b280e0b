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
 * Listener that is notified when the push of a stream was ended by the simulator: because
 * the stream was disabled or deleted, the simulator was reset, or test code took the
 * stream offline.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PushListener {

	/**
	 * Called when a push has ended, in the thread that ended it. Implementations must not
	 * block.
	 * @param stream the stream
	 */
	void pushEnded(SimulatedStream stream);

}
