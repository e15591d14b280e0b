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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * The {@link PiliStream} that calls PILI.
 */
final class DefaultPiliStream implements PiliStream {

	private static final Duration LONGEST_VALIDITY = Duration.ofDays(36_500);

	private final StreamsApi api;

	private final StreamFields fields;

	private final String json;

	private final @Nullable PublishSecurity publishSecurity;

	private final List<String> profiles;

	private final StreamHosts hosts;

	DefaultPiliStream(StreamsApi api, StreamDocument document, String body) {
		this.api = api;
		this.fields = document.fields();
		this.json = document.json(body);
		this.publishSecurity = this.fields.security();
		this.profiles = this.fields.profileNames();
		this.hosts = this.fields.streamHosts();
	}

	@Override
	public String id() {
		return this.fields.id();
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
		long till = Math.min(this.fields.disabledTill(), Instant.MAX.getEpochSecond());
		return (till > 0) ? Instant.ofEpochSecond(till) : null;
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

	@Override
	public String toJsonString() {
		return this.json;
	}

	@Override
	public PiliStream refresh() {
		return this.api.get(pathId());
	}

	@Override
	public PiliStream update(Consumer<UpdateStreamSpec> spec) {
		return this.api.update(pathId(), Specs.apply(new UpdateStreamSpec(), spec));
	}

	@Override
	public PiliStream disable() {
		return update((spec) -> spec.disabled(true));
	}

	@Override
	public void disable(Instant until) {
		Assert.notNull(until, "'until' must not be null");
		this.api.disableUntil(pathId(), until);
	}

	@Override
	public PiliStream enable() {
		PiliStream stream = update((spec) -> spec.disabled(false));
		if (stream.disabledTill() == null) {
			return stream;
		}
		this.api.makeAvailable(pathId());
		return refresh();
	}

	@Override
	public void delete() {
		this.api.delete(pathId());
	}

	@Override
	public String rtmpPublishUrl() {
		return new PublishUrls(this).url(NonceSource.SHARED);
	}

	@Override
	public String rtmpPublishUrl(long nonce) {
		return new PublishUrls(this).url(NonceSource.SHARED, nonce);
	}

	@Override
	public String rtmpPublishUrl(Instant expiresAt) {
		Assert.notNull(expiresAt, "'expiresAt' must not be null");
		return new PublishUrls(this).url(expiresAt, this.api.credentials());
	}

	@Override
	public String rtmpPublishUrl(Duration validity) {
		Assert.isTrue(validity != null && validity.getSeconds() > 0 && validity.compareTo(LONGEST_VALIDITY) <= 0,
				() -> "'validity' must be at least a second and at most %s, but is %s".formatted(LONGEST_VALIDITY,
						validity));
		return rtmpPublishUrl(Instant.now().plus(validity));
	}

	@Override
	public Map<String, String> rtmpLiveUrls() {
		return new PlayUrls(this).rtmpLive();
	}

	@Override
	public Map<String, String> hlsLiveUrls() {
		return new PlayUrls(this).hlsLive();
	}

	@Override
	public Map<String, String> httpFlvLiveUrls() {
		return new PlayUrls(this).httpFlvLive();
	}

	@Override
	public Map<String, String> hlsPlaybackUrls(Instant start, Instant end) {
		return new PlayUrls(this).hlsPlayback(start, end);
	}

	@Override
	public StreamStatus status() {
		return this.api.status(pathId());
	}

	@Override
	public SegmentList segments() {
		return this.api.segments(pathId(), new SegmentsSpec());
	}

	@Override
	public SegmentList segments(Consumer<SegmentsSpec> spec) {
		return this.api.segments(pathId(), Specs.apply(new SegmentsSpec(), spec));
	}

	@Override
	public SaveAsResult saveAs(Consumer<SaveAsSpec> spec) {
		return this.api.saveAs(pathId(), Specs.apply(new SaveAsSpec(), spec));
	}

	@Override
	public SnapshotResult snapshot(Consumer<SnapshotSpec> spec) {
		return this.api.snapshot(pathId(), Specs.apply(new SnapshotSpec(), spec));
	}

	// The id came from outside, so it is checked like any other before it becomes a path
	private String pathId() {
		return Arguments.id(id());
	}

	@Override
	public String toString() {
		return "PiliStream[id=" + OneLine.of(id()) + ", publishSecurity="
				+ OneLine.of(Objects.toString(publishSecurity(), "unknown")) + ", disabled=" + disabled() + "]";
	}

}
