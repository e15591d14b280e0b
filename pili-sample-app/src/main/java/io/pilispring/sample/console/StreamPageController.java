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

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamSample;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamStatus;

/**
 * A stream as it is now: player, rates and addresses.
 */
@Controller
@RequestMapping("/streams/{id}")
class StreamPageController {

	private final PiliHub hub;

	private final PiliMonitor monitor;

	private final RateHistory history;

	StreamPageController(PiliHub hub, PiliMonitor monitor, RateHistory history) {
		this.hub = hub;
		this.monitor = monitor;
		this.history = history;
	}

	@GetMapping
	String show(@PathVariable String id, Model model) {
		PiliStream stream = this.hub.getStream(id);
		Map<String, Map<String, String>> addresses = new LinkedHashMap<>();
		addresses.put("HLS", stream.hlsLiveUrls());
		addresses.put("HTTP-FLV", stream.httpFlvLiveUrls());
		addresses.put("RTMP", stream.rtmpLiveUrls());
		StreamStatus status = stream.status();
		model.addAttribute("stream", stream).addAttribute("status", status).addAttribute("addresses", addresses);
		model.addAttribute("hls", stream.hlsLiveUrls().get(PiliStream.ORIGIN));
		return "stream";
	}

	// The address is made when it is asked for: it holds the key, or is good for one push
	@PostMapping("/publish-address")
	String publishAddress(@PathVariable String id, @RequestParam(defaultValue = "PT1H") Duration validity,
			Model model) {
		PiliStream stream = this.hub.getStream(id);
		model.addAttribute("stream", stream).addAttribute("address", PublishAddress.of(stream, validity));
		return "publish-address";
	}

	@GetMapping("/rates")
	@ResponseBody
	CurrentRates rates(@PathVariable String id, @RequestParam(required = false) @Nullable Long after) {
		StreamSample sample = sample(id);
		if (sample == null || !sample.measurement().connected()) {
			return new CurrentRates(false, null, this.history.after(id, after));
		}
		return new CurrentRates(true, sample.measurement().since(), this.history.after(id, after));
	}

	private @Nullable StreamSample sample(String id) {
		return this.monitor.snapshots()
			.values()
			.stream()
			.map((hub) -> hub.stream(id))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	record CurrentRates(boolean connected, @Nullable Instant since, List<RatePoint> points) {

	}

}
