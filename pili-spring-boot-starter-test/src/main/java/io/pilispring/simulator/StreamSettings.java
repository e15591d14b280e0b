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

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The properties of a stream that can be changed.
 *
 * @param updatedAt when it was last set
 * @param publishKey the publish key, or {@code null} for that of the hub
 * @param publishSecurity how publish URLs are authorized, or {@code null} for as the hub
 * says
 * @param availability whether the stream may be published
 * @param converts the transcoding profiles
 * @param nropEnabled whether pictures are judged
 */
record StreamSettings(Instant updatedAt, @Nullable String publishKey, @Nullable PublishSecurity publishSecurity,
		Availability availability, List<String> converts, boolean nropEnabled) {

	StreamSettings updatedAt(Instant updatedAt) {
		return new StreamSettings(updatedAt, this.publishKey, this.publishSecurity, this.availability, this.converts,
				this.nropEnabled);
	}

	StreamSettings withPublishKey(String publishKey) {
		return new StreamSettings(this.updatedAt, publishKey, this.publishSecurity, this.availability, this.converts,
				this.nropEnabled);
	}

	StreamSettings withPublishSecurity(PublishSecurity publishSecurity) {
		return new StreamSettings(this.updatedAt, this.publishKey, publishSecurity, this.availability, this.converts,
				this.nropEnabled);
	}

	StreamSettings withAvailability(Availability availability) {
		return new StreamSettings(this.updatedAt, this.publishKey, this.publishSecurity, availability, this.converts,
				this.nropEnabled);
	}

	StreamSettings withConverts(List<String> converts) {
		return new StreamSettings(this.updatedAt, this.publishKey, this.publishSecurity, this.availability, converts,
				this.nropEnabled);
	}

	StreamSettings withNropEnabled(boolean nropEnabled) {
		return new StreamSettings(this.updatedAt, this.publishKey, this.publishSecurity, this.availability,
				this.converts, nropEnabled);
	}

	boolean isDisabled(Instant now) {
		return this.availability.at(now).disabled();
	}

}
