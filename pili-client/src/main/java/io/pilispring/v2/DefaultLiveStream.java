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

package io.pilispring.v2;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.Expiry;
import io.pilispring.internal.OneLine;
import io.pilispring.internal.Specs;

/**
 * The {@link LiveStream} that calls PILI.
 */
final class DefaultLiveStream implements LiveStream {

	private final HubApi api;

	private final UrlSettings urls;

	private final Domains domains;

	private final String key;

	DefaultLiveStream(HubApi api, UrlSettings urls, Domains domains, String key) {
		this.api = api;
		this.urls = urls;
		this.domains = domains;
		this.key = StreamKey.checkForeign(key);
	}

	@Override
	public String key() {
		return this.key;
	}

	@Override
	public String hub() {
		return this.api.name();
	}

	@Override
	public StreamInfo info() {
		return this.api.stream(this.key);
	}

	@Override
	public Optional<LiveStatus> liveStatus() {
		return this.api.live(this.key);
	}

	@Override
	public void disable() {
		this.api.disable(this.key, new HubApi.Disabled(-1L, null));
	}

	@Override
	public void disable(Instant until) {
		Assert.notNull(until, "'until' must not be null");
		long seconds = Expiry.seconds(until);
		Assert.isTrue(seconds > 0, () -> "'until' must be after 1970, but is " + until);
		this.api.disable(this.key, new HubApi.Disabled(seconds, null));
	}

	@Override
	public void disable(Duration period) {
		Assert.isTrue(period != null && period.getSeconds() > 0,
				() -> "'period' must be at least a second, but is " + period);
		this.api.disable(this.key, new HubApi.Disabled(0L, period.plusNanos(999_999_999).getSeconds()));
	}

	@Override
	public void enable() {
		this.api.disable(this.key, new HubApi.Disabled(0L, null));
	}

	@Override
	public List<Activity> history(Consumer<HistorySpec> spec) {
		return this.api.history(this.key, Specs.apply(new HistorySpec(), spec));
	}

	@Override
	public SaveAsResult saveAs(Consumer<SaveAsSpec> spec) {
		return this.api.saveAs(this.key, Specs.apply(new SaveAsSpec(), spec));
	}

	@Override
	public SnapshotResult snapshot(Consumer<SnapshotSpec> spec) {
		return this.api.snapshot(this.key, Specs.apply(new SnapshotSpec(), spec));
	}

	@Override
	public void setConverts(Collection<String> profiles) {
		Assert.notNull(profiles, "'profiles' must not be null");
		profiles.forEach((profile) -> Arguments.required("profiles", Arguments.text("profiles", profile, 100)));
		this.api.setConverts(this.key, List.copyOf(profiles));
	}

	@Override
	public void setNropEnabled(boolean enabled) {
		this.api.setNrop(this.key, enabled);
	}

	@Override
	public String rtmpPublishUrl(Consumer<PublishUrlSpec> spec) {
		return publishUrls().rtmp(spec);
	}

	@Override
	public String srtPublishUrl(Consumer<PublishUrlSpec> spec) {
		return publishUrls().srt(spec);
	}

	private PublishUrls publishUrls() {
		return new PublishUrls(hub(), this.key, this.urls, this.domains, this.api::credentials);
	}

	@Override
	public String rtmpLiveUrl(Consumer<PlayUrlSpec> spec) {
		return playUrls().rtmp(spec);
	}

	@Override
	public String hlsLiveUrl(Consumer<PlayUrlSpec> spec) {
		return playUrls().hls(spec);
	}

	@Override
	public String httpFlvLiveUrl(Consumer<PlayUrlSpec> spec) {
		return playUrls().httpFlv(spec);
	}

	@Override
	public String coverUrl(Consumer<PlayUrlSpec> spec) {
		return playUrls().cover(spec);
	}

	private PlayUrls playUrls() {
		return new PlayUrls(hub(), this.key, this.urls, this.domains);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DefaultLiveStream that && this.key.equals(that.key) && hub().equals(that.hub())
				&& this.api.equals(that.api);
	}

	@Override
	public int hashCode() {
		return this.key.hashCode();
	}

	@Override
	public String toString() {
		return "LiveStream[hub=" + hub() + ", key=" + OneLine.of(this.key) + "]";
	}

}
