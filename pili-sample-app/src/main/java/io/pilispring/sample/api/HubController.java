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
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.fop.Fop;
import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.Hubs;

/**
 * The hubs, and what is the same in both versions.
 */
@RestController
@RequestMapping("/api")
class HubController {

	private final Hubs hubs;

	private final StreamLists lists;

	HubController(Hubs hubs, StreamLists lists) {
		this.hubs = hubs;
		this.lists = lists;
	}

	@GetMapping("/hubs")
	List<HubView> list() {
		return this.hubs.all().stream().map(HubView::of).toList();
	}

	@GetMapping("/streams")
	StreamListPage listStreams(@RequestParam(required = false) @Nullable String hub, StreamQuery query) {
		return this.lists.read((hub != null) ? List.of(this.hubs.get(hub)) : this.hubs.all(), query);
	}

	@GetMapping("/hubs/{hub}/streams")
	StreamListPage listStreams(Hub hub, StreamQuery query) {
		return this.lists.read(List.of(hub), query);
	}

	@GetMapping("/hubs/{hub}/fops/{id}")
	Fop fop(Hub hub, @PathVariable String id) {
		return hub.fop(id);
	}

	record HubView(String key, String name, String version) {

		static HubView of(Hub hub) {
			return new HubView(hub.key(), hub.name(), hub.version().name().toLowerCase(Locale.ROOT));
		}

	}

}
