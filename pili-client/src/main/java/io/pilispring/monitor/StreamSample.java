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

import java.time.Instant;

/**
 * A watched stream as it was last seen.
 *
 * @param id the id of the stream
 * @param state how the stream was
 * @param measurement what PILI said
 * @param sampledAt when PILI was asked
 * @since 0.1.0
 */
public record StreamSample(String id, StreamState state, StreamMeasurement measurement, Instant sampledAt) {

	/**
	 * Return the title of the stream, which is the end of its id.
	 * @return the title
	 */
	public String title() {
		return this.id.substring(this.id.lastIndexOf('.') + 1);
	}

}
