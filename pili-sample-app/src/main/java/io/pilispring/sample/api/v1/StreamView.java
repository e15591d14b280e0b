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

package io.pilispring.sample.api.v1;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pilispring.sample.hubs.Hub;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliStream;

/**
 * A stream as the API shows it: without the publish key.
 *
 * @param hub the key of the hub
 * @param id the id
 * @param title the title
 * @param publishSecurity how publish URLs prove themselves
 * @param disabled whether the stream may not be published to
 * @param disabledTill until when it may not
 * @param profiles the profiles
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
record StreamView(String hub, String id, String title, @Nullable PublishSecurity publishSecurity, boolean disabled,
		@Nullable Instant disabledTill, List<String> profiles, @Nullable Instant createdAt,
		@Nullable Instant updatedAt) {

	static StreamView of(Hub hub, PiliStream stream) {
		return new StreamView(hub.key(), stream.id(), stream.title(), stream.publishSecurity(), stream.disabled(),
				stream.disabledTill(), stream.profiles(), stream.createdAt(), stream.updatedAt());
	}

}
