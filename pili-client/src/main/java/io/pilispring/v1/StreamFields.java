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

package io.pilispring.v1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.WireLists;
import io.pilispring.url.PublishSecurity;

/**
 * The fields of a stream as sent by PILI. All except the id may be missing.
 *
 * @param id the id: zone, hub and title with dots in between
 * @param createdAt when the stream was created
 * @param updatedAt when the stream was last changed
 * @param title the title
 * @param hub the hub
 * @param disabled whether the stream may not be published to
 * @param disabledTill the time until which it is disabled, in unix seconds
 * @param publishKey the publish key
 * @param publishSecurity how publish URLs are authorized
 * @param profiles the profiles, besides the origin
 * @param hosts the hosts
 */
record StreamFields(@Nullable String id, @Nullable Instant createdAt, @Nullable Instant updatedAt, String title,
		String hub, boolean disabled, @Nullable Long disabledTill, @Nullable String publishKey,
		@Nullable String publishSecurity, @Nullable List<@Nullable String> profiles, @Nullable HostsDocument hosts) {

	private static final int MAX_PROFILE_LENGTH = 100;

	StreamFields {
		title = (StringUtils.hasText(title)) ? title : StreamId.of(Objects.toString(id, "")).title();
		hub = (StringUtils.hasText(hub)) ? hub : StreamId.of(Objects.toString(id, "")).hub();
	}

	// Without the publish key
	@Override
	public String toString() {
		return "StreamFields[id=" + this.id + "]";
	}

	@Nullable PublishSecurity security() {
		return (StringUtils.hasText(this.publishSecurity)) ? new PublishSecurity(this.publishSecurity) : null;
	}

	List<String> profileNames() {
		List<String> names = new ArrayList<>(WireLists.present(this.profiles));
		// Others would lead a URL elsewhere
		names.removeIf((name) -> !Arguments.isSegment(name, MAX_PROFILE_LENGTH));
		return Collections.unmodifiableList(names);
	}

	StreamHosts streamHosts() {
		return ((this.hosts != null) ? this.hosts : HostsDocument.NONE).toHosts();
	}

}
