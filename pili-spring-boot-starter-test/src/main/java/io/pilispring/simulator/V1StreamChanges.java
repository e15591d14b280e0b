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
 * The properties of a stream to change: those that are {@code null} remain unchanged.
 *
 * @param publishKey the publish key
 * @param publishSecurity how publish URLs are authorized
 * @param availability whether the stream may be published
 */
record V1StreamChanges(@Nullable String publishKey, @Nullable PublishSecurity publishSecurity,
		@Nullable Availability availability) {

	StreamSettings applyTo(StreamSettings before) {
		StreamSettings changed = before;
		if (this.publishKey != null) {
			changed = changed.withPublishKey(this.publishKey);
		}
		if (this.publishSecurity != null) {
			changed = changed.withPublishSecurity(this.publishSecurity);
		}
		return (this.availability != null) ? changed.withAvailability(this.availability) : changed;
	}

	static V1StreamChanges from(JsonBody body) {
		String security = body.text("publishSecurity");
		Boolean disabled = body.bool("disabled");
		return new V1StreamChanges(body.text("publishKey"), (security != null) ? PublishSecurity.of(security) : null,
				(disabled != null) ? availability(disabled) : null);
	}

	private static Availability availability(boolean disabled) {
		return (disabled) ? Availability.DISABLED : Availability.ENABLED;
	}

}
