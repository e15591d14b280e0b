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

package io.pilispring.sample.api;

import java.time.Instant;
import java.util.List;
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

import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.PublishSecurity;
import io.pilispring.v1.StreamHandle;
import io.pilispring.v1.StreamPage;
import io.pilispring.v1.StreamStatus;

/**
 * The streams of the hub.
 */
@RestController
@RequestMapping("/api/streams")
class StreamController {

	private final PiliHub hub;

	StreamController(PiliHub hub) {
		this.hub = hub;
	}

	@GetMapping
	Page list(@RequestParam(required = false) @Nullable String prefix,
			@RequestParam(required = false) @Nullable String marker, @RequestParam(defaultValue = "20") int limit,
			@RequestParam(defaultValue = "false") boolean connected) {
		StreamPage page = this.hub.listStreams((query) -> {
			query.titlePrefix(prefix).marker(marker).pageSize(limit);
			if (connected) {
				query.connected();
			}
		});
		return new Page(page.items().stream().map(StreamView::of).toList(), page.marker());
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	StreamView create(@RequestBody(required = false) @Nullable CreateRequest request) {
		if (request == null) {
			return StreamView.of(this.hub.createStream());
		}
		return StreamView.of(this.hub.createStream((stream) -> stream.title(request.title())
			.publishKey(request.publishKey())
			.publishSecurity(request.publishSecurity())));
	}

	@GetMapping("/{id}")
	StreamView get(@PathVariable String id) {
		return StreamView.of(this.hub.getStream(id));
	}

	@PatchMapping("/{id}")
	StreamView update(@PathVariable String id, @RequestBody UpdateRequest request) {
		return StreamView.of(this.hub.stream(id).update((stream) -> {
			stream.publishKey(request.publishKey()).publishSecurity(request.publishSecurity());
			if (request.disabled() != null) {
				stream.disabled(request.disabled());
			}
		}));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String id) {
		this.hub.stream(id).delete();
	}

	@PostMapping("/{id}/disable")
	StreamView disable(@PathVariable String id, @RequestParam(required = false) @Nullable Instant until) {
		StreamHandle stream = this.hub.stream(id);
		if (until == null) {
			stream.disable();
		}
		else {
			stream.disable(until);
		}
		return StreamView.of(stream.get());
	}

	@PostMapping("/{id}/enable")
	StreamView enable(@PathVariable String id) {
		StreamHandle stream = this.hub.stream(id);
		stream.enable();
		return StreamView.of(stream.get());
	}

	@PostMapping("/{id}/publish-url")
	Map<String, String> publishUrl(@PathVariable String id) {
		return Map.of("url", this.hub.getStream(id).rtmpPublishUrl());
	}

	@GetMapping("/{id}/play-urls")
	Map<String, Map<String, String>> playUrls(@PathVariable String id) {
		PiliStream stream = this.hub.getStream(id);
		return Map.of("rtmp", stream.rtmpLiveUrls(), "hls", stream.hlsLiveUrls(), "flv", stream.httpFlvLiveUrls());
	}

	@GetMapping("/{id}/status")
	StreamStatus status(@PathVariable String id) {
		return this.hub.stream(id).status();
	}

	record Page(List<StreamView> items, @Nullable String marker) {

	}

	record CreateRequest(@Nullable String title, @Nullable String publishKey,
			@Nullable PublishSecurity publishSecurity) {

	}

	record UpdateRequest(@Nullable String publishKey, @Nullable PublishSecurity publishSecurity,
			@Nullable Boolean disabled) {

	}

}
