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

import java.time.Instant;
import java.util.List;

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

import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.Activity;
import io.pilispring.v2.SaveAsResult;
import io.pilispring.v2.SnapshotResult;

/**
 * When somebody pushed to the streams of a hub of version 2, and the files made of it.
 */
@RestController
@RequestMapping("/api/hubs/{hub}/streams/{key}")
class LiveStreamFileController {

	@GetMapping("/history")
	List<Activity> history(V2Hub hub, @PathVariable String key, @RequestParam(required = false) @Nullable Instant start,
			@RequestParam(required = false) @Nullable Instant end) {
		return hub.client().stream(key).history((query) -> query.start(start).end(end));
	}

	@PostMapping("/files")
	@ResponseStatus(HttpStatus.ACCEPTED)
	FileView saveAs(V2Hub hub, @PathVariable String key, @RequestBody SaveAsRequest request) {
		SaveAsResult result = hub.client()
			.stream(key)
			.saveAs((file) -> file.name(request.name())
				.format(request.format())
				.start(request.start())
				.end(request.end()));
		return FileView.of(hub, result.name(), result.persistentId());
	}

	@PostMapping("/snapshots")
	@ResponseStatus(HttpStatus.ACCEPTED)
	FileView snapshot(V2Hub hub, @PathVariable String key, @RequestBody SnapshotRequest request) {
		SnapshotResult result = hub.client()
			.stream(key)
			.snapshot((picture) -> picture.name(request.name()).format(request.format()).time(request.time()));
		return FileView.of(hub, result.name(), result.persistentId());
	}

	record SaveAsRequest(@Nullable String name, @Nullable String format, @Nullable Instant start,
			@Nullable Instant end) {

	}

	record SnapshotRequest(@Nullable String name, @Nullable String format, @Nullable Instant time) {

	}

	/**
	 * A file that was ordered.
	 *
	 * @param name the name, or {@code null} if PILI does not report it
	 * @param url the URL, or {@code null} if the hub has no domain for files
	 * @param persistentId the id of the file operation, or {@code null} if there is none
	 */
	record FileView(@Nullable String name, @Nullable String url, @Nullable String persistentId) {

		static FileView of(V2Hub hub, @Nullable String name, @Nullable String persistentId) {
			return new FileView(name, (name != null) ? hub.fileUrl(name) : null, persistentId);
		}

	}

}
