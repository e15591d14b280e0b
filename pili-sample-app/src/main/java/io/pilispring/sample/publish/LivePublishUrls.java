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

package io.pilispring.sample.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.url.PublishSecurity;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.PublishUrlSpec;
import io.pilispring.v2.StreamInfo;

/**
 * The URLs to publish to a stream of version 2, with the security that PILI reports for
 * the stream or its hub. They prove that the publisher may publish, so they are a secret.
 *
 * @param rtmp the URL for RTMP
 * @param srt the URL for SRT
 * @param expiresAt until when the push must have begun, or {@code null} if they do not
 * expire
 * @param once whether they are good for one push only
 */
public record LivePublishUrls(String rtmp, String srt, @Nullable Instant expiresAt, boolean once) {

	private static final Duration LONGEST = Duration.ofDays(36_500);

	/**
	 * Create the URLs.
	 * @param hub the hub
	 * @param info the settings of the stream
	 * @param validity how long from now a push may begin, unless they do not expire
	 * @return the URLs
	 * @throws IllegalArgumentException if the validity is not from a second to a hundred
	 * years
	 */
	public static LivePublishUrls of(LiveHub hub, StreamInfo info, Duration validity) {
		Assert.isTrue(validity.toSeconds() >= 1 && validity.compareTo(LONGEST) <= 0,
				() -> "'validity' must be from a second to a hundred years, but is " + validity);
		PublishSecurity security = security(hub, info);
		Instant expiresAt = (expires(security)) ? Instant.now().plus(validity) : null;
		Consumer<PublishUrlSpec> spec = (url) -> {
			url.of(info);
			if (security != null) {
				url.security(security);
			}
			if (expiresAt != null) {
				url.expiresAt(expiresAt);
			}
		};
		LiveStream stream = hub.stream(info.key());
		return new LivePublishUrls(stream.rtmpPublishUrl(spec), stream.srtPublishUrl(spec), expiresAt,
				PublishSecurity.DYNAMIC.equals(security));
	}

	/**
	 * Return whether the URLs of a stream expire.
	 * @param hub the hub
	 * @param info the settings of the stream
	 * @return whether they expire
	 */
	public static boolean expire(LiveHub hub, StreamInfo info) {
		return expires(security(hub, info));
	}

	// By default, they do
	private static boolean expires(@Nullable PublishSecurity security) {
		return security == null || security.expires();
	}

	private static @Nullable PublishSecurity security(LiveHub hub, StreamInfo info) {
		return (info.publishSecurity() != null) ? info.publishSecurity() : hub.info().publishSecurity();
	}

	@Override
	public String toString() {
		return "LivePublishUrls[expiresAt=" + this.expiresAt + "]";
	}

}
