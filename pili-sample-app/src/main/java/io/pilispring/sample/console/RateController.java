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

package io.pilispring.sample.console;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.sample.hubs.Hub;

/**
 * What the monitor saw of a stream, for its charts.
 */
@RestController
class RateController {

	private final RateHistory history;

	RateController(RateHistory history) {
		this.history = history;
	}

	@GetMapping("/hubs/{hub}/streams/{id}/rates")
	RecentRates rates(Hub hub, @PathVariable String id, @RequestParam(required = false) @Nullable Long after) {
		return new RecentRates(Instant.now().toEpochMilli(), this.history.after(hub, id, after));
	}

	record RecentRates(long now, List<RatePoint> points) {

	}

}
