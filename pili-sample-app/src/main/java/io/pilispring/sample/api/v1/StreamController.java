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
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamHandle;
import io.pilispring.v1.StreamStatus;

/**
 * The streams of a hub of version 1.
 */
@RestController
@RequestMapping("/api/hubs/{hub}/streams")
class StreamController {

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	StreamView create(V1Hub hub, @RequestBody(required = false) @Nullable CreateRequest request) {
		if (request == null) {
			return StreamView.of(hub, hub.client().createStream());
		}
		return StreamView.of(hub,
				hub.client()
					.createStream((stream) -> stream.title(request.title())
						.publishKey(request.publishKey())
						.publishSecurity(request.publishSecurity())));
	}

	@GetMapping("/{id}")
	StreamView get(V1Hub hub, @PathVariable String id) {
		return StreamView.of(hub, hub.client().getStream(id));
	}

	@PatchMapping("/{id}")
	StreamView update(V1Hub hub, @PathVariable String id, @RequestBody UpdateRequest request) {
		return StreamView.of(hub, hub.client().stream(id).update((stream) -> {
			stream.publishKey(request.publishKey()).publishSecurity(request.publishSecurity());
			if (request.disabled() != null) {
				stream.disabled(request.disabled());
			}
		}));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(V1Hub hub, @PathVariable String id) {
		hub.client().stream(id).delete();
	}

	@PostMapping("/{id}/disable")
	StreamView disable(V1Hub hub, @PathVariable String id, @RequestParam(required = false) @Nullable Instant until) {
		StreamHandle stream = hub.client().stream(id);
		if (until == null) {
			stream.disable();
		}
		else {
			stream.disable(until);
		}
		return StreamView.of(hub, stream.get());
	}

	@PostMapping("/{id}/enable")
	StreamView enable(V1Hub hub, @PathVariable String id) {
		StreamHandle stream = hub.client().stream(id);
		stream.enable();
		return StreamView.of(hub, stream.get());
	}

	@PostMapping("/{id}/publish-url")
	Map<String, String> publishUrl(V1Hub hub, @PathVariable String id) {
		return Map.of("url", hub.client().getStream(id).rtmpPublishUrl());
	}

	@GetMapping("/{id}/play-urls")
	Map<String, Map<String, String>> playUrls(V1Hub hub, @PathVariable String id) {
		PiliStream stream = hub.client().getStream(id);
		return Map.of("rtmp", stream.rtmpLiveUrls(), "hls", stream.hlsLiveUrls(), "flv", stream.httpFlvLiveUrls());
	}

	@GetMapping("/{id}/status")
	StreamStatus status(V1Hub hub, @PathVariable String id) {
		return hub.client().stream(id).status();
	}

	record CreateRequest(@Nullable String title, @Nullable String publishKey,
			@Nullable PublishSecurity publishSecurity) {

	}

	record UpdateRequest(@Nullable String publishKey, @Nullable PublishSecurity publishSecurity,
			@Nullable Boolean disabled) {

	}

}
