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

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.sample.hubs.Hubs;

/**
 * The hubs, and the streams of all of them.
 */
@RestController
@RequestMapping("/api")
class HubController {

	private final Hubs hubs;

	HubController(Hubs hubs) {
		this.hubs = hubs;
	}

	@GetMapping("/hubs")
	List<HubView> list() {
		return this.hubs.all().stream().map((hub) -> new HubView(hub.key(), hub.name())).toList();
	}

	@GetMapping("/streams")
	StreamViewPage listStreams(@RequestParam(required = false) @Nullable String hub, StreamQuery query) {
		return StreamViewPage.read((hub != null) ? List.of(this.hubs.get(hub)) : this.hubs.all(), query);
	}

	record HubView(String key, String name) {

	}

}
