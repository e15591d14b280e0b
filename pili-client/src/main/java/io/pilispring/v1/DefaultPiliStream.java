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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.Expiry;
import io.pilispring.internal.OneLine;
import io.pilispring.url.PublishSecurity;

/**
 * The {@link PiliStream} that calls PILI.
 */
final class DefaultPiliStream extends AbstractStreamHandle implements PiliStream {

	private final StreamFields fields;

	private final String json;

	private final @Nullable PublishSecurity publishSecurity;

	private final List<String> profiles;

	private final StreamHosts hosts;

	// Checked once, because it is part of every URL
	private @Nullable String urlPath;

	DefaultPiliStream(StreamsApi api, StreamDocument document, String body) {
		super(api);
		this.fields = document.fields();
		this.json = document.json(body);
		this.publishSecurity = this.fields.security();
		this.profiles = this.fields.profileNames();
		this.hosts = this.fields.streamHosts();
	}

	@Override
	public String id() {
		return Objects.requireNonNull(this.fields.id());
	}

	@Override
	public String title() {
		return this.fields.title();
	}

	@Override
	public String hub() {
		return this.fields.hub();
	}

	@Override
	public @Nullable String publishKey() {
		return this.fields.publishKey();
	}

	@Override
	public @Nullable PublishSecurity publishSecurity() {
		return this.publishSecurity;
	}

	@Override
	public boolean disabled() {
		return this.fields.disabled();
	}

	@Override
	public @Nullable Instant disabledTill() {
		Long till = this.fields.disabledTill();
		return (till != null && till > 0) ? Instant.ofEpochSecond(Math.min(till, Instant.MAX.getEpochSecond())) : null;
	}

	@Override
	public List<String> profiles() {
		return this.profiles;
	}

	@Override
	public StreamHosts hosts() {
		return this.hosts;
	}

	@Override
	public @Nullable Instant createdAt() {
		return this.fields.createdAt();
	}

	@Override
	public @Nullable Instant updatedAt() {
		return this.fields.updatedAt();
	}

	String urlPath() {
		String path = this.urlPath;
		if (path == null) {
			path = UrlPath.of(this);
			this.urlPath = path;
		}
		return path;
	}

	@Override
	public String toJsonString() {
		return this.json;
	}

	@Override
	public String rtmpPublishUrl() {
		return new PublishUrls(this).url(api().nonces());
	}

	@Override
	public String rtmpPublishUrl(long nonce) {
		return new PublishUrls(this).url(api().nonces(), nonce);
	}

	@Override
	public String rtmpPublishUrl(Instant expiresAt) {
		Assert.notNull(expiresAt, "'expiresAt' must not be null");
		return new PublishUrls(this).url(expiresAt, api().credentials());
	}

	@Override
	public String rtmpPublishUrl(Duration validity) {
		return rtmpPublishUrl(Expiry.after("validity", validity, InstantSource.system()));
	}

	@Override
	public String rtmpLiveUrl() {
		return new PlayUrls(this).rtmpLive();
	}

	@Override
	public String hlsLiveUrl() {
		return new PlayUrls(this).hlsLive();
	}

	@Override
	public String httpFlvLiveUrl() {
		return new PlayUrls(this).httpFlvLive();
	}

	@Override
	public String hlsPlaybackUrl(Instant start, Instant end) {
		return new PlayUrls(this).hlsPlayback(start, end);
	}

	@Override
	public Map<String, String> rtmpLiveUrls() {
		return new PlayUrls(this).rtmpLiveByProfile();
	}

	@Override
	public Map<String, String> hlsLiveUrls() {
		return new PlayUrls(this).hlsLiveByProfile();
	}

	@Override
	public Map<String, String> httpFlvLiveUrls() {
		return new PlayUrls(this).httpFlvLiveByProfile();
	}

	@Override
	public Map<String, String> hlsPlaybackUrls(Instant start, Instant end) {
		return new PlayUrls(this).hlsPlaybackByProfile(start, end);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DefaultPiliStream that && this.json.equals(that.json);
	}

	@Override
	public int hashCode() {
		return this.json.hashCode();
	}

	@Override
	public String toString() {
		return "PiliStream[id=" + OneLine.of(id()) + ", publishSecurity="
				+ OneLine.of(Objects.toString(publishSecurity(), "unknown")) + ", disabled=" + disabled() + "]";
	}

}
