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

/**
 * The properties of a stream that can be changed.
 *
 * @param updatedAt when it was last set
 * @param publishKey the publish key
 * @param publishSecurity how publish URLs are authorized
 * @param availability whether the stream may be published
 */
record StreamSettings(Instant updatedAt, String publishKey, PublishSecurity publishSecurity,
		Availability availability) {

	StreamSettings apply(StreamChanges changes, Instant now) {
		return new StreamSettings(now, (changes.publishKey() != null) ? changes.publishKey() : this.publishKey,
				(changes.publishSecurity() != null) ? changes.publishSecurity() : this.publishSecurity,
				(changes.availability() != null) ? changes.availability() : this.availability);
	}

	StreamSettings at(Instant now) {
		return new StreamSettings(this.updatedAt, this.publishKey, this.publishSecurity, this.availability.at(now));
	}

}
