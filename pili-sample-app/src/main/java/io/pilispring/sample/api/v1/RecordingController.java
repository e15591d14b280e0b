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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.SaveAsResult;
import io.pilispring.v1.SegmentList;
import io.pilispring.v1.SnapshotResult;

/**
 * What was recorded of streams, and the files made of it.
 */
@RestController
@RequestMapping("/api/hubs/{hub}")
class RecordingController {

	@GetMapping("/streams/{id}/segments")
	SegmentList segments(V1Hub hub, @PathVariable String id, @RequestParam(required = false) @Nullable Instant start,
			@RequestParam(required = false) @Nullable Instant end, @RequestParam(defaultValue = "100") int limit) {
		return hub.client().stream(id).segments((query) -> query.start(start).end(end).limit(limit));
	}

	@GetMapping("/streams/{id}/playback-urls")
	Map<String, String> playbackUrls(V1Hub hub, @PathVariable String id, @RequestParam Instant start,
			@RequestParam Instant end) {
		return hub.client().getStream(id).hlsPlaybackUrls(start, end);
	}

	@PostMapping("/streams/{id}/files")
	@ResponseStatus(HttpStatus.ACCEPTED)
	SaveAsResult saveAs(V1Hub hub, @PathVariable String id, @RequestBody SaveAsRequest request) {
		return hub.client()
			.stream(id)
			.saveAs((file) -> file.name(request.name())
				.format(request.format())
				.start(request.start())
				.end(request.end()));
	}

	@PostMapping("/streams/{id}/snapshots")
	@ResponseStatus(HttpStatus.ACCEPTED)
	SnapshotResult snapshot(V1Hub hub, @PathVariable String id, @RequestBody SnapshotRequest request) {
		return hub.client()
			.stream(id)
			.snapshot((picture) -> picture.name(request.name()).format(request.format()).time(request.time()));
	}

	record SaveAsRequest(String name, @Nullable String format, @Nullable Instant start, @Nullable Instant end) {

	}

	record SnapshotRequest(String name, String format, @Nullable Instant time) {

	}

}
