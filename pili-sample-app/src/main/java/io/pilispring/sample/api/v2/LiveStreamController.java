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

package io.pilispring.sample.api.v2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.sample.hubs.WrongVersionException;
import io.pilispring.sample.publish.LivePublishUrls;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.PlayUrlSpec;

/**
 * The streams of a hub of version 2.
 */
@RestController
@RequestMapping("/api/hubs/{hub}/streams")
class LiveStreamController {

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	StreamInfoView create(V2Hub hub, @RequestBody CreateRequest request) {
		return StreamInfoView.of(hub, hub.client().createStream(request.key()).key());
	}

	@GetMapping("/{key}")
	StreamInfoView get(V2Hub hub, @PathVariable String key) {
		return StreamInfoView.of(hub, key);
	}

	@DeleteMapping("/{key}")
	void delete(V2Hub hub, @PathVariable String key) {
		throw new WrongVersionException(hub, "Its streams cannot be deleted: a stream ends by itself some days after"
				+ " the last push. Disable the stream if nobody may push to it.");
	}

	@GetMapping("/{key}/status")
	LiveStatusView status(V2Hub hub, @PathVariable String key) {
		return LiveStatusView.of(hub.client().stream(key).liveStatus().orElse(null));
	}

	@PostMapping("/{key}/publish-urls")
	PublishUrlsView publishUrls(V2Hub hub, @PathVariable String key,
			@RequestParam(defaultValue = "PT1H") Duration validity) {
		LivePublishUrls urls = LivePublishUrls.of(hub.client(), hub.client().stream(key).info(), validity);
		return new PublishUrlsView(urls.rtmp(), urls.srt(), urls.expiresAt());
	}

	@GetMapping("/{key}/play-urls")
	PlayUrlsView playUrls(V2Hub hub, @PathVariable String key, @RequestParam(required = false) @Nullable String profile,
			@RequestParam(required = false) @Nullable Duration validity) {
		return PlayUrlsView.of(hub.client().stream(key), profile, validity);
	}

	@PostMapping("/{key}/disable")
	StreamInfoView disable(V2Hub hub, @PathVariable String key, @RequestParam(required = false) @Nullable Instant until,
			@RequestParam(name = "for", required = false) @Nullable Duration period) {
		Assert.isTrue(until == null || period == null, "Only one of 'until' and 'for' can be set");
		LiveStream stream = hub.client().stream(key);
		if (until != null) {
			stream.disable(until);
		}
		else if (period != null) {
			stream.disable(period);
		}
		else {
			stream.disable();
		}
		return StreamInfoView.of(hub, key);
	}

	@PostMapping("/{key}/enable")
	StreamInfoView enable(V2Hub hub, @PathVariable String key) {
		hub.client().stream(key).enable();
		return StreamInfoView.of(hub, key);
	}

	@PutMapping("/{key}/converts")
	StreamInfoView convert(V2Hub hub, @PathVariable String key, @RequestBody List<String> profiles) {
		hub.client().stream(key).setConverts(profiles);
		return StreamInfoView.of(hub, key);
	}

	record CreateRequest(String key) {

	}

	record PublishUrlsView(String rtmp, String srt, @Nullable Instant expiresAt) {

		@Override
		public String toString() {
			return "PublishUrlsView[expiresAt=" + this.expiresAt + "]";
		}

	}

	record PlayUrlsView(String rtmp, String hls, String flv) {

		static PlayUrlsView of(LiveStream stream, @Nullable String profile, @Nullable Duration validity) {
			Consumer<PlayUrlSpec> spec = (url) -> {
				url.profile(profile);
				if (validity != null) {
					url.validFor(validity);
				}
			};
			return new PlayUrlsView(stream.rtmpLiveUrl(spec), stream.hlsLiveUrl(spec), stream.httpFlvLiveUrl(spec));
		}

	}

}
