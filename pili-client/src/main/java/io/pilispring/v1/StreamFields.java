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
 */
final class StreamFields {

	private static final int MAX_PROFILE_LENGTH = 100;

	private @Nullable String id;

	private @Nullable Instant createdAt;

	private @Nullable Instant updatedAt;

	private @Nullable String title;

	private @Nullable String hub;

	private boolean disabled;

	// In unix seconds
	private @Nullable Long disabledTill;

	private @Nullable String publishKey;

	private @Nullable String publishSecurity;

	private @Nullable List<@Nullable String> profiles;

	private @Nullable HostsDocument hosts;

	@Nullable String id() {
		return this.id;
	}

	@Nullable Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant updatedAt() {
		return this.updatedAt;
	}

	String title() {
		return (StringUtils.hasText(this.title)) ? this.title : parsedId().title();
	}

	String hub() {
		return (StringUtils.hasText(this.hub)) ? this.hub : parsedId().hub();
	}

	private StreamId parsedId() {
		return StreamId.of(Objects.toString(this.id, ""));
	}

	boolean disabled() {
		return this.disabled;
	}

	@Nullable Long disabledTill() {
		return this.disabledTill;
	}

	@Nullable String publishKey() {
		return this.publishKey;
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
