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

import io.pilispring.monitor.StreamMeasurement;

/**
 * Takes over the state of a stream, such as
 * {@link io.pilispring.monitor.PiliMonitor#report(String, String, StreamMeasurement)}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StreamReporter {

	/**
	 * Take over the state of a stream.
	 * @param hubKey the key of the hub
	 * @param id the id of the stream, which is its key
	 * @param measurement the measurement
	 * @return whether it is a change
	 */
	boolean report(String hubKey, String id, StreamMeasurement measurement);

}
