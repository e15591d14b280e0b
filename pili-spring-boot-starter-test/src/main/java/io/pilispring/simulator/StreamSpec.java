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
 * Specifies a stream to be created by test code. Anything that is not set is chosen as
 * PILI would.
 *
 * @param hub the hub, or {@code null} for the default hub of the account
 * @param title the title, or {@code null} to generate one
 * @param publishKey the publish key, or {@code null} to generate one
 * @param publishSecurity the publish security, as named in PILI's API, or {@code null}
 * for the default of the simulator, which is {@code static} unless configured otherwise
 * @since 0.1.0
 */
public record StreamSpec(@Nullable String hub, @Nullable String title, @Nullable String publishKey,
		@Nullable String publishSecurity) {

	/**
	 * Return a spec with all defaults.
	 * @return the spec
	 */
	public static StreamSpec defaults() {
		return new StreamSpec(null, null, null, null);
	}

	/**
	 * Return a spec for a stream with a title.
	 * @param title the title
	 * @return the spec
	 */
	public static StreamSpec titled(String title) {
		return new StreamSpec(null, title, null, null);
	}

	/**
	 * Return a copy of this spec with another hub.
	 * @param hub the name of the hub
	 * @return the other spec
	 */
	public StreamSpec inHub(String hub) {
		return new StreamSpec(hub, this.title, this.publishKey, this.publishSecurity);
	}

	/**
	 * Return a copy of this spec with another publish key.
	 * @param publishKey the publish key
	 * @return the other spec
	 */
	public StreamSpec withPublishKey(String publishKey) {
		return new StreamSpec(this.hub, this.title, publishKey, this.publishSecurity);
	}

	/**
	 * Return a copy of this spec with another publish security.
	 * @param publishSecurity the publish security, as named in PILI's API
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
