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

import org.jspecify.annotations.Nullable;

/**
 * What a stream shall be like that test code creates. What is not said is chosen as PILI
 * would.
 *
 * @param hub the hub, or {@code null} for the first hub of the simulator
 * @param title the title, or {@code null} for one that the simulator makes
 * @param publishKey the publish key, or {@code null} for one that the simulator makes
 * @param publishSecurity the publish security as it is called on the wire, or
 * {@code null} for the default of the simulator, which is {@code static} unless its
 * builder was told otherwise
 * @since 0.1.0
 */
public record StreamSpec(@Nullable String hub, @Nullable String title, @Nullable String publishKey,
		@Nullable String publishSecurity) {

	/**
	 * Return a spec that leaves everything to the simulator.
	 * @return the spec
	 */
	public static StreamSpec defaults() {
		return new StreamSpec(null, null, null, null);
	}

	/**
	 * Return a spec of a stream with a title.
	 * @param title the title
	 * @return the spec
	 */
	public static StreamSpec titled(String title) {
		return new StreamSpec(null, title, null, null);
	}

	/**
	 * Return a spec like this one in a hub.
	 * @param hub the name of the hub
	 * @return the other spec
	 */
	public StreamSpec inHub(String hub) {
		return new StreamSpec(hub, this.title, this.publishKey, this.publishSecurity);
	}

	/**
	 * Return a spec like this one with a publish key.
	 * @param publishKey the publish key
	 * @return the other spec
	 */
	public StreamSpec withPublishKey(String publishKey) {
		return new StreamSpec(this.hub, this.title, publishKey, this.publishSecurity);
	}

	/**
	 * Return a spec like this one with a publish security.
	 * @param publishSecurity the publish security as it is called on the wire
	 * @return the other spec
	 */
	public StreamSpec withPublishSecurity(String publishSecurity) {
		return new StreamSpec(this.hub, this.title, this.publishKey, publishSecurity);
	}

	@Override
	public String toString() {
		return "StreamSpec[hub=" + this.hub + ", title=" + this.title + ", publishSecurity=" + this.publishSecurity
				+ "]";
	}

}
